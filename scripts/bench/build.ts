import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { generateCases } from './generate-cases';
import { watchPeak } from './process-memory';
import type { Bar, Findings } from './report';
import { grouped, median, shown, spread } from './statistics';

/** The large ones take minutes, beside which their spread is small. */
const SIZES = [
  { cases: 3, runs: 3 },
  { cases: 100, runs: 1 },
  { cases: 1000, runs: 1 },
] as const;
/** What two measurements of the same thing may differ by. */
const TOLERANCE = 1.15;

interface Stages {
  readonly compiledMs: number;
  readonly pagesMs: number;
}

interface Run extends Stages {
  readonly totalMs: number;
  readonly peakBytes: number;
}

interface Measured {
  readonly cases: number;
  readonly runs: readonly Run[];
}

/** Clean builds of more and more cases. `content/` and the checkout's own builds stay as they are. */
export async function measureBuild(root: string): Promise<Findings> {
  const measured: Measured[] = [];
  for (const { cases, runs: count } of SIZES) {
    const runs: Run[] = [];
    for (let run = 0; run < count; run += 1) {
      runs.push(await buildOnce(root, cases));
      console.log(`build: ${cases} cases, ${grouped((runs.at(-1)?.totalMs ?? 0) / 1000, 1)} s`);
    }
    measured.push({ cases, runs });
  }
  return { tables: [table(measured)], bars: bars(measured), raw: measured };
}

/** One build in a process of its own, with nothing left from another: neither compiled content nor Next's cache. */
async function buildOnce(root: string, cases: number): Promise<Run> {
  mkdirSync(join(root, '.tmp/bench'), { recursive: true });
  const folder = mkdtempSync(join(root, '.tmp/bench/build-'));
  try {
    const contentDir = join(folder, 'content');
    generateCases(join(root, 'content'), contentDir, cases);
    const begun = performance.now();
    const child = fork(join(root, 'scripts/bench/build-once.ts'), [contentDir, relative(root, folder)], {
      cwd: root,
      execArgv: ['--import', 'tsx'],
    });
    const peak = watchPeak(child.pid ?? 0);
    const stages = await new Promise<Stages>((resolve, reject) => {
      let told: Stages | undefined;
      child.on('message', (message) => {
        told = message as Stages;
      });
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0 && told) resolve(told);
        else reject(new Error(`The build of ${cases} cases ended with ${code}.`));
      });
    });
    return { ...stages, totalMs: performance.now() - begun, peakBytes: peak.stop() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (runs: readonly Run[], value: (run: Run) => number) =>
  shown(spread(runs.map((run) => value(run) / 1000)), 1);

function table(measured: readonly Measured[]) {
  return {
    caption: 'A clean build, median (lowest–highest)',
    columns: ['cases', 'runs', 'content s', 'pages and server s', 'whole s', 'ms a case', 'peak MB'],
    rows: measured.map(({ cases, runs }) => [
      grouped(cases),
      String(runs.length),
      seconds(runs, ({ compiledMs }) => compiledMs),
      seconds(runs, ({ pagesMs }) => pagesMs),
      seconds(runs, ({ totalMs }) => totalMs),
      grouped(median(runs.map(({ totalMs }) => totalMs)) / cases),
      shown(spread(runs.map(({ peakBytes }) => peakBytes / 1e6))),
    ]),
  };
}

function bars(measured: readonly Measured[]): Bar[] {
  const [few, some, many] = measured.map(({ cases, runs }) => ({
    cases,
    ms: median(runs.map(({ totalMs }) => totalMs)),
    peakGb: median(runs.map(({ peakBytes }) => peakBytes)) / 1e9,
  }));
  if (!few || !some || !many) return [];
  // Without what every build costs: what one more case costs among the first hundred, and from there to a thousand.
  const early = (some.ms - few.ms) / (some.cases - few.cases);
  const late = (many.ms - some.ms) / (many.cases - some.cases);
  return [
    { what: 'clean build, 3 cases', measured: `${grouped(few.ms / 1000, 1)} s`, bar: '≤ 20 s', met: few.ms <= 20_000 },
    {
      what: 'peak memory of that build',
      measured: `${few.peakGb.toFixed(2)} GB`,
      bar: '≤ 1.5 GB',
      met: few.peakGb <= 1.5,
    },
    {
      what: 'one more case, between 100 and 1,000 against between 3 and 100',
      measured: `${grouped(late)} ms against ${grouped(early)} ms`,
      bar: `no more, within ${Math.round((TOLERANCE - 1) * 100)} %`,
      met: late <= early * TOLERANCE,
    },
  ];
}
