import { readdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { Settings } from '@/lib/settings';
import { migrationsFolder } from './migrations-folder';

type Target = Pick<Settings, 'engine' | 'databaseUrl'>;

const APPLIED = `SELECT "migration_name" AS "name" FROM "_prisma_migrations"
  WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;

/**
 * Whether every migration in the folder has been applied. It only reads, and without the schema engine, which takes a
 * while to load.
 *
 * @throws Error when the database is not there or cannot be read; `applyMigrations` finds out why.
 */
export async function isMigrated(target: Target, folder = migrationsFolder(target.engine)): Promise<boolean> {
  const applied = new Set(target.engine === 'sqlite' ? readSqlite(target) : await readPostgresql(target));
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .every((entry) => applied.has(entry.name));
}

function readSqlite({ databaseUrl }: Target): string[] {
  const database = new Database(databaseUrl.slice('file:'.length), { readonly: true, fileMustExist: true });
  try {
    return database
      .prepare<[], { name: string }>(APPLIED)
      .all()
      .map(({ name }) => name);
  } finally {
    database.close();
  }
}

async function readPostgresql({ databaseUrl }: Target): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<{ name: string }>(APPLIED)).rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
