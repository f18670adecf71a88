import { join } from 'node:path';
import { disk, removeFile, writeFile } from '../disk';

/** Reads JSON that this program has written; null when it is not there or damaged. */
export function readJson<T>(folder: string, name: string): T | null {
  const bytes = disk.read(join(folder, name));
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    return null;
  }
}

export function writeJson(folder: string, name: string, value: unknown): void {
  writeFile(join(folder, name), JSON.stringify(value));
}

/** The names of what is in a subfolder, with the subfolder. */
export function writtenFiles(folder: string, subfolder: string): Set<string> {
  return new Set((disk.list(join(folder, subfolder)) ?? []).map(({ name }) => `${subfolder}/${name}`));
}

/** Deletes the JSON files of a subfolder that are not among the wanted ones. */
export function removeOthers(folder: string, subfolder: string, wanted: ReadonlySet<string>): number {
  const stale = [...writtenFiles(folder, subfolder)].filter((name) => name.endsWith('.json') && !wanted.has(name));
  for (const name of stale) removeFile(join(folder, name));
  return stale.length;
}
