import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { findGroupStanding, NO_GROUP } from '@/lib/db/group-standing';
import { deleteGroupRow } from '@/lib/db/groups';
import { lockGroupRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

/**
 * Deletes a group with its assignments, and takes back what was shared with it. Attempts and reviews stay.
 *
 * @throws AppError `not-found`.
 */
export async function deleteGroup({ database, userId }: Omit<Actor, 'now'>, groupId: string): Promise<void> {
  await inTransaction(database, async (transaction) => {
    if (!(await lockGroupRow(transaction, groupId))) throw new AppError('not-found', NO_GROUP);
    const { standing } = await findGroupStanding(transaction, groupId, userId);
    authorise('delete-group', standing, NO_GROUP);
    await deleteGroupRow(transaction, groupId);
  });
}
