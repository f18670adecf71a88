import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Reads JSON that this program has written; null when it is not there or damaged. */
export function readJson<T>(folder: string, name: string): T | null {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Writes a file in one move, so that a server which reads at this moment sees the old one or the new one. */
export function writeJson(folder: string, name: string, value: unknown): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(value));
  renameSync(temporary, path);
}

/** Deletes the JSON files of a subfolder that are not among the wanted ones. */
export function removeOthers(folder: string, subfolder: string, wanted: ReadonlySet<string>): number {
  const path = join(folder, subfolder);
  let names: string[];
  try {
    names = readdirSync(path);
  } catch {
    return 0;
  }
  const stale = names.filter((name) => name.endsWith('.json') && !wanted.has(`${subfolder}/${name}`));
  for (const name of stale) rmSync(join(path, name));
  return stale.length;
}

/** The names of the JSON files in a subfolder. */
export function writtenFiles(folder: string, subfolder: string): Set<string> {
  try {
    return new Set(readdirSync(join(folder, subfolder)).map((name) => `${subfolder}/${name}`));
  } catch {
    return new Set();
  }
}
