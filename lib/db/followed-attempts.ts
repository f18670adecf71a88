import { type DatabaseClient, type DatabaseTransaction, engineOf } from './client';

/**
 * The attempts that an attempt follows: the one it follows, the one that follows in turn, and so on, the nearest first. It ends
 * at an attempt that follows none; what belongs to another person is left out.
 */
export async function findFollowedIds(
  database: DatabaseClient | DatabaseTransaction,
  { followsId, userId }: { readonly followsId: string | null; readonly userId: string },
): Promise<string[]> {
  if (followsId === null) return [];
  const rows = await database.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE "followed" ("id", "followsId", "distance") AS (
      SELECT "id", "followsId", 1 FROM "Attempt" WHERE "id" = ${followsId} AND "userId" = ${userId}
      UNION ALL
      SELECT "Attempt"."id", "Attempt"."followsId", "followed"."distance" + 1 FROM "Attempt"
      JOIN "followed" ON "Attempt"."id" = "followed"."followsId" WHERE "Attempt"."userId" = ${userId}
    )
    SELECT "id" FROM "followed" ORDER BY "distance"`;
  return rows.map(({ id }) => id);
}

/**
 * Lets those that follow an attempt follow the one that it follows itself: it is about to be deleted, and the comments on those
 * before it are carried on all the same.
 *
 * The attempts of the chain that this touches are locked in the order of their ids, as everywhere (see `lock-user.ts`): two neighbours
 * that are deleted at once would wait for each other otherwise.
 */
export async function passFollowersOn(
  database: DatabaseClient,
  transaction: DatabaseTransaction,
  attemptId: string,
): Promise<void> {
  if (engineOf(database) === 'postgresql') {
    await transaction.$queryRaw`
      SELECT "id" FROM "Attempt"
      WHERE "id" = ${attemptId} OR "followsId" = ${attemptId}
        OR "id" = (SELECT "followsId" FROM "Attempt" WHERE "id" = ${attemptId})
      ORDER BY "id" FOR NO KEY UPDATE`;
  }
  // A statement of its own: what it follows may have changed while this waited for the locks.
  await transaction.$executeRaw`
    UPDATE "Attempt" SET "followsId" = (SELECT "before"."followsId" FROM "Attempt" AS "before" WHERE "before"."id" = ${attemptId})
    WHERE "followsId" = ${attemptId}`;
}
