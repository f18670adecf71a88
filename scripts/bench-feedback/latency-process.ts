/** Prints how long matching takes, as JSON: `node --import tsx scripts/bench-feedback/latency-process.ts <slug>`, with compiled content. */
import { join } from 'node:path';
import { COMPILED_FOLDER, openLibrary } from '@/lib/content/library';
import { measureLatency } from './latency';

const root = join(import.meta.dirname, '../..');
const study = openLibrary(join(root, COMPILED_FOLDER), false).findCase(process.argv[2] ?? '');
if (study === null) throw new Error('There is no such case.');
console.log(JSON.stringify(await measureLatency(root, study)));
