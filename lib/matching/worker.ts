import type { Encoder } from '@/lib/core/feedback/encoder';
import { matchByKeywords, matchBySentences } from './match-task';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './messages';
import { openMiniLm } from './mini-lm';
import { openReferenceVectors } from './reference-vectors';
import { rememberingEncoder } from './remembering-encoder';
import { findWeightsFolder, readWeights } from './weights';

/*
 * The process in which answers are matched: encoding blocks whoever does it, and a page server has others to answer. It reads
 * no network. Bundled into one file (`bundle-worker.ts`).
 */
const settings = JSON.parse(process.argv[2] ?? '{"cacheFolder":null}') as WorkerSettings;
const vectors = openReferenceVectors(settings.cacheFolder);
let opened: Promise<Encoder> | null = null;

function encoder(): Promise<Encoder> {
  const { weightsFolder = findWeightsFolder() } = settings;
  // A failure is kept: files do not mend themselves while we run.
  opened ??= (async () => rememberingEncoder(await openMiniLm(readWeights(weightsFolder))))();
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

async function measured(request: WorkerRequest): Promise<WorkerReply> {
  const before = process.cpuUsage();
  const reply = await answer(request);
  const { user, system } = process.cpuUsage(before);
  return { ...reply, usage: { cpuMs: (user + system) / 1000, residentMb: process.memoryUsage.rss() / 2 ** 20 } };
}

process.on('message', (request: WorkerRequest) => {
  measured(request)
    .catch(
      (error: unknown): WorkerReply => ({
        id: request.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
    .then((reply) => process.send?.(reply));
});

// The server decides when it ends: a signal that a terminal sends to both would cut off what the server still answers.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
