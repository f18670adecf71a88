import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { findAttempt } from '@/lib/db/attempts';
import { deleteRequestsOfShare } from '@/lib/db/review-requests';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findShare, setRevoked } from '@/lib/db/shares';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

const NO_SHARE = 'There is no such link, or it is not yours.';

/**
 * Makes a link dead, and takes the attempt from everybody who accepted it. Revoking again changes nothing.
 *
 * @throws AppError `not-found`.
 */
export async function revokeShare({ database, userId, now }: Actor, shareId: string): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const share = await findShare(transaction, shareId);
    const attempt = share && (await findAttempt(transaction, share.attemptId));
    if (!share || !attempt) throw new AppError('not-found', NO_SHARE);
    authorise('revoke-share', { isOwner: attempt.userId === userId }, NO_SHARE);
    // Whoever is just accepting it is done by then, or finds it revoked.
    if (!(await lockAttemptRow(transaction, attempt.id))) throw new AppError('not-found', NO_SHARE);
    await setRevoked(transaction, share.id, now);
    await deleteRequestsOfShare(transaction, share.id);
  });
}
