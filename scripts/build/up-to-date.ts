import { isMigrated } from '@/lib/db/is-migrated';
import { readSettings } from '@/lib/settings';
import { findBuild } from './find-build';

/**
 * The folder of the build, when there is nothing for `prepare.ts` to do: the sources have not changed since and the database
 * has every migration. Bundled into each build, so that a restart needs no TypeScript loader and no second process.
 *
 * @returns null when something is to be done.
 * @throws Error when that could not be found out.
 */
export async function findUpToDateBuild(root: string): Promise<string | null> {
  const { folder, complete } = findBuild(root);
  return complete && (await isMigrated(readSettings(process.env))) ? folder : null;
}
