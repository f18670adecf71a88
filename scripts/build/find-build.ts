import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sourceHash } from './source-hash';

/** Where builds are kept, from the root. */
export const BUILDS = '.generated/build';

/** Written last: a folder without it was cut off and is made anew. */
export const COMPLETE = 'complete';

/** The folder of the build of the present sources, from the root, and whether it is there. */
export function findBuild(root: string): { folder: string; complete: boolean } {
  const folder = join(BUILDS, sourceHash(root));
  return { folder, complete: existsSync(join(root, folder, COMPLETE)) };
}
