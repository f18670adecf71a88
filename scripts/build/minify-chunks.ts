import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { CHUNK_FOLDERS, LEAST_BYTES } from './share-chunks';

/** As many as keep both processors of a small machine busy; all at once would hold 90 MB of text. */
const AT_ONCE = 4;

/** What most of them differ in: each names a map of its own, which is not written. */
const NAME_OF_MAP = /\n\/\/# sourceMappingURL=\S*\s*$/;

/**
 * Makes the server's chunks small, because their text stays in the memory of the process that serves. Next's bundler could,
 * but takes half of a build for it: it writes the same chunk dozens of times, and makes each of them small.
 *
 * @param folder of a build whose bundles are written.
 * @throws Error when a chunk cannot be read as JavaScript.
 */
export async function minifyChunks(folder: string): Promise<void> {
  const equal = new Map<string, string[]>();
  for (const path of CHUNK_FOLDERS.flatMap((name) => chunksIn(join(folder, name)))) {
    const code = codeIn(path);
    if (code.length < LEAST_BYTES) continue;
    const hash = createHash('sha256').update(code).digest('hex');
    equal.set(hash, [...(equal.get(hash) ?? []), path]);
  }
  const waiting = equal.values();
  const minifyWaiting = async () => {
    for (const paths of waiting) await minify(paths);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, minifyWaiting));
}

/** @param paths of files that hold the same. */
async function minify(paths: readonly string[]): Promise<void> {
  const [first = ''] = paths;
  const { code } = await transform(codeIn(first), {
    minify: true,
    target: 'node20',
    legalComments: 'none',
    logLevel: 'silent',
  });
  for (const path of paths) writeFileSync(path, code);
}

const codeIn = (path: string) => readFileSync(path, 'utf8').replace(NAME_OF_MAP, '');

const chunksIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));
