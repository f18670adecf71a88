import { existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { readSettings } from '@/lib/settings';

/*
 * `npm run db:backup -- backup.db`: a consistent copy of the SQLite file, while the app is running or not, checked before
 * it gets its name.
 */
async function main(): Promise<string> {
  const target = process.argv[2];
  if (target === undefined) throw new Error('Say where to: npm run db:backup -- backup.db');
  if (existsSync(target)) throw new Error(`${target} is there already; an earlier copy is not overwritten.`);
  const { engine, databaseUrl } = readSettings(process.env);
  if (engine !== 'sqlite') throw new Error('This is for SQLite. For PostgreSQL use pg_dump.');
  const file = databaseUrl.slice('file:'.length);
  if (!existsSync(file)) throw new Error(`There is no database at ${file} yet.`);

  const unfinished = `${target}.part`;
  rmSync(unfinished, { force: true });
  const source = new Database(file, { readonly: true });
  await source.backup(unfinished);
  source.close();
  check(unfinished);
  renameSync(unfinished, target);
  return `Copied ${file} to ${target}, and checked the copy.`;
}

function check(file: string): void {
  const copy = new Database(file);
  // The copy comes as one file, without the journal that the original keeps beside it.
  copy.pragma('journal_mode = DELETE');
  const found = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (found !== 'ok') throw new Error(`The copy is damaged, and so may be the original: ${String(found)}`);
}

main().then(console.log, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
