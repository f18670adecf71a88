import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils';
import type { Engine } from '@/lib/settings';
import { SqliteAdapterFactory } from './sqlite-adapter';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Connects the schema engine to a database so that a migration happens whole or not at all.
 *
 * The engine notes that a migration begins, runs its script, and notes that it is finished. With the stock adapters a
 * crash in between leaves half of the tables and a note that stops every later start. Here the script and the note that
 * it is finished are one transaction, so an unfinished note means that nothing happened.
 */
export class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider: 'sqlite' | 'postgres';
  readonly adapterName = 'warmstart-migration';
  /** Why a script failed, when one did. */
  failure: unknown;
  readonly #engine: Engine;
  readonly #databaseUrl: string;
  readonly #migrations: readonly Migration[];
  readonly #opened: (() => Promise<void>)[] = [];

  constructor(target: { engine: Engine; databaseUrl: string }, migrations: readonly Migration[]) {
    this.provider = target.engine === 'sqlite' ? 'sqlite' : 'postgres';
    this.#engine = target.engine;
    this.#databaseUrl = target.databaseUrl;
    this.#migrations = migrations;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const connection = this.#engine === 'sqlite' ? await this.#sqlite() : await this.#postgresql();
    this.#opened.push(() => connection.dispose());
    return connection;
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return Promise.reject(new Error('Migrations are compared with prisma/migrated.prisma, not with a database.'));
  }

  /** Closes what the schema engine opened; it does not do so itself. */
  async close(): Promise<void> {
    for (const dispose of this.#opened.splice(0)) await dispose();
  }

  async #sqlite(): Promise<SqlDriverAdapter> {
    const connection = await new SqliteAdapterFactory(this.#databaseUrl).connect();
    // SQLite ignores this switch inside of a transaction, and with it on, rebuilding a table would delete what refers to it.
    await connection.executeScript('PRAGMA foreign_keys = OFF');
    const executeRaw = connection.executeRaw.bind(connection);
    const run = connection.executeScript.bind(connection);
    return Object.assign(connection, {
      // The engine would keep everybody else out until it closes, even an instance that is serving. Our lock is enough.
      executeRaw: (query: SqlQuery) => (/locking_mode/i.test(query.sql) ? Promise.resolve(0) : executeRaw(query)),
      executeScript: (script: string) =>
        this.#rememberingFailure(async () => {
          await run('BEGIN IMMEDIATE');
          try {
            await run(this.#withNote(script));
            const broken = await connection.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] });
            if (broken.rows.length > 0) throw new Error(`rows of ${broken.rows[0]?.[0]} would refer to nothing`);
            await run('COMMIT');
          } catch (error) {
            await run('ROLLBACK');
            throw error;
          }
        }),
    });
  }

  async #postgresql(): Promise<SqlDriverAdapter> {
    // One connection: what a script sets for its session must hold for all of it.
    const pool = { connectionString: this.#databaseUrl, max: 1, connectionTimeoutMillis: 10_000 };
    const connection = await new PrismaPg(pool).connect();
    return Object.assign(connection, {
      // The stock adapter cuts a script at every semicolon. Sent whole, PostgreSQL runs it as one transaction.
      executeScript: (script: string) =>
        this.#rememberingFailure(async () => {
          await connection.underlyingDriver().query(this.#withNote(script));
        }),
    });
  }

  /** The schema engine reports a failure of ours as a number only. */
  async #rememberingFailure(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** Adds to the script of a migration that it is finished. The engine says so once more, with its own time. */
  #withNote(script: string): string {
    const migration = this.#migrations.find((one) => one.sql === script);
    if (!migration) return script;
    const name = migration.name.replaceAll("'", "''");
    return `${script}
      ;UPDATE "_prisma_migrations" SET "finished_at" = CURRENT_TIMESTAMP
      WHERE "migration_name" = '${name}' AND "finished_at" IS NULL AND "rolled_back_at" IS NULL;`;
  }
}
