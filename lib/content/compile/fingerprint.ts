import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, disk } from '../disk';

/** Adds the files below a folder to a hash, by name and bytes. */
function addFolder(from: Disk, folder: string, hash: Hash, isWanted: (name: string) => boolean): void {
  for (const { name, kind } of from.list(folder) ?? []) {
    if (name.startsWith('.')) continue;
    if (kind === 'folder') {
      hash.update(`${name}/\n`);
      addFolder(from, `${folder}/${name}`, hash, isWanted);
      hash.update('..\n');
    } else if (isWanted(name)) {
      const bytes = from.read(`${folder}/${name}`) ?? new Uint8Array();
      hash.update(`${name}\n${bytes.length}\n`).update(bytes);
    }
  }
}

/** Changes with anything in a folder: text, pictures, names. */
export function folderFingerprint(from: Disk, folder: string, compiler: string): string {
  const hash = createHash('sha256').update(compiler);
  addFolder(from, folder, hash, () => true);
  return hash.digest('hex');
}

const isSource = (name: string) => /\.(?:ts|mjs)$/.test(name) && !name.endsWith('.test.ts');

/**
 * Changes with the program that compiles: its own sources, those of the core that it uses, and the versions of the
 * libraries. So an old result is never taken for a new one after an update.
 */
export function compilerFingerprint(): string {
  const root = join(import.meta.dirname, '../../..');
  const hash = createHash('sha256').update(disk.read(join(root, 'package.json')) ?? '');
  for (const folder of ['lib/content', 'lib/core']) addFolder(disk, join(root, folder), hash, isSource);
  return hash.digest('hex');
}
