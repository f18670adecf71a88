import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { dataSettings, type RunningServer, startCommand, startServer } from './bench/app-server';
import { Guest, UnexpectedReply } from './bench/guest';
import { median } from './bench/statistics';

/*
 * `npm run torture [-- <rounds>]`: kills the real server with SIGKILL while people save, again and again on the same data, and
 * then looks for every save that it had acknowledged. Docs: docs/benchmarks.md.
 */
const WRITERS = 32;
const TEXT_BYTES = 2000;
const MIN_LOAD_MS = 300;
const MAX_LOAD_MS = 1500;

const ROOT = join(import.meta.dirname, '..');

/** The app as `npm start` runs it, killed and started again on the same data. */
class Victim {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'warmstart-torture-'));
  #server: RunningServer | null = null;

  get origin(): string {
    if (!this.#server) throw new Error('The server is not running.');
    return this.#server.origin;
  }

  /** @returns the milliseconds until it answered. */
  async start(): Promise<number> {
    this.#server = await startServer({
      ...startCommand(ROOT),
      env: dataSettings(this.dataDir),
      readyPath: '/api/health',
    });
    return this.#server.startMs;
  }

  /** SIGKILL to the server and whatever it started. */
  kill(): void {
    if (this.#server) process.kill(-this.#server.pid, 'SIGKILL');
    this.#server = null;
  }

  remove(): void {
    this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** One person who saves as fast as the server answers, and remembers what it acknowledged. */
class Writer {
  /** Text by revision. */
  readonly acknowledged = new Map<number, string>();
  readonly guest: Guest;
  revision = 0;
  #sent = '';

  constructor(guest: Guest) {
    this.guest = guest;
  }

  /** Saves until the server is gone. A wrong answer, while it is there, is an error. */
  async writeUntilKilled(): Promise<void> {
    for (;;) {
      this.#sent = randomBytes(TEXT_BYTES / 2).toString('hex');
      try {
        this.revision = await this.guest.save(this.revision, this.#sent);
      } catch (error) {
        if (error instanceof UnexpectedReply) throw error;
        return;
      }
      this.acknowledged.set(this.revision, this.#sent);
    }
  }

  /** Compares the history with what was acknowledged above a revision, and goes on from what is stored. */
  async check(fromRevision: number): Promise<{ lost: number; unacknowledged: number }> {
    const stored = new Map((await this.guest.savesAfter(fromRevision)).map((save) => [save.revision, save.answer]));
    let lost = 0;
    for (const [revision, text] of this.acknowledged) {
      if (revision <= fromRevision) continue;
      const answer = stored.get(revision);
      if (!answer || !('text' in answer) || answer.text !== text) lost += 1;
    }
    const newest = Math.max(fromRevision, ...stored.keys());
    const expected = new Set([...this.acknowledged.keys()].filter((revision) => revision > fromRevision));
    const extra = [...stored].filter(([revision]) => !expected.has(revision));
    // At most the save that was on its way may be there without having been acknowledged, and then it is whole.
    for (const [revision, answer] of extra) {
      if (revision !== newest || !('text' in answer) || answer.text !== this.#sent) lost += 1;
      else this.acknowledged.set(revision, this.#sent);
    }
    this.revision = newest;
    return { lost, unacknowledged: extra.length };
  }
}

function integrityOf(dataDir: string): string {
  const database = new Database(join(dataDir, 'warmstart.db'), { readonly: true });
  try {
    return String(database.pragma('integrity_check', { simple: true }));
  } finally {
    database.close();
  }
}

interface Round {
  readonly acknowledged: number;
  readonly unacknowledged: number;
  readonly lost: number;
  readonly integrity: string;
  readonly readyMs: number;
}

/** A moment at which everybody has saved and nobody has finished. */
async function somewhereInTheMiddle(writers: readonly Writer[]): Promise<void> {
  const before = writers.map((writer) => writer.revision);
  while (writers.some((writer, i) => writer.revision === before[i])) await pause(5);
  await pause(randomInt(MIN_LOAD_MS, MAX_LOAD_MS));
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Loads the server, kills it, starts it again, and checks. */
async function runRound(victim: Victim, writers: readonly Writer[]): Promise<Round> {
  const before = writers.map((writer) => writer.revision);
  const known = writers.map((writer) => writer.acknowledged.size);
  const writing = Promise.all(writers.map((writer) => writer.writeUntilKilled()));
  // Until it is time, or a writer got an answer that it should not have.
  await Promise.race([writing, somewhereInTheMiddle(writers)]);
  victim.kill();
  await writing;
  const acknowledged = writers.reduce((sum, writer, i) => sum + writer.acknowledged.size - (known[i] ?? 0), 0);
  const readyMs = await victim.start();
  for (const writer of writers) writer.guest.origin = victim.origin;
  const checks = await Promise.all(writers.map((writer, i) => writer.check(before[i] ?? 0)));
  return {
    acknowledged,
    unacknowledged: checks.reduce((sum, check) => sum + check.unacknowledged, 0),
    lost: checks.reduce((sum, check) => sum + check.lost, 0),
    integrity: integrityOf(victim.dataDir),
    readyMs,
  };
}

async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? 20);
  const victim = new Victim();
  console.log('Starting the app, which builds it when the sources have changed.');
  try {
    await victim.start();
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, async () => new Writer(await Guest.start(victim.origin))),
    );
    const results: Round[] = [];
    for (let number = 1; number <= rounds; number += 1) {
      const round = await runRound(victim, writers);
      results.push(round);
      const { acknowledged, unacknowledged, lost, integrity, readyMs } = round;
      console.log(
        `kill ${number}: ${acknowledged} acknowledged, ${lost} lost, ${unacknowledged} stored but not acknowledged, ` +
          `integrity ${integrity}, ready again in ${readyMs.toFixed(0)} ms`,
      );
    }
    process.exitCode = (await judge(results, writers)) ? 0 : 1;
  } finally {
    victim.remove();
  }
}

/** Looks for every save once more, since nothing may have gone later either, and sums up. */
async function judge(results: readonly Round[], writers: readonly Writer[]): Promise<boolean> {
  const atEnd = await Promise.all(writers.map((writer) => writer.check(0)));
  const lost = [...results, ...atEnd].reduce((sum, one) => sum + one.lost, 0);
  const acknowledged = results.reduce((sum, one) => sum + one.acknowledged, 0);
  const isSound = results.every((one) => one.integrity === 'ok');
  const ready = results.map((one) => one.readyMs);
  console.log(
    `${results.length} kills, ${acknowledged} acknowledged saves, ${lost} lost, integrity ${isSound ? 'ok' : 'NOT OK'}, ` +
      `ready again in ${median(ready).toFixed(0)} ms (median), ${Math.max(...ready).toFixed(0)} ms (worst)`,
  );
  return lost === 0 && isSound && acknowledged > 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
