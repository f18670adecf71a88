import { join, relative } from 'node:path';
import { readSettings, type Settings } from '@/lib/settings';
import { findBuild } from './build/find-build';
import { generateClients } from './generate-clients';
import { migrateDatabase, prepareDatabase } from './migrate-database';

/*
 * What has to be there before Warmstart can serve, each part only when it is missing or out of date: the database clients,
 * the build, the database. Run by start.mjs, which then serves in its own process; with --build-only for CI.
 */
const root = join(import.meta.dirname, '..');

async function prepare(): Promise<void> {
  const settings = readSettings(process.env);
  const isBuildOnly = process.argv.includes('--build-only');
  if (!isBuildOnly) prepareDatabase(process.env);
  await step('Database clients', async () => ((await generateClients()) ? 'generated' : 'up to date'));
  const folder = await build();
  if (!isBuildOnly) await step('Database', () => migrate(settings));
  process.send?.({ buildFolder: folder });
}

async function build(): Promise<string> {
  const { folder, complete } = findBuild(root);
  if (complete) {
    report('Build', 'up to date');
    return folder;
  }
  console.log('Build: the sources or the content have changed since the last one. This takes up to a minute.');
  const { buildApp } = await import('./build/build-app');
  const start = performance.now();
  const built = await buildApp(root, (line) => report('Build', line));
  report('Build', 'done', start);
  return built;
}

async function migrate(settings: Settings): Promise<string> {
  const applied = await migrateDatabase(process.env);
  const where =
    settings.engine === 'sqlite'
      ? `SQLite, ${shown(settings.databaseUrl.slice('file:'.length))}`
      : `PostgreSQL, ${new URL(settings.databaseUrl).host}`;
  if (applied.length === 0) return `${where}, up to date`;
  return `${where}, ${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'} applied`;
}

/** A path inside the project is shorter from its root, another one is clearer whole. */
function shown(path: string): string {
  const fromRoot = relative(root, path);
  return fromRoot.startsWith('..') ? path : fromRoot;
}

async function step(name: string, work: () => Promise<string>): Promise<void> {
  const start = performance.now();
  report(name, await work(), start);
}

function report(name: string, outcome: string, startMs?: number): void {
  const seconds = startMs === undefined ? 0 : (performance.now() - startMs) / 1000;
  console.log(`${name}: ${outcome}${seconds >= 1 ? ` (${seconds.toFixed(1)} s)` : ''}`);
}

// Nobody waits for the result any more.
process.on('disconnect', () => process.exit(1));

prepare().then(
  // The schema engine leaves a timer behind, which would keep this process for ten seconds.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
