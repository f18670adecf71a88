/**
 * `npm run content:compile`: compiles all content for a build and stops at any finding. With `-- --development`, broken
 * cases are left out and listed.
 */
import { join } from 'node:path';
import { ContentError, compileContent } from '@/lib/content/compile/compile-content';
import { formatFinding } from '@/lib/content/finding';
import { COMPILED_FOLDER } from '@/lib/content/library';
import { writePacketPage } from './build/bundle-packet';

const root = join(import.meta.dirname, '..');
const mode = process.argv.includes('--development') ? 'development' : 'production';
const start = performance.now();
try {
  const { index, compiled, unchanged } = await compileContent({
    contentDir: join(root, 'content'),
    outDir: join(root, COMPILED_FOLDER),
    mode,
  });
  for (const { findings } of [...index.brokenCases, ...index.brokenPages]) {
    for (const finding of findings) console.log(formatFinding(finding));
  }
  await writePacketPage(root, join(root, COMPILED_FOLDER));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `Content: ${index.cases.length} cases (${compiled} compiled, ${unchanged} unchanged, ${index.brokenCases.length} broken), ` +
      `${index.frameworkPages.length} pages, ${seconds} s`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  for (const finding of error.findings) console.error(formatFinding(finding));
  console.error(`\n${error.findings.length} ${error.findings.length === 1 ? 'problem' : 'problems'}.`);
  process.exitCode = 1;
}
