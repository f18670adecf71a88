import { type DatabaseClient, type DatabaseTransaction, engineOf } from './client';
import { lockEverythingOf } from './lock-user';
import { inTransaction } from './transaction';

/**
 * Deletes a person with everything: sessions, accounts, attempts, and what was noted about them in passing.
 *
 * What others have of them stays theirs: a group goes to its coach of longest standing (and only without one goes too), a
 * published review keeps the name under which it was written. A review that was never published goes.
 */
export async function deleteUserRows(database: DatabaseClient, userId: string): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await lockEverythingOf(database, transaction, userId);
    await handOverGroups(database, transaction, userId);
    await transaction.review.deleteMany({ where: { coachId: userId, publishedAt: null } });
    await transaction.verification.deleteMany({ where: { value: { contains: userId } } });
    await transaction.rateLimit.deleteMany({ where: { key: { endsWith: `:${userId}` } } });
    await transaction.user.deleteMany({ where: { id: userId } });
  });
}

async function handOverGroups(
  database: DatabaseClient,
  transaction: DatabaseTransaction,
  userId: string,
): Promise<void> {
  if (engineOf(database) === 'postgresql') {
    // A coach who leaves at this moment must not become the owner.
    await transaction.$queryRaw`
      SELECT 1 FROM "GroupMember" JOIN "Group" ON "Group"."id" = "GroupMember"."groupId"
      WHERE "Group"."ownerId" = ${userId} FOR UPDATE`;
  }
  const owned = await transaction.group.findMany({
    where: { ownerId: userId },
    select: {
      id: true,
      members: {
        where: { role: 'coach', userId: { not: userId } },
        orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
        take: 1,
        select: { userId: true },
      },
    },
  });
  for (const { id, members } of owned) {
    const [next] = members;
    if (next) await transaction.group.update({ where: { id }, data: { ownerId: next.userId } });
    else await transaction.group.delete({ where: { id } });
  }
}
