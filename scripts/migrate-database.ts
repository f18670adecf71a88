import { applyMigrations, prepareDatabaseFile } from '@/lib/db/migrate';
import { readSettings } from '@/lib/settings';

/**
 * Brings the database that the environment names up to date; gives the migrations that were applied now.
 *
 * @throws Error in one line that names the setting to look at.
 */
export async function migrateDatabase(env: Environment): Promise<string[]> {
  const settings = readSettings(env);
  try {
    return await applyMigrations(settings);
  } catch (error) {
    throw named(env, error);
  }
}

/**
 * Finds out before a build, which takes a minute, that there is no place for the database.
 *
 * @throws Error in one line that names the setting to look at.
 */
export function prepareDatabase(env: Environment): void {
  const settings = readSettings(env);
  try {
    prepareDatabaseFile(settings);
  } catch (error) {
    throw named(env, error);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

function named(env: Environment, error: unknown): Error {
  const name = env.DATABASE_URL?.trim() ? 'DATABASE_URL' : 'DATA_DIR';
  return new Error(`The database that ${name} names cannot be used: ${reasonOf(error)}`, { cause: error });
}

/** Node tries each address of a name, and what all of them said has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
