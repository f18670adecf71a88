import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const START_TIMEOUT_MS = 300_000;
const ASK_EVERY_MS = 5;

/** A server under measurement, in a process of its own. */
export interface RunningServer {
  readonly origin: string;
  /** The process that serves. */
  readonly pid: number;
  /** From starting the command to the first page with status 200. */
  readonly startMs: number;
  stop(): Promise<void>;
}

export interface Command {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A page that answers 200 once the server is ready. */
  readonly readyPath?: string;
}

/** Starts a server that listens on the `PORT` of its environment, and waits until it serves. */
export async function startServer({ command, parameters, cwd, env, readyPath = '/' }: Command): Promise<RunningServer> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(command, parameters, {
    cwd,
    // A group of its own: npm does not pass a signal on to what it started.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', NODE_OPTIONS: '', ...env },
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(`${origin}${readyPath}`))) {
    if (hasEnded(child) || performance.now() - begun > START_TIMEOUT_MS) {
      await stopGroup(child);
      throw new Error(`${command} ${parameters.join(' ')} did not start. It said:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  const startMs = performance.now() - begun;
  return { origin, pid: child.pid ?? 0, startMs, stop: () => stopGroup(child) };
}

/** What `npm start` runs, without npm in between: the same flags of Node. */
export function startCommand(root: string): Pick<Command, 'command' | 'parameters' | 'cwd'> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return { command: process.execPath, parameters: scripts.start.split(' ').slice(1), cwd: root };
}

/** The product as `npm start` runs it, without npm in between, on a new data folder that goes when it stops. */
export async function startWarmstart(root: string): Promise<RunningServer> {
  const dataDir = newDataDir(root);
  const server = await startServer({ ...startCommand(root), env: dataSettings(dataDir) });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function newDataDir(root: string): string {
  mkdirSync(join(root, '.tmp/bench'), { recursive: true });
  return mkdtempSync(join(root, '.tmp/bench/data-'));
}

/** Limits are for people; a measurement is many people at one address. */
export function dataSettings(dataDir: string): Record<string, string> {
  return { DATA_DIR: dataDir, DATABASE_URL: '', GUESTS_PER_HOUR: '100000000', SAVES_PER_MINUTE: '100000000' };
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await gone;
}
