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

/**
 * Holds everything that goes or changes with a person, before the person's own row: their groups, the attempts that are theirs,
 * and those that they review or were asked to. That is the order in which everybody locks (see `row-locks.ts`); a notice to
 * them, or a review of theirs, shares their row last. Taken first, it would be waited for by somebody whose attempt this
 * waits for in turn, until PostgreSQL looks, after a second, and fails one of the two.
 */
export async function lockEverythingOf(
  database: DatabaseClient,
  transaction: DatabaseTransaction,
  userId: string,
): Promise<void> {
  if (engineOf(database) === 'sqlite') return;
  await transaction.$queryRaw`
    SELECT "id" FROM "Group"
    WHERE "id" IN (SELECT "groupId" FROM "GroupMember" WHERE "userId" = ${userId})
    ORDER BY "id" FOR NO KEY UPDATE`;
  await transaction.$queryRaw`
    SELECT "id" FROM "Attempt"
    WHERE "id" IN (
      SELECT "id" FROM "Attempt" WHERE "userId" = ${userId}
      UNION SELECT "attemptId" FROM "Review" WHERE "coachId" = ${userId}
      UNION SELECT "attemptId" FROM "ReviewRequest" WHERE "coachId" = ${userId})
    ORDER BY "id" FOR NO KEY UPDATE`;
  await lockUser(database, transaction, userId);
}
