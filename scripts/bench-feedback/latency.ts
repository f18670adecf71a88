import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { CaseStudy } from '@/lib/core/case-study';
import { sentencesOf } from '@/lib/core/feedback/sentences';
import { STEP_IDS } from '@/lib/core/steps';
import { createMatchingService, type MatchingService } from '@/lib/matching/matching-service';
import type { WorkerUsage } from '@/lib/matching/messages';
import { bundleWorker } from '../build/bundle-worker';
import { runToEnd } from '../build/run-to-end';

export interface LatencyResult {
  readonly cores: number;
  /** Processes that wanted a core, on average over the last minute: with more than there are cores, all times are longer. */
  readonly load: number;
  readonly sentences: number;
  readonly expectations: number;
  /** From nothing: a worker, weights, vectors that are stored. */
  readonly coldMs: number;
  /** Half of the runs with a warm worker are quicker, and 95 of 100. No sentence was seen before. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** The median when one sentence of the answer before has changed. */
  readonly changedMs: number;
  /** Processor time of the worker for one answer, the median; on a quiet machine the answer takes about as long. */
  readonly cpuMs: number;
  /** The longest time for which the thread that asked answered nobody else, and its own processor time for an answer. */
  readonly blockedMs: number;
  readonly serverCpuMs: number;
  /** The most that the worker held. */
  readonly workerMb: number;
}

const SENTENCES = 12;
const EXPECTATIONS = 10;
const RUNS = 20;

/** 12 sentences against 10 expectations, as one request to the worker that the app uses. */
export async function measureLatency(root: string, study: CaseStudy): Promise<LatencyResult> {
  const usages: WorkerUsage[] = [];
  const workerFile = await bundleWorker(root, '.generated');
  const options = {
    workerFile,
    cacheFolder: `${root}/.generated/vectors`,
    log: () => {},
    onUsage: (usage: WorkerUsage) => usages.push(usage),
  };
  const expectations = [...study.steps.serve.expectations, ...study.steps.model.expectations].slice(0, EXPECTATIONS);
  const sentences = STEP_IDS.flatMap((step) =>
    [study.exemplars.strong[step], ...study.steps[step].workedAnswer.map(({ body }) => body.text)].flatMap((text) =>
      sentencesOf(text).flatMap((one) => (one.kind === 'prose' || one.kind === 'item' ? [one.text] : [])),
    ),
  );
  if (sentences.length < (RUNS + 1) * SENTENCES) throw new Error('The case has too few sentences to measure with.');
  const asked = (start: number) => sentences.slice(start, start + SENTENCES);
  const ask = async (service: MatchingService, lines: readonly string[]) => {
    const outcome = await service.match('bench', {
      step: 'serve',
      expectations,
      prompt: study.prompt.text,
      shown: [{ source: 'prompt', text: study.prompt.text }],
      passages: [{ path: 'text', kind: 'text', text: lines.join('\n\n') }],
      useEncoder: true,
    });
    if (outcome.level !== 'sentences') throw new Error('The worker did not use the encoder.');
  };

  const warmUp = createMatchingService(options);
  await ask(warmUp, asked(0));
  await warmUp.close();

  const service = createMatchingService(options);
  const coldMs = await timed(() => ask(service, asked(0)));
  usages.length = 0;
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.cpuUsage();
  delay.enable();
  for (let run = 1; run <= RUNS; run += 1) times.push(await timed(() => ask(service, asked(run * SENTENCES))));
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  const last = asked(RUNS * SENTENCES);
  const ofNew = usages.map(({ cpuMs }) => cpuMs);
  const changed: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const lines = last.with(run % SENTENCES, `${last[run % SENTENCES]} And ${run} more.`);
    changed.push(await timed(() => ask(service, lines)));
  }
  await service.close();
  return {
    cores: cpus().length,
    load: loadavg()[0] ?? 0,
    sentences: SENTENCES,
    expectations: EXPECTATIONS,
    coldMs,
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    changedMs: quantile(changed, 0.5),
    cpuMs: quantile(ofNew, 0.5),
    blockedMs: delay.max / 1e6,
    serverCpuMs: (user + system) / 1000 / RUNS,
    workerMb: Math.max(...usages.map(({ residentMb }) => residentMb)),
  };
}

/** The same in a process that does nothing else: one that has read all data stops for its own garbage. */
export async function measureLatencyAlone(root: string, slug: string): Promise<LatencyResult> {
  const script = join(import.meta.dirname, 'latency-process.ts');
  const { code, output } = await runToEnd(process.execPath, ['--import', 'tsx', script, slug], {
    cwd: root,
    env: process.env,
  });
  if (code !== 0) throw new Error(output);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as LatencyResult;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
