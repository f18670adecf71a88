import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { findAttempt } from '@/lib/db/attempts';
import { addNotices } from '@/lib/db/notices';
import { findIsGuest, findName } from '@/lib/db/people';
import { findAnsweredAt, hasAccepted, insertRequest } from '@/lib/db/review-requests';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findShareByToken, isLive } from '@/lib/db/shares';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { deliverNotices } from './deliver-notices';

/** The same words for a link that never was, has expired or was revoked. */
const NO_SHARE = 'There is nothing behind this link. It may have been revoked or have expired.';

/**
 * Takes the attempt behind a link into one's queue. Accepting again changes nothing.
 *
 * @returns the id of the attempt.
 * @throws AppError `not-found` for a link that opens nothing; `needs-account`; `own-attempt`.
 */
export async function acceptShare({ database, userId, now }: Actor, token: string): Promise<string> {
  const found = await findShareByToken(database, token);
  if (found === null) throw new AppError('not-found', NO_SHARE);
  const told = await inTransaction(database, async (transaction) => {
    // Read once it is held: it may be revoked, or the attempt deleted, at this very moment.
    if (!(await lockAttemptRow(transaction, found.attemptId))) throw new AppError('not-found', NO_SHARE);
    const share = await findShareByToken(transaction, token);
    const attempt = share && (await findAttempt(transaction, share.attemptId));
    if (!share || !attempt) throw new AppError('not-found', NO_SHARE);
    const isGuest = await findIsGuest(transaction, userId);
    authorise('accept-share', { isGuest, isOwner: attempt.userId === userId, isLive: isLive(share, now) }, NO_SHARE);
    if (await hasAccepted(transaction, share.id, userId)) return [];
    await insertRequest(transaction, {
      id: randomUUID(),
      attemptId: attempt.id,
      candidateId: attempt.userId,
      caseSlug: attempt.caseSlug,
      note: share.note,
      requestedAt: now,
      expiresAt: share.expiresAt,
      reviewedAt: await findAnsweredAt(transaction, attempt.id, [userId]),
      by: { coachId: userId, shareId: share.id },
    });
    const by = await findName(transaction, userId);
    const { id: attemptId, caseSlug } = attempt;
    return addNotices(transaction, [
      { userId: attempt.userId, createdAt: now, notice: { kind: 'share-opened', by, attemptId, caseSlug } },
    ]);
  });
  deliverNotices(database, told);
  return found.attemptId;
}
