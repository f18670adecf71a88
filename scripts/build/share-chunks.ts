import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Next puts what its server loads. */
export const CHUNK_FOLDERS = ['server/chunks', 'server/chunks/ssr'] as const;

/** Smaller ones are not worth a file more to open. */
export const LEAST_BYTES = 4096;

/**
 * Makes the server load each chunk once. Next's bundler writes the same chunk under another name for almost every route, and
 * a server that has answered all of them holds as many copies of its text and functions. All but the first of equal
 * files become one line that hands on what the first exports.
 *
 * @param folder of a finished build.
 * @returns how many files were replaced.
 */
export function shareChunks(folder: string): number {
  return CHUNK_FOLDERS.reduce((sum, name) => sum + shareIn(join(folder, name)), 0);
}

function shareIn(folder: string): number {
  const firstByHash = new Map<string, string>();
  let replaced = 0;
  if (!existsSync(folder)) return 0;
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.js')) continue;
    const content = readFileSync(join(folder, name));
    if (content.length < LEAST_BYTES) continue;
    const hash = createHash('sha256').update(content).digest('hex');
    const first = firstByHash.get(hash);
    if (first === undefined) {
      firstByHash.set(hash, name);
    } else {
      writeFileSync(join(folder, name), `module.exports = require(${JSON.stringify(`./${first}`)});\n`);
      replaced += 1;
    }
  }
  return replaced;
}
