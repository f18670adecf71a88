import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder';

/** What every SQLite file begins with (SQLite, "Database File Format", 1.3). */
const MAGIC = 'SQLite format 3\0';

/**
 * Makes the folder of a SQLite file that may not be there yet, and looks whether it can be one.
 *
 * @throws Error in one line when it cannot: nothing was written then.
 */
export function prepareSqliteFile(file: string): void {
  // Other users of the machine have no business in it.
  makeFolder(dirname(file), 0o700);
  if (!existsSync(file)) return;
  const stats = statSync(file);
  if (stats.isDirectory()) throw new Error(`${file} is a folder. Name a file in it: file:${file}/warmstart.db`);
  if (stats.size > 0 && beginningOf(file) !== MAGIC) throw new Error(`${file} is not an SQLite database.`);
}

function beginningOf(file: string): string {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(MAGIC.length);
    return bytes.toString('latin1', 0, readSync(opened, bytes));
  } finally {
    closeSync(opened);
  }
}
