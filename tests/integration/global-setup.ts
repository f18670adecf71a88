import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '@/lib/db/migrate';
import { generateClients } from '@/scripts/generate-clients';
import { startPostgres } from '../postgres-server';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for the files of this run. */
    folder: string;
    /** A migrated, empty SQLite file to copy. */
    sqliteTemplate: string;
    /** The server's maintenance database; `template_warmstart` beside it is migrated and empty. */
    postgresqlUrl: string;
  }
}

/** One PostgreSQL server and one migrated template per engine for the whole run: a fresh database is then a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClients();
  const folder = mkdtempSync(join(tmpdir(), 'warmstart-test-'));
  const sqliteTemplate = join(folder, 'template.db');
  await applyMigrations({ engine: 'sqlite', databaseUrl: `file:${sqliteTemplate}` });

  const server = await startPostgres();
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query('CREATE DATABASE template_warmstart');
  await client.end();
  await applyMigrations({ engine: 'postgresql', databaseUrl: server.url('template_warmstart') });

  project.provide('folder', folder);
  project.provide('sqliteTemplate', sqliteTemplate);
  project.provide('postgresqlUrl', server.url('postgres'));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
