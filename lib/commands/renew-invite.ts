import { authorise } from '@/lib/core/review/access';
import { findGroupStanding, NO_GROUP } from '@/lib/db/group-standing';
import { setInviteToken } from '@/lib/db/groups';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { newToken } from './create-share';

/**
 * Makes a new invite link for a group; the one before opens nothing any more. Who has joined stays.
 *
 * @returns the token of the new link.
 * @throws AppError `not-found`.
 */
export async function renewInvite({ database, userId }: Omit<Actor, 'now'>, groupId: string): Promise<string> {
  const token = newToken();
  await inTransaction(database, async (transaction) => {
    const { standing } = await findGroupStanding(transaction, groupId, userId);
    authorise('lead-group', standing, NO_GROUP);
    await setInviteToken(transaction, groupId, token);
  });
  return token;
}
