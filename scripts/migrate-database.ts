import { applyMigrations } from '@/lib/db/migrate';
import { readSettings } from '@/lib/settings';

/**
 * Brings the database that the environment names up to date; gives the migrations that were applied now.
 *
 * @throws Error in one line that names the setting to look at.
 */
export async function migrateDatabase(env: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const settings = readSettings(env);
  try {
    return await applyMigrations(settings);
  } catch (error) {
    const name = env.DATABASE_URL?.trim() ? 'DATABASE_URL' : 'DATA_DIR';
    throw new Error(`The database that ${name} names cannot be used: ${reasonOf(error)}`, { cause: error });
  }
}

/** Node tries each address of a name, and what all of them said has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
