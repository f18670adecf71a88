import { parentPort, workerData } from 'node:worker_threads';
import type { Encoder } from '@/lib/core/feedback/encoder';
import { matchByKeywords, matchBySentences } from './match-task';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './messages';
import { openMiniLm } from './mini-lm';
import { openReferenceVectors } from './reference-vectors';
import { findWeightsFolder, readWeights } from './weights';

/*
 * The thread in which answers are matched: encoding blocks whoever does it, and a page server has others to answer. It reads
 * no network. Bundled into one file (`bundle-worker.ts`).
 */
const settings = workerData as WorkerSettings;
const vectors = openReferenceVectors(settings.cacheFolder);
let opened: Promise<Encoder> | null = null;

function encoder(): Promise<Encoder> {
  const { weightsFolder = findWeightsFolder() } = settings;
  // A failure is kept: files do not mend themselves while we run.
  opened ??= (async () => openMiniLm(readWeights(weightsFolder)))();
  return opened;
}

async function answer({ id, task }: WorkerRequest): Promise<WorkerReply> {
  if (!task.useEncoder) return { id, outcome: matchByKeywords(task) };
  let ready: Encoder;
  try {
    ready = await encoder();
  } catch (error) {
    return {
      id,
      outcome: matchByKeywords(task),
      withoutEncoder: error instanceof Error ? error.message : String(error),
    };
  }
  return { id, outcome: await matchBySentences(task, ready, vectors) };
}

parentPort?.on('message', (request: WorkerRequest) => {
  answer(request)
    .catch(
      (error: unknown): WorkerReply => ({
        id: request.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
    .then((reply) => parentPort?.postMessage(reply));
});
