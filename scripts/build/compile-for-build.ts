/** `tsx scripts/build/compile-for-build.ts <content> <compiled>`: the first stage of a build, for `build-app.ts`. */
import { ContentError, compileContent } from '@/lib/content/compile/compile-content';
import { formatFinding } from '@/lib/content/finding';

const [contentDir = '', outDir = ''] = process.argv.slice(2);
try {
  const { index } = await compileContent({ contentDir, outDir, mode: 'production' });
  console.log(`${index.cases.length} cases and ${index.frameworkPages.length} framework pages compiled`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(`The content has mistakes, so nothing was built:\n\n${error.findings.map(formatFinding).join('\n')}`);
  process.exitCode = 1;
}
