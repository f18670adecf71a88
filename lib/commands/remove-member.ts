import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { deleteMember } from '@/lib/db/group-members';
import { findMemberStanding, NO_GROUP } from '@/lib/db/group-standing';
import { deleteRequestsOfMember } from '@/lib/db/review-requests';
import { lockGroupRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

/**
 * Takes a person out of a group, oneself or somebody else: what they shared with it is no longer there for its coaches, and
 * what others shared no longer for them.
 *
 * @throws AppError `not-found`, `owner-stays`, `owner-decides`.
 */
export async function removeMember(
  { database, userId }: Omit<Actor, 'now'>,
  { groupId, memberId }: { readonly groupId: string; readonly memberId: string },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    if (!(await lockGroupRow(transaction, groupId))) throw new AppError('not-found', NO_GROUP);
    const { standing } = await findMemberStanding(transaction, groupId, userId, memberId);
    authorise('remove-member', standing, NO_GROUP);
    await deleteMember(transaction, groupId, memberId);
    await deleteRequestsOfMember(transaction, groupId, memberId);
  });
}
