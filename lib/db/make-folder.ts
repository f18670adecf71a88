import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are not there. Node's own `recursive` never ends where the system denies that a folder
 * is there in which it is asked for another one, as `/proc` does.
 *
 * @param mode of the folders that are made.
 * @throws Error in one line that names the folder that could not be made.
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path && !existsSync(above)) makeFolder(above, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process was faster.
    if (isFolder(path)) return;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reason = code === 'EEXIST' ? 'there is a file of that name' : code;
    throw new Error(`the folder ${path} cannot be made (${reason}).`, { cause: error });
  }
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
