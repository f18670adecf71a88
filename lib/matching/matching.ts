import { join } from 'node:path';
import { createMatchingService, type MatchingService } from './matching-service';
import { WORKER_FILE } from './worker-file';

const root = () => process.cwd();

// One for the whole process, also when a bundler has put this file into several bundles.
const shared = globalThis as { warmstartMatching?: MatchingService };

/** The matching of this server. Nothing is started before the first answer. */
export function matching(): MatchingService {
  shared.warmstartMatching ??= createMatchingService({
    // A build carries its own worker; development and scripts have the one that they bundled when they started.
    workerFile: join(
      /* turbopackIgnore: true */ root(),
      process.env.WARMSTART_BUILD_FOLDER ?? '.generated',
      WORKER_FILE,
    ),
    cacheFolder: join(/* turbopackIgnore: true */ root(), '.generated/vectors'),
  });
  return shared.warmstartMatching;
}
