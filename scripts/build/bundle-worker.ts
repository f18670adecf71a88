import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { WORKER_FILE } from '@/lib/matching/worker-file';

/**
 * The worker that matches answers, as one plain file: Node alone knows nothing of TypeScript or of the paths of this project.
 *
 * @param folder where to put it, from the root
 * @returns the file, absolute
 */
export async function bundleWorker(root: string, folder: string): Promise<string> {
  const outfile = join(root, folder, WORKER_FILE);
  await bundle({
    entryPoints: [join(root, 'lib/matching/worker.ts')],
    outfile,
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
  return outfile;
}
