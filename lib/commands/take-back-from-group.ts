import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { deleteGroupRequest } from '@/lib/db/review-requests';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findAttemptStanding } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

/**
 * Takes an attempt back from a group. Not shared with it is fine too, also with a group that one is not in or that is gone.
 *
 * @throws AppError `not-found`.
 */
export async function takeBackFromGroup(
  { database, userId, now }: Actor,
  { attemptId, groupId }: { readonly attemptId: string; readonly groupId: string },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const { standing } = await findAttemptStanding(transaction, attemptId, userId, now);
    authorise('take-back-from-group', standing, NO_ATTEMPT);
    if (!(await lockAttemptRow(transaction, attemptId))) throw new AppError('not-found', NO_ATTEMPT);
    await deleteGroupRequest(transaction, groupId, attemptId);
  });
}
