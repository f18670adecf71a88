import type { DatabaseClient } from './client';

export interface SessionUserRow {
  readonly id: string;
  readonly name: string;
  readonly isGuest: boolean;
}

/**
 * Whose session that token is, while it lasts. Every save asks this, so it is one statement; Prisma would read the two
 * tables one after the other, and Better Auth's own lookup took seven times as long.
 */
export async function findSessionUser(
  database: DatabaseClient,
  token: string,
  now: Date,
): Promise<SessionUserRow | null> {
  const rows = await database.$queryRaw<{ id: string; name: string; isAnonymous: unknown; expiresAt: Date }[]>`
    SELECT "User"."id", "User"."name", "User"."isAnonymous", "Session"."expiresAt"
    FROM "Session" JOIN "User" ON "User"."id" = "Session"."userId"
    WHERE "Session"."token" = ${token}`;
  const row = rows[0];
  if (!row || row.expiresAt.getTime() <= now.getTime()) return null;
  return { id: row.id, name: row.name, isGuest: row.isAnonymous === true };
}
