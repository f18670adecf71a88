import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { CLAIM_MINUTES, type ClaimedReview } from '@/lib/core/review/review-api';
import type { DatabaseTransaction } from '@/lib/db/client';
import { moveClaim } from '@/lib/db/live-claims';
import { addNotices, type NewNotice } from '@/lib/db/notices';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findName } from '@/lib/db/people';
import { findOtherReviewers, findReviewOf, findReviewState, insertReview } from '@/lib/db/reviews';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findAttemptStanding } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { deliverNotices } from './deliver-notices';

/** When a claim that is made or moved now runs out. */
export function claimEnd(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MINUTES * 60_000);
}

/**
 * Begins a review of an attempt, or comes back to the one begun, and tells other coaches (and, the first time, the candidate) that
 * somebody is at it. Others may review alongside: a claim keeps nobody out.
 *
 * @returns `isNew` false when this coach had begun before.
 * @throws AppError `not-found`, `own-attempt`, `not-submitted`.
 */
export async function claimReview(
  actor: Actor,
  attemptId: string,
): Promise<{ readonly isNew: boolean; readonly review: ClaimedReview }> {
  const { database, userId, now } = actor;
  const { standing } = await findAttemptStanding(database, attemptId, userId, now);
  authorise('claim-review', standing, NO_ATTEMPT);
  const told = standing.ownReview === 'none' ? await begin(actor, attemptId) : null;
  const review = await findReviewOf(database, attemptId, userId);
  if (review === null) throw new AppError('not-found', NO_ATTEMPT);
  const isOpen = review.publishedAt === null;
  const claimedUntil = claimEnd(now);
  if (isOpen && told === null) await moveClaim(database, review, claimedUntil);
  if (told) deliverNotices(database, told);
  return {
    isNew: told !== null,
    review: {
      id: review.id,
      ...(await findReviewState(database, review.id)),
      claimedUntil: (isOpen ? claimedUntil : review.claimedUntil).toISOString(),
      publishedAt: review.publishedAt?.toISOString() ?? null,
      others: await findOtherReviewers(database, attemptId, userId, now),
    },
  };
}

/** @returns who was told; null when this coach has begun in the meantime. */
function begin({ database, userId, now }: Actor, attemptId: string): Promise<readonly NewNotice[] | null> {
  return inTransaction(database, async (transaction: DatabaseTransaction) => {
    // Whoever deletes the attempt, takes it away or begins the same review waits, or is done.
    if (!(await lockAttemptRow(transaction, attemptId))) throw new AppError('not-found', NO_ATTEMPT);
    const { attempt, standing } = await findAttemptStanding(transaction, attemptId, userId, now);
    authorise('claim-review', standing, NO_ATTEMPT);
    if (standing.ownReview !== 'none') return null;
    const by = await findName(transaction, userId);
    await insertReview(transaction, {
      id: randomUUID(),
      attemptId,
      coachId: userId,
      coachName: by,
      createdAt: now,
      claimedUntil: claimEnd(now),
    });
    const { caseSlug } = attempt;
    return addNotices(transaction, [
      { userId: attempt.userId, createdAt: now, notice: { kind: 'claimed', by, attemptId, caseSlug } },
    ]);
  });
}
