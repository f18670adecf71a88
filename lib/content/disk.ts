import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface DiskEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** How content is read; tests give a folder that exists only in memory. */
export interface Disk {
  /** What is in the folder, sorted by name; null when there is no such folder. */
  list(folder: string): DiskEntry[] | null;
  /** The bytes of a file; null when there is no such file. */
  read(file: string): Uint8Array | null;
}

/** Also what happens when a folder has the name of a file. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && ABSENT.has(String(error.code));

/** The real disk. Nothing else in lib/content touches it. */
export const disk: Disk = {
  list(folder) {
    try {
      return readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true })
        .map((entry): DiskEntry => {
          const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
          return { name: entry.name, kind };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
  read(file) {
    try {
      return readFileSync(/* turbopackIgnore: true */ file);
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
};

/** When a file was last changed, in ms since 1970; null when there is no such file. */
export function modifiedAt(file: string): number | null {
  return statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Writes a file, and the folders it needs, in one move: who reads at this moment gets the old text or the new one. */
export function writeFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

/** Deletes a file that may be gone already. */
export function removeFile(file: string): void {
  rmSync(file, { force: true });
}

export function removeEmptyFolder(folder: string): void {
  rmdirSync(folder);
}
