import type { DatabaseClient } from './client';

/** Deletes a person with everything: sessions, accounts, attempts, and what was noted about them in passing. */
export async function deleteUserRows(database: DatabaseClient, userId: string): Promise<void> {
  await database.$transaction([
    database.verification.deleteMany({ where: { value: { contains: userId } } }),
    database.rateLimit.deleteMany({ where: { key: { endsWith: `:${userId}` } } }),
    database.user.deleteMany({ where: { id: userId } }),
  ]);
}
