import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const START_TIMEOUT_MS = 60_000;
const ASK_EVERY_MS = 100;
const SAID_TIMEOUT_MS = 10_000;

/** A port that nobody listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

/**
 * The production server as a process of its own, with its own data folder. It can be killed without warning and started
 * again on the same port and data, as a machine that lost its power would.
 */
export class AppServer {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'warmstart-journeys-'));
  #port = 0;
  #process: ChildProcess | null = null;
  #output = '';

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get isRunning(): boolean {
    return this.#process !== null;
  }

  /** Starts, and resolves once pages are served. */
  async start(): Promise<void> {
    if (this.#process) throw new Error('The server is running already.');
    this.#port ||= await freePort();
    this.#output = '';
    const started = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      // A group of its own: what it starts in turn dies with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        DATABASE_URL: '',
        // Every test is a guest of its own, from one address.
        GUESTS_PER_HOUR: '100000',
        SIGN_INS_PER_MINUTE: '100000',
      },
    });
    this.#process = started;
    const note = (text: unknown) => {
      this.#output += String(text);
    };
    started.stdout?.on('data', note);
    started.stderr?.on('data', note);
    let ended = false;
    started.once('exit', () => {
      ended = true;
    });
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await this.#answers())) {
      if (ended || Date.now() > deadline) {
        await this.kill();
        throw new Error(`The server did not start. It said:\n${this.#output}`);
      }
      await new Promise((resolved) => setTimeout(resolved, ASK_EVERY_MS));
    }
  }

  /** What the first group of a pattern finds in the log, once it stands there. */
  async said(pattern: RegExp): Promise<string> {
    const deadline = Date.now() + SAID_TIMEOUT_MS;
    for (;;) {
      const found = pattern.exec(this.#output)?.[1];
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`The log has no ${pattern}. It says:\n${this.#output}`);
      await new Promise((resolved) => setTimeout(resolved, ASK_EVERY_MS));
    }
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.origin}/api/health`)).ok;
    } catch {
      return false;
    }
  }

  /** SIGKILL to the whole group; resolves when it is gone. */
  async kill(): Promise<void> {
    const killed = this.#process;
    this.#process = null;
    if (killed?.pid === undefined || killed.exitCode !== null || killed.signalCode !== null) return;
    const gone = new Promise((resolved) => killed.once('exit', resolved));
    process.kill(-killed.pid, 'SIGKILL');
    await gone;
  }

  /** Ends it for good, with its data. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
