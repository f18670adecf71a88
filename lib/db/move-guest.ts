import { Prisma } from '@/.generated/prisma/sqlite/client';
import type { DatabaseClient } from './client';
import { lockUser } from './lock-user';
import { inTransaction } from './transaction';

interface Belonging {
  readonly table: string;
  readonly column: string;
  /** Where there may be one for each person and one of these. */
  readonly oneFor?: string;
}

/** Everything that says whose it is. A test holds this list against the models. */
export const BELONGINGS: readonly Belonging[] = [
  { table: 'Attempt', column: 'userId' },
  { table: 'ReviewRequest', column: 'candidateId' },
  { table: 'ReviewRequest', column: 'coachId', oneFor: 'shareId' },
  { table: 'Review', column: 'coachId', oneFor: 'attemptId' },
  { table: 'CommentReply', column: 'authorId' },
  { table: 'Group', column: 'ownerId' },
  { table: 'GroupMember', column: 'userId', oneFor: 'groupId' },
  { table: 'SavedReply', column: 'coachId' },
  { table: 'LearnerNote', column: 'coachId', oneFor: 'learnerId' },
  { table: 'LearnerNote', column: 'learnerId', oneFor: 'coachId' },
  { table: 'Notice', column: 'userId' },
  { table: 'Nudge', column: 'senderId' },
  { table: 'Nudge', column: 'recipientId' },
];

/** What ends with a guest: they have no password, and their sessions must not go on. */
export const ENDS_WITH_GUEST: readonly Belonging[] = [
  { table: 'Session', column: 'userId' },
  { table: 'Account', column: 'userId' },
];

/** Table and column names are ours, out of the list above. */
function moveStatement({ table, column, oneFor }: Belonging, guestId: string, accountId: string): Prisma.Sql {
  const row = Prisma.raw(`"${table}"`);
  const whose = Prisma.raw(`"${column}"`);
  if (oneFor === undefined) return Prisma.sql`UPDATE ${row} SET ${whose} = ${accountId} WHERE ${whose} = ${guestId}`;
  const same = Prisma.raw(`"mine"."${oneFor}" = "${table}"."${oneFor}"`);
  return Prisma.sql`
    UPDATE ${row} SET ${whose} = ${accountId} WHERE ${whose} = ${guestId} AND NOT EXISTS (
      SELECT 1 FROM ${row} AS "mine" WHERE "mine".${whose} = ${accountId} AND ${same})`;
}

/**
 * Gives everything of a guest to an account, and removes the guest with their session, in one transaction.
 *
 * Nothing that was acknowledged can get lost on the way. What is being written while this runs is either committed before the
 * guest's row is locked, and moves; or it waits for the lock, finds the guest gone, and is refused. A save finds the
 * attempt by its owner in the statement that writes it (`insertSave`), so the same holds there.
 *
 * @returns false when there was no such guest: gone with another tab, or a member in the meantime.
 */
export function moveGuestRows(database: DatabaseClient, guestId: string, accountId: string): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    await lockUser(database, transaction, guestId);
    const guest = await transaction.user.findUnique({ where: { id: guestId }, select: { isAnonymous: true } });
    if (guest?.isAnonymous !== true) return false;
    for (const belonging of BELONGINGS) {
      await transaction.$executeRaw(moveStatement(belonging, guestId, accountId));
    }
    await transaction.rateLimit.deleteMany({ where: { key: { endsWith: `:${guestId}` } } });
    await transaction.user.delete({ where: { id: guestId } });
    return true;
  });
}
