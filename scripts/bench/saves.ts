import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, dataSettings, type RunningServer, startCommand, startServer } from './app-server';
import { buildBareNextApp } from './bare-next-app';
import { closedLoop, type LoopResult, type NextRequest } from './closed-loop';
import { Guest } from './guest';
import type { Bar, Findings, Table } from './report';
import { grouped, shown, spread } from './statistics';

/*
 * What a save costs, against the least it could cost. Three servers take the same requests, one at a time and in turns, so
 * that a slow minute hits all; the median of the rounds counts.
 */
const DURATION_MS = 6000;
const WARM_UP_MS = 2000;
const ROUNDS = 3;
const TEXT_BYTES = 2000;
const CONNECTIONS = [32, 2] as const;

interface Contestant {
  readonly name: string;
  readonly command: Command;
  /** What each of that many connections sends. */
  readonly connect: (server: RunningServer, count: number) => Promise<NextRequest[]>;
}

function saveRequest(path: string, cookie: string, baseRevision: number): Buffer {
  const text = `${baseRevision} `.padEnd(TEXT_BYTES, 'a sentence of an answer. ');
  const body = JSON.stringify({ baseRevision, answer: { text } });
  return Buffer.from(
    `PUT ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nCookie: ${cookie}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** Connections of a server that asks for no session. */
const anonymous = async (_: RunningServer, count: number) =>
  Array.from(
    { length: count },
    (_, i): NextRequest =>
      (sent) =>
        saveRequest(`/api/attempts/attempt-${i}/answers/clarify`, 'better-auth.session_token=none', sent),
  );

/** Connections of as many guests, each with an attempt of their own. */
const guests = (server: RunningServer, count: number) =>
  Promise.all(
    Array.from({ length: count }, async (): Promise<NextRequest> => {
      const { answerPath, cookie } = await Guest.start(server.origin);
      return (sent) => saveRequest(answerPath, cookie, sent);
    }),
  );

type Name = 'raw' | 'next' | 'ours';

function contestants(root: string, folder: string, bareNext: string): Record<Name, Contestant> {
  const node = (...parameters: string[]) => ({ command: process.execPath, parameters, cwd: root });
  return {
    raw: {
      name: 'node:http + better-sqlite3',
      command: node('--import', 'tsx', 'scripts/bench/raw-save-server.ts', join(folder, 'raw.db')),
      connect: anonymous,
    },
    next: {
      name: 'Next route, zod only, nothing stored',
      command: { ...node('node_modules/next/dist/bin/next', 'start', bareNext), env: { NODE_ENV: 'production' } },
      connect: anonymous,
    },
    ours: {
      name: 'Warmstart',
      command: { ...startCommand(root), env: dataSettings(folder), readyPath: '/api/health' },
      connect: guests,
    },
  };
}

type Results = Record<Name, Record<(typeof CONNECTIONS)[number], LoopResult[]>>;

async function measureRound({ command, connect }: Contestant, results: Results[Name]): Promise<void> {
  const server = await startServer(command);
  try {
    await closedLoop(server.origin, await connect(server, 8), WARM_UP_MS);
    for (const connections of CONNECTIONS) {
      results[connections].push(await closedLoop(server.origin, await connect(server, connections), DURATION_MS));
    }
  } finally {
    await server.stop();
  }
}

/** Measures saves a second and their latency. */
export async function measureSaves(root: string): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'warmstart-bench-'));
  try {
    console.log('saves: building the bare Next app');
    const all = contestants(root, folder, await buildBareNextApp(root));
    const results: Results = { raw: { 32: [], 2: [] }, next: { 32: [], 2: [] }, ours: { 32: [], 2: [] } };
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const name of ['raw', 'next', 'ours'] as const) {
        console.log(`saves: round ${round} of ${ROUNDS}, ${all[name].name}`);
        await measureRound(all[name], results[name]);
      }
    }
    return { tables: [tabulate(all, results)], bars: judge(results), raw: results };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tabulate(all: Record<Name, Contestant>, results: Results): Table {
  const rows = CONNECTIONS.flatMap((connections) =>
    (['raw', 'next', 'ours'] as const).map((name) => {
      const runs = results[name][connections];
      return [
        `${connections} connections, ${all[name].name}`,
        shown(spread(runs.map((run) => run.requestsPerSecond))),
        shown(spread(runs.map((run) => run.p50Ms)), 2),
        shown(spread(runs.map((run) => run.p99Ms)), 1),
        grouped(runs.reduce((sum, run) => sum + run.errors, 0)),
      ];
    }),
  );
  return {
    caption: 'Saves of 2 kB, each on disk before it is answered: median of three (lowest to highest)',
    columns: ['', 'saves/s', 'p50 ms', 'p99 ms', 'errors'],
    rows,
  };
}

/** Holds the medians against what was promised. */
function judge(results: Results): Bar[] {
  const middle = (name: Name, connections: (typeof CONNECTIONS)[number], value: keyof LoopResult) =>
    spread(results[name][connections].map((run) => run[value])).median;
  const ratio = (value: keyof LoopResult, connections: (typeof CONNECTIONS)[number], to: Name) =>
    middle('ours', connections, value) / middle(to, connections, value);
  const atLeast = (what: string, value: number, least: number): Bar => ({
    what,
    measured: `${value.toFixed(2)} ×`,
    bar: `≥ ${least} ×`,
    met: value >= least,
  });
  const atMost = (what: string, value: number, most: number): Bar => ({
    what,
    measured: `${value.toFixed(2)} ×`,
    bar: `≤ ${most} ×`,
    met: value <= most,
  });
  const errors = CONNECTIONS.flatMap((connections) => results.ours[connections]).reduce(
    (sum, run) => sum + run.errors,
    0,
  );
  return [
    atLeast('saves/s at 32 connections, to Next with zod only', ratio('requestsPerSecond', 32, 'next'), 0.5),
    atLeast('saves/s at 32 connections, to raw', ratio('requestsPerSecond', 32, 'raw'), 0.12),
    atMost('p50 at 2 connections, to Next with zod only', ratio('p50Ms', 2, 'next'), 2.5),
    atMost('p99 at 2 connections, to raw', ratio('p99Ms', 2, 'raw'), 8),
    { what: 'saves not taken', measured: String(errors), bar: '0', met: errors === 0 },
  ];
}
