import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { deleteAssignment as deleteRow } from '@/lib/db/assignments';
import { findGroupStanding, NO_GROUP } from '@/lib/db/group-standing';
import { lockGroupRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

/**
 * Takes an assignment back. The attempts that were started for it stay with whoever made them.
 *
 * @throws AppError `not-found`.
 */
export async function deleteAssignment(
  { database, userId }: Omit<Actor, 'now'>,
  { groupId, assignmentId }: { readonly groupId: string; readonly assignmentId: string },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    if (!(await lockGroupRow(transaction, groupId))) throw new AppError('not-found', NO_GROUP);
    const { standing } = await findGroupStanding(transaction, groupId, userId);
    authorise('lead-group', standing, NO_GROUP);
    if (!(await deleteRow(transaction, { id: assignmentId, groupId }))) {
      throw new AppError('not-found', 'This group has no such assignment.');
    }
  });
}
