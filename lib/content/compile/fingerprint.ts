import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from '../disk';

/** Adds every file below a folder to a hash, by name and bytes. */
function addFolder(disk: Disk, folder: string, hash: Hash): void {
  for (const { name, kind } of disk.list(folder) ?? []) {
    if (name.startsWith('.')) continue;
    const path = `${folder}/${name}`;
    if (kind === 'folder') {
      hash.update(`${name}/\n`);
      addFolder(disk, path, hash);
      hash.update('..\n');
    } else {
      const bytes = disk.read(path) ?? new Uint8Array();
      hash.update(`${name}\n${bytes.length}\n`).update(bytes);
    }
  }
}

/** Changes with anything in a folder: text, pictures, names. */
export function folderFingerprint(disk: Disk, folder: string, compiler: string): string {
  const hash = createHash('sha256').update(compiler);
  addFolder(disk, folder, hash);
  return hash.digest('hex');
}

/**
 * Changes with the program that compiles: its own sources, those of the core that it uses, and the versions of the
 * libraries. So an old result is never taken for a new one after an update.
 */
export function compilerFingerprint(): string {
  const root = join(import.meta.dirname, '../../..');
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const folder of ['lib/content', 'lib/core']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/(?<!\.test)\.(?:ts|mjs)$/.test(name)) continue;
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex');
}
