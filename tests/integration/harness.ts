import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type DatabaseClient, openDatabase } from '@/lib/db/client';
import { type Engine, readSettings, type Settings } from '@/lib/settings';

/** Every suite runs on both: `describe.each(engines)('… on %s', (engine) => { … })`. */
export const engines: readonly Engine[] = ['sqlite', 'postgresql'];

export interface TestDatabase {
  readonly database: DatabaseClient;
  /** Settings of an instance on this database, with a data folder of its own. */
  readonly settings: Settings;
  /** A second connection, as another instance of the app would have. Closed by `close()`. */
  openAnother(): DatabaseClient;
  close(): Promise<void>;
}

interface Start {
  /** Leaves out the migrations. */
  readonly empty?: boolean;
  /** Begins with everything in this one, which must be closed. */
  readonly copyOf?: TestDatabase;
}

/** A database of its own for one test or one suite. */
export async function freshDatabase(engine: Engine, { empty = false, copyOf }: Start = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const dataDir = join(inject('folder'), name);
  mkdirSync(dataDir);
  const databaseUrl =
    engine === 'sqlite' ? sqliteCopy(dataDir, empty, copyOf) : await postgresqlCopy(name, empty, copyOf);
  const settings: Settings = {
    ...readSettings({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }),
    // Every test comes from one address.
    guestsPerHour: 1000,
    savesPerMinute: 1_000_000,
  };
  const opened: DatabaseClient[] = [];
  const open = () => {
    const client = openDatabase(settings);
    opened.push(client);
    return client;
  };
  return {
    database: open(),
    settings,
    openAnother: open,
    close: async () => {
      await Promise.all(opened.map((client) => client.$disconnect()));
    },
  };
}

function sqliteCopy(folder: string, empty: boolean, source?: TestDatabase): string {
  const file = join(folder, 'warmstart.db');
  const template = source?.settings.databaseUrl.slice('file:'.length) ?? inject('sqliteTemplate');
  if (!empty) copyFileSync(template, file);
  return `file:${file}`;
}

async function postgresqlCopy(name: string, empty: boolean, source?: TestDatabase): Promise<string> {
  const template = source ? new URL(source.settings.databaseUrl).pathname.slice(1) : 'template_warmstart';
  const connectionString = inject('postgresqlUrl');
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : template}`);
  } finally {
    await client.end();
  }
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}
