import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { PACKET_PAGE_FILE } from '@/lib/content/compiled-index';
import { writeFile } from '@/lib/content/disk';
import type { PacketPage } from '@/lib/content/packet-page';

/** Bundles the page that a packet is: one script and one style, with nothing to load. */
export async function bundlePacketPage(root: string): Promise<PacketPage> {
  const { outputFiles } = await bundle({
    entryPoints: [join(root, 'packet/page.ts'), join(root, 'packet/packet.css')],
    outdir: join(root, 'packet'),
    tsconfig: join(root, 'tsconfig.json'),
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    // The file may be opened by whatever guesses its encoding.
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  // Inside of <script> and <style> these would end the element.
  return { script: textOf('.js').replace(/<(?=\/script|!--)/gi, '\\x3C'), style: textOf('.css') };
}

/** Puts the page beside the compiled content, where the server looks for it. */
export async function writePacketPage(root: string, outDir: string): Promise<void> {
  writeFile(join(outDir, PACKET_PAGE_FILE), JSON.stringify(await bundlePacketPage(root)));
}
