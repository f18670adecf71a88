import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { STEP_IDS } from '@/lib/core/steps';
import { CHROMIUM_ARGUMENTS, findChromium } from '../chromium';
import { freePort, startWarmstart } from './app-server';
import type { Bar, Findings } from './report';
import { median, type Spread, shown, spread } from './statistics';

const CASE = '/cases/visual-search';
const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

interface Run {
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  readonly blockingMs: number;
  readonly largestPaintMs: number;
  readonly shift: number;
  /** Lighthouse's own measure of the machine: it slows the processor down by a fixed factor from there. */
  readonly benchmarkIndex: number;
  /** What costs points in accessibility and best practices. */
  readonly faults: readonly string[];
}

/** Lighthouse with its mobile preset, on the case page and on the longest worked step. */
export async function measureLighthouse(root: string): Promise<Findings> {
  const server = await startWarmstart(root);
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...CHROMIUM_ARGUMENTS, `--remote-debugging-port=${port}`],
  });
  try {
    const paths = [CASE, await longestStep(server.origin)];
    const runs: Record<string, Run[]> = Object.fromEntries(paths.map((path) => [path, []]));
    for (let round = 0; round < RUNS; round += 1) {
      for (const path of paths) runs[path]?.push(await visit(server.origin + path, port));
    }
    return { tables: [table(runs)], bars: Object.entries(runs).flatMap(bars), raw: runs };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function longestStep(origin: string): Promise<string> {
  const pages = await Promise.all(
    STEP_IDS.map(async (step) => {
      const path = `${CASE}/${step}`;
      return { path, length: (await (await fetch(origin + path)).text()).length };
    }),
  );
  return pages.reduce((longest, page) => (page.length > longest.length ? page : longest)).path;
}

async function visit(address: string, port: number): Promise<Run> {
  const outcome = await lighthouse(address, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
  const result = outcome?.lhr;
  if (!result || result.runtimeError) {
    throw new Error(`Lighthouse could not read ${address}: ${result?.runtimeError?.message ?? 'no result'}`);
  }
  const value = (audit: string) => result.audits[audit]?.numericValue ?? Number.NaN;
  return {
    scores: {
      performance: score(result, 'performance'),
      accessibility: score(result, 'accessibility'),
      'best-practices': score(result, 'best-practices'),
    },
    blockingMs: value('total-blocking-time'),
    largestPaintMs: value('largest-contentful-paint'),
    shift: value('cumulative-layout-shift'),
    benchmarkIndex: result.environment.benchmarkIndex,
    faults: faults(result),
  };
}

function score(result: Result, category: (typeof CATEGORIES)[number]): number {
  return Math.round((result.categories[category]?.score ?? 0) * 100);
}

function faults({ categories, audits }: Result): string[] {
  return (['accessibility', 'best-practices'] as const)
    .flatMap((category) => categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 0) < 1)
    .map(({ id }) => id);
}

const of = (runs: readonly Run[], value: (run: Run) => number): Spread => spread(runs.map(value));

function table(all: Record<string, Run[]>) {
  return {
    caption: `Lighthouse, mobile preset, simulated throttling: median of ${RUNS} (lowest–highest)`,
    columns: ['page', 'performance', 'accessibility', 'best practices', 'TBT ms', 'LCP ms', 'CLS', 'machine index'],
    rows: Object.entries(all).map(([path, runs]) => [
      path,
      ...CATEGORIES.map((category) => shown(of(runs, ({ scores }) => scores[category]))),
      shown(of(runs, ({ blockingMs }) => blockingMs)),
      shown(of(runs, ({ largestPaintMs }) => largestPaintMs)),
      shown(
        of(runs, ({ shift }) => shift),
        3,
      ),
      shown(of(runs, ({ benchmarkIndex }) => benchmarkIndex)),
    ]),
  };
}

function bars([path, runs]: [string, readonly Run[]]): Bar[] {
  const least = { performance: 98, accessibility: 100, 'best-practices': 100 } as const;
  const blocking = median(runs.map(({ blockingMs }) => blockingMs));
  const found = [...new Set(runs.flatMap((run) => run.faults))];
  return [
    ...CATEGORIES.map((category): Bar => {
      const reached = median(runs.map(({ scores }) => scores[category]));
      const because = category === 'performance' || found.length === 0 ? '' : ` (${found.join(', ')})`;
      return {
        what: `${category} of ${path}`,
        measured: `${reached}${because}`,
        bar: `≥ ${least[category]}`,
        met: reached >= least[category],
      };
    }),
    { what: `TBT of ${path}`, measured: `${Math.round(blocking)} ms`, bar: '≤ 120 ms', met: blocking <= 120 },
  ];
}
