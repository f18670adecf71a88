import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient as PostgresqlClient } from '@/.generated/prisma/postgresql/client';
import { PrismaClient as SqliteClient } from '@/.generated/prisma/sqlite/client';
import { type Engine, type Settings, settings } from '@/lib/settings';
import { SqliteAdapterFactory } from './sqlite-adapter';

/**
 * The one type of both clients. They are generated from the same models; SQLite's offers the smaller set of options, so
 * what compiles against it runs on both.
 */
export type DatabaseClient = SqliteClient;

/** The same operations inside of `database.$transaction(async (transaction) => …)`. */
export type DatabaseTransaction = Omit<
  DatabaseClient,
  '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'
>;

// On globalThis, because Next evaluates modules more than once: for pages and for routes, and again after an edit.
const held = globalThis as { warmstartDatabase?: DatabaseClient; warmstartEngines?: WeakMap<DatabaseClient, Engine> };

function engines(): WeakMap<DatabaseClient, Engine> {
  held.warmstartEngines ??= new WeakMap();
  return held.warmstartEngines;
}

/** Opens a client of its own. The caller closes it with `$disconnect()`. */
export function openDatabase({ engine, databaseUrl }: Pick<Settings, 'engine' | 'databaseUrl'>): DatabaseClient {
  // Prisma waits 2 s for a transaction to begin and 5 s for it to end: too short for a queue on a slow disk.
  const transactionOptions = { maxWait: 10_000, timeout: 10_000 };
  // Otherwise every query records a stack, in case its error is to be shown with lines of our code around it.
  const errorFormat = 'minimal';
  const client =
    engine === 'sqlite'
      ? new SqliteClient({ adapter: new SqliteAdapterFactory(databaseUrl), transactionOptions, errorFormat })
      : (new PostgresqlClient({
          adapter: new PrismaPg({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 }),
          transactionOptions,
          errorFormat,
        }) as unknown as SqliteClient);
  engines().set(client, engine);
  return client;
}

/** For the few statements that the two engines word differently. */
export function engineOf(client: DatabaseClient): Engine {
  const engine = engines().get(client);
  if (!engine) throw new Error('This client was not opened by openDatabase().');
  return engine;
}

/** The client of this process, opened at the first call: a build must never touch the database. */
export function database(): DatabaseClient {
  held.warmstartDatabase ??= openDatabase(settings());
  return held.warmstartDatabase;
}
