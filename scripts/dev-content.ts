import { join } from 'node:path';
import { compileContent } from '@/lib/content/compile/compile-content';
import { formatFinding } from '@/lib/content/finding';
import { COMPILED_FOLDER } from '@/lib/content/library';
import { writePacketPage } from './build/bundle-packet';

/** Compiles what has changed and tells what is wrong with it; a broken case does not stop the others. */
export async function recompile(root: string): Promise<void> {
  await writePacketPage(root, join(root, COMPILED_FOLDER));
  const { index, compiled } = await compileContent({
    contentDir: join(root, 'content'),
    outDir: join(root, COMPILED_FOLDER),
    mode: 'development',
  });
  const broken = [...index.brokenCases, ...index.brokenPages];
  for (const { findings } of broken) for (const finding of findings) console.log(formatFinding(finding));
  if (compiled > 0 || broken.length > 0) {
    const done = broken.length > 0 ? `${broken.length} broken, the others compiled` : `${compiled} compiled`;
    console.log(`Content: ${done}. Reload the page to see it.`);
  }
}
