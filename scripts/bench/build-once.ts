/** `tsx scripts/bench/build-once.ts <content> <folder>`: one clean build of other content, its stages timed, for `build.ts`. */
import { join } from 'node:path';
import { buildInto } from '../build/build-app';

const [contentDir = '', folder = ''] = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');
const begun = performance.now();
let compiledMs = 0;
await buildInto({ root, contentDir, compiledFolder: join(folder, 'compiled'), folder: join(folder, 'build') }, () => {
  compiledMs = performance.now() - begun;
});
process.send?.({ compiledMs, pagesMs: performance.now() - begun - compiledMs });
process.disconnect?.();
