import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { Client } from 'pg';
import type { Settings } from '@/lib/settings';
import { type Migration, MigrationAdapterFactory } from './migration-adapter';
import { migrationsFolder } from './migrations-folder';
import { withProcessLock } from './process-lock';
import { NO_FILTERS, withSchemaEngine } from './schema-engine';
import { prepareSqliteFile } from './sqlite-file';

/** Any number will do, as long as every instance uses the same. */
const ADVISORY_LOCK = 7_718_020_261;

type Target = Pick<Settings, 'engine' | 'databaseUrl'>;

/**
 * Brings the database up to date and returns the names of the migrations that were applied now. Creates the SQLite file
 * and its folder. Several instances may start at once on one database: one migrates, the others wait for it. A migration
 * that fails or is cut off leaves the database as it was, and the next start tries it again.
 *
 * @throws Error in one line when the database cannot be reached or a migration fails.
 */
export async function applyMigrations(target: Target, folder = migrationsFolder(target.engine)): Promise<string[]> {
  const migrate = () => migrateAlone(target, folder);
  if (target.engine === 'postgresql') return withAdvisoryLock(target.databaseUrl, migrate);
  prepareDatabaseFile(target);
  return withProcessLock(`${fileOf(target)}.lock`, migrate);
}

const fileOf = ({ databaseUrl }: Target) => databaseUrl.slice('file:'.length);

/**
 * Sees to it that there can be a database: for SQLite its folder, and no other file in its place.
 *
 * @throws Error in one line when there cannot.
 */
export function prepareDatabaseFile(target: Target): void {
  if (target.engine === 'sqlite') prepareSqliteFile(fileOf(target));
}

async function migrateAlone(target: Target, baseDir: string): Promise<string[]> {
  const migrations = readMigrations(baseDir);
  const factory = new MigrationAdapterFactory(target, migrations);
  try {
    await forgetUnfinished(factory);
    const list = {
      baseDir,
      lockfile: { path: 'migration_lock.toml', content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8') },
      shadowDbInitScript: '',
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
      })),
    };
    const { appliedMigrationNames } = await withSchemaEngine(factory, (engine) =>
      engine.applyMigrations({ migrationsList: list, filters: NO_FILTERS }),
    );
    return appliedMigrationNames;
  } catch (error) {
    const { failure } = factory;
    if (failure === undefined) throw error;
    throw new Error(`A migration failed, and the database is as it was before: ${reason(failure)}`, { cause: failure });
  } finally {
    await factory.close();
  }
}

function reason(failure: unknown): string {
  if (failure instanceof DriverAdapterError) return failure.cause.originalMessage ?? failure.message;
  return failure instanceof Error ? failure.message : String(failure);
}

/** The migrations in a folder, oldest first. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

/** A migration is one transaction with the note that it is finished, so one without the note has left nothing behind. */
async function forgetUnfinished(factory: MigrationAdapterFactory): Promise<void> {
  const connection = await factory.connect();
  const catalogue =
    factory.provider === 'sqlite'
      ? `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`
      : `SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = '_prisma_migrations'`;
  const plain = { args: [], argTypes: [] };
  if ((await connection.queryRaw({ sql: catalogue, ...plain })).rows.length === 0) return;
  const sql = `DELETE FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`;
  await connection.executeRaw({ sql, ...plain });
}

/** The lock belongs to the connection, so a process that dies lets go of it. */
async function withAdvisoryLock<Result>(connectionString: string, work: () => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  // Without a listener a lost connection would end the process with a stack trace; the queries reject as well.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}
