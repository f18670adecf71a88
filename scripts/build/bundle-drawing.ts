import { join, relative, sep } from 'node:path';
import { build as bundle } from 'esbuild';
import { writeFile } from '@/lib/content/disk';

/** Made, but not yet written: Next empties the folder of a build before it begins. */
export interface DrawingProgram {
  /** Where a page will find it. The name changes with the content. */
  readonly address: string;
  /** @param folder of a build, absolute; what is in its `static` is served to browsers. */
  writeInto(folder: string): void;
}

/**
 * Bundles mermaid for browsers, in parts by kind of diagram. Next's bundler could as well, but takes a fifth of a build for
 * it (docs/decisions/0078).
 */
export async function bundleDrawingProgram(root: string): Promise<DrawingProgram> {
  const outdir = join(root, 'drawing');
  const { outputFiles } = await bundle({
    entryPoints: { mermaid: 'mermaid' },
    absWorkingDir: root,
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'silent',
  });
  const files = outputFiles.map(({ path, text }) => ({
    name: relative(root, path).split(sep).join('/'),
    text,
  }));
  const entry = files.find(({ name }) => name.startsWith('drawing/mermaid-'));
  if (!entry) throw new Error('Mermaid was bundled, but its entry is missing.');
  return {
    address: `/_next/static/${entry.name}`,
    writeInto(folder) {
      for (const { name, text } of files) writeFile(join(folder, 'static', name), text);
    },
  };
}
