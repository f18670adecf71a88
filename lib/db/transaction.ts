import type { DatabaseClient, DatabaseTransaction } from './client';
import { driverCause } from './unavailable';

const ATTEMPTS = 5;

/**
 * What ends a transaction that met another one, in the words of Prisma and of the drivers: a deadlock, a row that somebody
 * else has just inserted, a row it refers to that somebody else has just deleted.
 */
const PRISMA_CODES = new Set(['P2002', 'P2003', 'P2034']);
const DRIVER_KINDS = new Set([
  'TransactionWriteConflict',
  'UniqueConstraintViolation',
  'ForeignKeyConstraintViolation',
]);

function metAnother(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && PRISMA_CODES.has(error.code)) return true;
  return DRIVER_KINDS.has(driverCause(error)?.kind ?? '');
}

/**
 * Runs some work as one transaction, and again from its start when it met another one: so `work` reads whatever it decides
 * on by itself, and finds what is there now. On both engines it sees what others have committed (SQLite has one writer).
 */
export async function inTransaction<Result>(
  database: DatabaseClient,
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.$transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !metAnother(error)) throw error;
    }
  }
}
