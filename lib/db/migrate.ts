import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { Engine, Settings } from '@/lib/settings';
import { withProcessLock } from './process-lock';
import { NO_FILTERS, withSchemaEngine } from './schema-engine';

/** Any number will do, as long as every instance uses the same. */
const ADVISORY_LOCK = 7_718_020_261;

type Target = Pick<Settings, 'engine' | 'databaseUrl'>;

/** Where the migrations of an engine are kept. */
export function migrationsFolder(engine: Engine): string {
  return join(process.cwd(), 'prisma', engine, 'migrations');
}

/**
 * Brings the database up to date and returns the names of the migrations that were applied now. Creates the SQLite file
 * and its folder. Several instances may start at once on one database: one migrates, the others wait for it.
 *
 * @throws Error in one line when the database cannot be reached, or when an earlier migration failed half way.
 */
export async function applyMigrations(target: Target): Promise<string[]> {
  const migrate = async () => {
    const output = await withSchemaEngine(target, (engine) =>
      engine.applyMigrations({ migrationsList: readMigrations(target.engine), filters: NO_FILTERS }),
    );
    return output.appliedMigrationNames;
  };
  if (target.engine === 'postgresql') return withAdvisoryLock(target.databaseUrl, migrate);
  const file = target.databaseUrl.slice('file:'.length);
  mkdirSync(dirname(file), { recursive: true });
  return withProcessLock(`${file}.lock`, migrate);
}

/** The migrations of an engine, oldest first, in the form in which the schema engine wants them. */
export function readMigrations(engine: Engine) {
  const baseDir = migrationsFolder(engine);
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
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
