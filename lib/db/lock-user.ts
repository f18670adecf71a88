import { type DatabaseClient, type DatabaseTransaction, engineOf } from './client';

/**
 * Holds a person's row until the transaction ends: nothing new can begin to belong to them meanwhile, on PostgreSQL
 * because whoever inserts it must share the row, on SQLite because there is one writer.
 */
export async function lockUser(
  database: DatabaseClient,
  transaction: DatabaseTransaction,
  userId: string,
): Promise<void> {
  if (engineOf(database) === 'sqlite') return;
  await transaction.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
}
