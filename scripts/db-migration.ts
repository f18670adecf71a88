import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from '@/lib/db/migrations-folder';
import { sqlBetween } from '@/lib/db/schema-engine';
import type { Engine } from '@/lib/settings';

/*
 * Writes the next migration of both engines: `npm run db:migration -- add-reviews`.
 *
 * It compares the models with `prisma/migrated.prisma`, the copy of the models that the migrations so far lead to, so it
 * needs no database. Read the SQL before you commit it, and add by hand what moves data.
 */
const ENGINES: readonly Engine[] = ['sqlite', 'postgresql'];
const MODELS = 'prisma/models.prisma';
const MIGRATED = 'prisma/migrated.prisma';

async function main(): Promise<void> {
  const words = process.argv
    .slice(2)
    .join('_')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_');
  if (!/[a-z0-9]/.test(words)) throw new Error('Give the migration a name: npm run db:migration -- add-reviews');
  const moment = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const written: string[] = [];
  for (const engine of ENGINES) {
    const before = existsSync(MIGRATED) ? readFileSync(MIGRATED, 'utf8') : null;
    const sql = await sqlBetween(engine, before, readFileSync(MODELS, 'utf8'));
    if (sql === '') continue;
    const folder = join(migrationsFolder(engine), `${moment}_${words}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(migrationsFolder(engine), 'migration_lock.toml'), `provider = "${engine}"\n`);
    writeFileSync(join(folder, 'migration.sql'), sql);
    written.push(join('prisma', engine, 'migrations', `${moment}_${words}`, 'migration.sql'));
  }
  copyFileSync(MODELS, MIGRATED);
  console.log(
    written.length === 0
      ? 'The models need no migration.'
      : `Written, to be read before it is committed:\n${written.map((file) => `  ${file}`).join('\n')}`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
