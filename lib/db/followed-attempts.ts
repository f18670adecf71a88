import type { DatabaseClient, DatabaseTransaction } from './client';

/**
 * The attempts that an attempt follows: the one it follows, the one that follows in turn, and so on, the nearest first. It ends
 * at an attempt that follows none, or one that was deleted; what belongs to another person is left out.
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
