import { AppError } from '@/lib/core/app-error';
import { authorise, refusal } from '@/lib/core/review/access';
import { isSameReview } from '@/lib/core/review/packet';
import type { SavedReview } from '@/lib/core/review/review-api';
import { findPassages } from '@/lib/db/frozen-answers';
import { moveClaim } from '@/lib/db/live-claims';
import { asReadable } from '@/lib/db/readable-attempt';
import { findReviewState, insertReviewSave } from '@/lib/db/reviews';
import { findReviewStanding, NO_REVIEW } from '@/lib/db/standing';
import type { Actor } from './actor';
import { checkReview, checkUnlessGone } from './check-review';
import { claimEnd } from './claim-review';

interface SaveReview {
  readonly reviewId: string;
  /** The revision that it was written over; 0 when nothing had been saved. */
  readonly baseRevision: number;
  readonly review: unknown;
}

/**
 * Saves a coach's review. When this returns, the save is on disk and in the history, and the claim has moved on.
 *
 * As with answers, a save of what is stored already changes nothing and returns the stored revision, whatever its base.
 *
 * @throws AppError `conflict` with what is stored, `frozen` once it is published, `invalid` (a quote that does not stand in
 * the answer, a verdict without evidence), `not-found`.
 */
export async function saveReview(
  { database, userId, now }: Actor,
  { reviewId, baseRevision, review }: SaveReview,
): Promise<SavedReview> {
  const before = await findReviewStanding(database, reviewId, userId, now);
  const isFrozen = refusal('save-review', before.standing) === 'frozen';
  if (!isFrozen) authorise('save-review', before.standing, NO_REVIEW);
  const passages = await findPassages(database, asReadable(before));
  const checked = await checkUnlessGone(
    () => checkReview(review, before.attempt, passages),
    () => findReviewStanding(database, reviewId, userId, now),
  );

  const claimedUntil = claimEnd(now);
  const taken =
    !isFrozen &&
    (await insertReviewSave(database, { reviewId, coachId: userId, baseRevision, review: checked, savedAt: now }));
  if (taken) {
    await moveClaim(database, before.review, claimedUntil);
    return {
      revision: baseRevision + 1,
      savedAt: now.toISOString(),
      claimedUntil: claimedUntil.toISOString(),
    };
  }
  // Why not: it is stored already, it was published or deleted, or another tab saved.
  const current = await findReviewState(database, reviewId);
  const again = await findReviewStanding(database, reviewId, userId, now);
  if (current.savedAt !== null && isSameReview(current.review, checked)) {
    const { claimedUntil: until } = again.review;
    return { revision: current.revision, savedAt: current.savedAt, claimedUntil: until.toISOString() };
  }
  if (again.review.publishedAt !== null) {
    throw new AppError('frozen', 'This review is published, so it can no longer change.');
  }
  throw new AppError('conflict', 'This review was saved somewhere else in the meantime. Choose which to keep.', {
    current,
  });
}
