import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { CHUNK_FOLDERS, LEAST_BYTES } from './share-chunks';

/**
 * Makes the server's chunks small, because their text stays in the memory of the process that serves. Next's bundler could,
 * but takes half of a build for it: it writes the same chunk dozens of times, and makes each of them small.
 *
 * @param folder of a finished build.
 * @throws Error when a chunk cannot be read as JavaScript.
 */
export async function minifyChunks(folder: string): Promise<void> {
  const minified = new Map<string, Promise<string>>();
  const minify = async (code: string) =>
    (await transform(code, { minify: true, target: 'node20', legalComments: 'none', logLevel: 'silent' })).code;
  const writes = CHUNK_FOLDERS.flatMap((name) => chunksIn(join(folder, name))).map(async (path) => {
    const code = readFileSync(path, 'utf8');
    if (code.length < LEAST_BYTES) return;
    const known = minified.get(code) ?? minify(code);
    minified.set(code, known);
    writeFileSync(path, await known);
  });
  await Promise.all(writes);
}

const chunksIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));
