import autocannon from 'autocannon';
import { type RunningServer, startServer, startWarmstart } from './app-server';
import { buildBareNextApp } from './bare-next-app';
import type { Bar, Findings } from './report';
import { median, shown, spread } from './statistics';

const PATH = '/cases/visual-search';
const CONNECTIONS = 32;
const SECONDS = 8;
const ROUNDS = 3;
const ENCODINGS = ['gzip', 'identity'] as const;
const LEAST = 1.1;

interface Run {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
  readonly bytesPerAnswer: number;
  /** Answers other than 200, and connections that broke. */
  readonly errors: number;
}

interface Contestant {
  readonly name: string;
  readonly address: string;
  readonly runs: Record<(typeof ENCODINGS)[number], Run[]>;
}

/** The static case page by our server, against a bare Next page that has the same HTML. Both wait; one is asked at a time. */
export async function measureServe(root: string): Promise<Findings> {
  const ours = await startWarmstart(root);
  let bare: RunningServer | undefined;
  try {
    const folder = await buildBareNextApp(root, await bodyOf(ours.origin + PATH));
    bare = await startServer({
      command: process.execPath,
      parameters: ['node_modules/next/dist/bin/next', 'start', folder],
      cwd: root,
      env: { NODE_ENV: 'production' },
    });
    const contestants: [Contestant, Contestant] = [
      { name: 'Warmstart', address: ours.origin + PATH, runs: { gzip: [], identity: [] } },
      { name: 'bare Next page, same HTML', address: bare.origin, runs: { gzip: [], identity: [] } },
    ];
    for (const { address } of contestants) await ask(address, 'gzip', 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const encoding of ENCODINGS) {
        for (const { address, runs } of contestants) runs[encoding].push(await ask(address, encoding, SECONDS));
      }
    }
    return { tables: [table(contestants)], bars: bars(contestants), raw: contestants };
  } finally {
    await bare?.stop();
    await ours.stop();
  }
}

/** What stands in the body of a page, without scripts. */
async function bodyOf(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1];
  if (!body) throw new Error(`${address} has no body.`);
  return body.replaceAll(/<script\b[\s\S]*?<\/script>/g, '');
}

async function ask(address: string, encoding: (typeof ENCODINGS)[number], seconds: number): Promise<Run> {
  const { requests, latency, throughput, non2xx, errors, timeouts } = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'accept-encoding': encoding },
  });
  return {
    requestsPerSecond: requests.average,
    p99Ms: latency.p99,
    bytesPerAnswer: throughput.total / Math.max(1, requests.total),
    errors: non2xx + errors + timeouts,
  };
}

function table(contestants: readonly Contestant[]) {
  return {
    caption: `The static case page, ${CONNECTIONS} connections, ${SECONDS} s: median of ${ROUNDS} (lowest–highest)`,
    columns: ['', 'requests/s', 'p99 ms', 'bytes an answer', 'errors'],
    rows: ENCODINGS.flatMap((encoding) =>
      contestants.map(({ name, runs }) => [
        `${name}, ${encoding}`,
        shown(spread(runs[encoding].map((run) => run.requestsPerSecond))),
        shown(spread(runs[encoding].map((run) => run.p99Ms)), 1),
        shown(spread(runs[encoding].map((run) => run.bytesPerAnswer))),
        String(runs[encoding].reduce((sum, run) => sum + run.errors, 0)),
      ]),
    ),
  };
}

function bars([ours, bare]: readonly [Contestant, Contestant]): Bar[] {
  const rate = ({ runs }: Contestant, encoding: (typeof ENCODINGS)[number]) =>
    median(runs[encoding].map((run) => run.requestsPerSecond));
  const errors = ENCODINGS.flatMap((encoding) => ours.runs[encoding]).reduce((sum, run) => sum + run.errors, 0);
  return [
    ...ENCODINGS.map((encoding): Bar => {
      const ratio = rate(ours, encoding) / rate(bare, encoding);
      return {
        what: `requests a second to a bare Next page, ${encoding}`,
        measured: `${ratio.toFixed(1)} ×`,
        bar: `≥ ${LEAST} ×`,
        met: ratio >= LEAST,
      };
    }),
    { what: 'requests that failed', measured: String(errors), bar: '0', met: errors === 0 },
  ];
}
