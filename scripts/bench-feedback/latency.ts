import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { CaseStudy } from '@/lib/core/case-study';
import type { MatchingService } from '@/lib/matching/matching-service';
import { createMatchingService } from '@/lib/matching/matching-service';
import { bundleWorker } from '../build/bundle-worker';
import { shownTexts } from './own-scores';

export interface LatencyResult {
  readonly cores: number;
  readonly sentences: number;
  readonly expectations: number;
  /** From nothing: a worker, weights, vectors that are stored. */
  readonly coldMs: number;
  /** Half of the runs with a warm worker are quicker, and 95 of 100. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** The longest time for which this thread answered nobody else while 20 answers were matched. */
  readonly blockedMs: number;
  /** What the worker added to the memory of the process, after all that. */
  readonly workerMb: number;
}

const SENTENCES = 12;
const EXPECTATIONS = 10;
const RUNS = 20;

/** 12 sentences against 10 expectations, as one request to the worker that the app uses. */
export async function measureLatency(root: string, study: CaseStudy): Promise<LatencyResult> {
  const workerFile = await bundleWorker(root, '.generated');
  const options = { workerFile, cacheFolder: `${root}/.generated/vectors`, log: () => {} };
  const expectations = [...study.steps.serve.expectations, ...study.steps.model.expectations].slice(0, EXPECTATIONS);
  const sentences = study.exemplars.strong.serve
    .split(/(?<=[.!?])\s+/)
    .concat(study.exemplars.strong.model.split(/(?<=[.!?])\s+/));
  const ask = (service: MatchingService, run: number) =>
    service.match('bench', {
      expectations,
      prompt: study.prompt.text,
      shown: shownTexts(study, 'serve').slice(0, 4),
      passages: [{ path: 'text', kind: 'text', text: sentences.slice(run % 5, (run % 5) + SENTENCES).join('\n') }],
      useEncoder: true,
    });

  const warmUp = createMatchingService(options);
  await ask(warmUp, 0);
  await warmUp.close();

  const before = rssMb();
  const service = createMatchingService(options);
  const coldMs = await timed(() => ask(service, 0));
  const times: number[] = [];
  let blockedMs = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    blockedMs = Math.max(blockedMs, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => ask(service, run)));
  clearInterval(beat);
  const workerMb = rssMb() - before;
  await service.close();
  times.sort((a, b) => a - b);
  return {
    cores: cpus().length,
    sentences: SENTENCES,
    expectations: EXPECTATIONS,
    coldMs,
    medianMs: times[Math.floor(RUNS / 2)] ?? 0,
    p95Ms: times[Math.ceil(RUNS * 0.95) - 1] ?? 0,
    blockedMs,
    workerMb,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function rssMb(): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // Not Linux.
  }
  return process.memoryUsage().rss / 1024 / 1024;
}
