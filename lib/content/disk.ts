import { readdirSync, readFileSync } from 'node:fs';

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

/** The real disk. The only place in this folder that reads markdown from it. */
export const disk: Disk = {
  list(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true })
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
      return readFileSync(file);
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
};
