import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';

import type { Database } from 'better-sqlite3';
import { keepStatements } from './statement-cache';

/** How long SQLite itself waits for another process. It blocks the event loop, so the longer wait is ours. */
const BUSY_TIMEOUT_MS = 100;
const RETRY_MS = 20;
const GIVE_UP_AFTER_MS = 10_000;

/**
 * What every connection must have, in the words SQLite answers with. better-sqlite3 is compiled to reopen a WAL file with
 * `synchronous = 1`, under which an acknowledged save can be lost with the power.
 */
const REQUIRED = [
  { pragma: 'journal_mode', set: 'WAL', reads: 'wal' },
  { pragma: 'synchronous', set: 'FULL', reads: '2' },
  { pragma: 'foreign_keys', set: 'ON', reads: '1' },
  { pragma: 'busy_timeout', set: String(BUSY_TIMEOUT_MS), reads: String(BUSY_TIMEOUT_MS) },
] as const;

/**
 * A statement with this comment in it may be lost with the power, and so does not wait for the disk: a counter of
 * requests, say. Losing it never damages the file.
 */
export const NOT_DURABLE = '/* not durable */';

/**
 * Opens SQLite for Prisma so that an acknowledged write is on disk.
 *
 * Four things differ from the stock adapter, which shares one connection between everything a process does:
 * - every connection gets, and proves, the pragmas above;
 * - a statement outside of a transaction waits for the open transaction to end. Without that it would run inside of
 *   somebody else's transaction, be acknowledged, and vanish when that one rolls back;
 * - a transaction starts as a writer (`BEGIN IMMEDIATE`), so two processes queue instead of failing half way;
 * - writes that come at the same moment share one wait for the disk, as PostgreSQL does it by itself.
 */
export class SqliteAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = 'warmstart-sqlite';
  readonly #inner: PrismaBetterSqlite3;

  constructor(url: string) {
    this.#inner = new PrismaBetterSqlite3({ url, timeout: BUSY_TIMEOUT_MS });
  }

  async connect(): Promise<SqlDriverAdapter> {
    const connection = await this.#inner.connect();
    for (const { pragma, set, reads } of REQUIRED) {
      await whenFree(() => connection.executeScript(`PRAGMA ${pragma} = ${set}`));
      const result = await connection.queryRaw({ sql: `PRAGMA ${pragma}`, args: [], argTypes: [] });
      const actual = String(result.rows[0]?.[0]);
      if (actual !== reads) {
        await connection.dispose();
        throw new Error(`SQLite refused PRAGMA ${pragma} = ${set}: it stays at ${actual}.`);
      }
    }
    keepStatements(clientOf(connection));
    return new SerialConnection(connection);
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return this.#inner.connectToShadowDb();
  }
}

/** The adapter keeps the connection to itself; a version that names it otherwise is refused. */
function clientOf(connection: SqlDriverAdapter): Database {
  const { client } = connection as SqlDriverAdapter & { readonly client?: Database };
  if (typeof client?.prepare !== 'function')
    throw new Error('This version of the SQLite adapter hides its connection.');
  return client;
}

interface Write {
  readonly query: SqlQuery;
  readonly resolve: (changes: number) => void;
  readonly reject: (error: unknown) => void;
}

class SerialConnection implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = 'warmstart-sqlite';
  readonly #inner: SqlDriverAdapter;
  /** Settles when the transactions that have been asked for so far are over. */
  #idle: Promise<void> | null = null;

  /** Writes outside of transactions that nobody has begun on. */
  readonly #waiting: Write[] = [];

  constructor(inner: SqlDriverAdapter) {
    this.#inner = inner;
  }

  queryRaw(query: SqlQuery) {
    return this.#alone(() =>
      query.sql.includes(NOT_DURABLE) ? this.#withoutWaitingForDisk(query) : this.#inner.queryRaw(query),
    );
  }

  /** Writes wait until the event loop has heard everybody, and then for the disk together. */
  executeRaw(query: SqlQuery): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#writeWaiting());
    });
  }

  async #writeWaiting(): Promise<void> {
    const batch: Write[] = [];
    try {
      await this.#alone(() => {
        batch.push(...this.#waiting.splice(0));
        return this.#writeTogether(batch);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  /**
   * Commits several writes at once: one wait for the disk instead of one for each, and nobody is told before it is over. A
   * write that fails takes nothing else with it. All of this is synchronous, so no other statement gets in between.
   */
  async #writeTogether(batch: readonly Write[]): Promise<void> {
    const isGroup = batch.length > 1;
    if (isGroup) void this.#inner.executeScript('BEGIN IMMEDIATE');
    const writes = Promise.allSettled(batch.map(({ query }) => this.#inner.executeRaw(query)));
    if (isGroup) this.#commit();
    const outcomes = await writes;
    const [only] = outcomes;
    // Perhaps the file is locked by another process: then the caller tries again.
    if (!isGroup && only?.status === 'rejected') throw only.reason;
    outcomes.forEach((outcome, i) => {
      if (outcome.status === 'fulfilled') batch[i]?.resolve(outcome.value);
      else batch[i]?.reject(outcome.reason);
    });
  }

  #commit(): void {
    try {
      void this.#inner.executeScript('COMMIT');
    } catch (error) {
      try {
        void this.#inner.executeScript('ROLLBACK');
      } catch {
        // SQLite has rolled back by itself.
      }
      throw error;
    }
  }

  executeScript(script: string) {
    return this.#alone(() => this.#inner.executeScript(script));
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel });
    }
    const release = await this.#acquire();
    try {
      await whenFree(() => this.#inner.executeScript('BEGIN IMMEDIATE'));
    } catch (error) {
      release();
      throw error;
    }
    const run = async (sql: string) => this.#inner.executeScript(sql);
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      // The engine sends COMMIT and ROLLBACK as statements, then calls `commit` or `rollback`.
      options: { usePhantomQuery: false },
      queryRaw: (query) => this.#inner.queryRaw(query),
      executeRaw: (query) => this.#inner.executeRaw(query),
      commit: async () => release(),
      rollback: async () => {
        // After a COMMIT that failed (a full disk) the engine sends no ROLLBACK, and the connection would stay inside.
        await run('ROLLBACK').catch(() => {});
        release();
      },
      createSavepoint: (name) => run(`SAVEPOINT ${name}`),
      rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
      releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
    };
  }

  /** better-sqlite3 is synchronous, so the three run in one go and no other statement meets the weaker setting. */
  #withoutWaitingForDisk(query: SqlQuery) {
    void this.#inner.executeScript('PRAGMA synchronous = NORMAL');
    try {
      return this.#inner.queryRaw(query);
    } finally {
      void this.#inner.executeScript('PRAGMA synchronous = FULL');
    }
  }

  async dispose() {
    if (this.#waiting.length > 0) await this.#writeWaiting();
    await this.#inner.dispose();
  }

  /** Waits for its turn and keeps everybody else out until the returned function is called. */
  async #acquire(): Promise<() => void> {
    const before = this.#idle;
    let finish = () => {};
    const mine = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const idle = before ? before.then(() => mine) : mine;
    this.#idle = idle;
    await before;
    return () => {
      if (this.#idle === idle) this.#idle = null;
      finish();
    };
  }

  /** better-sqlite3 is synchronous: a statement that starts while no transaction is open also ends before the next begins. */
  async #alone<Result>(statement: () => Promise<Result>): Promise<Result> {
    while (this.#idle) await this.#idle;
    return whenFree(statement, () => this.#idle);
  }
}

/** Repeats a statement that found the file locked by another process, without blocking the event loop meanwhile. */
async function whenFree<Result>(
  statement: () => Promise<Result>,
  transactionOpen: () => Promise<void> | null = () => null,
): Promise<Result> {
  const start = performance.now();
  for (;;) {
    try {
      return await statement();
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > GIVE_UP_AFTER_MS) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    for (let open = transactionOpen(); open; open = transactionOpen()) await open;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof DriverAdapterError && error.cause.kind === 'SocketTimeout';
}
