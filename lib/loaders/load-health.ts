import { listCases } from '@/lib/content/library';
import { type DatabaseClient, database as ownDatabase } from '@/lib/db/client';
import { pingDatabase } from '@/lib/db/ping';

export interface Health {
  readonly status: 'ok' | 'unavailable';
  readonly database: 'ok' | 'unavailable';
  /** How many case studies can be practised. */
  readonly cases: number;
}

/** Whether the app can do its work: it can when the database answers. */
export async function loadHealth(database: DatabaseClient = ownDatabase()): Promise<Health> {
  const reached = await pingDatabase(database);
  return {
    status: reached ? 'ok' : 'unavailable',
    database: reached ? 'ok' : 'unavailable',
    cases: listCases().length,
  };
}
