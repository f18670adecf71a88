import { rmSync } from 'node:fs';
import { dataSettings, newDataDir, type RunningServer, startServer, startWarmstart } from './app-server';
import { Guest } from './guest';
import { treeBytes, watchPeak } from './process-memory';
import type { Bar, Findings } from './report';
import { type Spread, shown, spread } from './statistics';

const RUNS = 3;
const STARTS = 5;
const WRITERS = 32;
const LOAD_MS = 15_000;
const REST_MS = 20_000;
const TEXT = 'a sentence of an answer. '.repeat(80);
const PAGES = ['/', '/cases/visual-search', '/cases/visual-search/serve', '/steps', '/attempts', '/api/health'];

interface Run {
  readonly startedBytes: number;
  readonly visitedBytes: number;
  /** The most while people save. */
  readonly loadedBytes: number;
  readonly restedBytes: number;
  readonly saves: number;
}

/** What the serving process keeps in memory, and how soon a second `npm start` serves. */
export async function measureMemory(root: string): Promise<Findings> {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await live(root));
  const startsMs = await startAgain(root);
  const megabytes = (value: (run: Run) => number) => spread(runs.map((run) => value(run) / 1e6));
  const visited = megabytes(({ visitedBytes }) => visitedBytes);
  const loaded = megabytes(({ loadedBytes }) => loadedBytes);
  return {
    tables: [
      {
        caption: `Resident memory of the serving process, MB: median of ${RUNS} (lowest–highest)`,
        columns: ['', 'MB'],
        rows: [
          ['started', shown(megabytes(({ startedBytes }) => startedBytes))],
          ['idle after a visit: every kind of page, an attempt, a save', shown(visited)],
          [`the most while ${WRITERS} people save for ${LOAD_MS / 1000} s`, shown(loaded)],
          [`${REST_MS / 1000} s after that`, shown(megabytes(({ restedBytes }) => restedBytes))],
          ['saves meanwhile', shown(spread(runs.map(({ saves }) => saves)))],
        ],
      },
      {
        caption: `npm start with nothing changed, to the first page: median of ${STARTS} (lowest–highest)`,
        columns: ['', 'ms'],
        rows: [['npm start', shown(spread(startsMs))]],
      },
    ],
    bars: [bar('memory, idle after a visit', visited, 150), bar('memory under save load, the most', loaded, 450)],
    raw: { runs, startsMs },
  };
}

/** One life of a server: started, visited, under load, and left alone again. */
async function live(root: string): Promise<Run> {
  const server = await startWarmstart(root);
  try {
    await pause(2000);
    const startedBytes = treeBytes(server.pid);
    for (const page of PAGES) await (await fetch(server.origin + page)).arrayBuffer();
    const guest = await Guest.start(server.origin);
    await guest.save(0, TEXT);
    await pause(5000);
    const visitedBytes = treeBytes(server.pid);
    const peak = watchPeak(server.pid);
    const saves = await saveAll(server);
    const loadedBytes = peak.stop();
    await pause(REST_MS);
    return { startedBytes, visitedBytes, loadedBytes, restedBytes: treeBytes(server.pid), saves };
  } finally {
    await server.stop();
  }
}

async function saveAll({ origin }: RunningServer): Promise<number> {
  const until = performance.now() + LOAD_MS;
  const counts = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const guest = await Guest.start(origin);
      let revision = 0;
      while (performance.now() < until) revision = await guest.save(revision, `${revision} ${TEXT}`);
      return revision;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** `npm start` as a person types it, with everything built and the database there. */
async function startAgain(root: string): Promise<number[]> {
  const dataDir = newDataDir(root);
  const npmStart = { command: 'npm', parameters: ['start'], cwd: root, env: dataSettings(dataDir) };
  try {
    await (await startServer(npmStart)).stop();
    const startsMs: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const server = await startServer(npmStart);
      startsMs.push(server.startMs);
      await server.stop();
    }
    return startsMs;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function bar(what: string, { median }: Spread, mostMegabytes: number): Bar {
  return {
    what,
    measured: `${Math.round(median)} MB`,
    bar: `≤ ${mostMegabytes} MB`,
    met: median <= mostMegabytes,
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
