import { may } from '@/lib/core/review/access';
import type { CarriedComment, CarryOver } from '@/lib/core/review/review-api';
import { STEP_IDS } from '@/lib/core/steps';
import { findFollowedIds } from '@/lib/db/followed-attempts';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import { findCommentAnswers, findOpenComments } from '@/lib/db/review-comments';
import type { ReviewRow } from '@/lib/db/review-row';
import { findPublishedReviewsAmong } from '@/lib/db/reviews';
import { findAttemptStanding } from '@/lib/db/standing';
import type { Reader } from './reader';

/**
 * The comments on the attempts that this one follows, one after the other, as a checklist to keep beside it: those that are open,
 * and those that this attempt says it answers. Step by step; in each those on the nearest attempt first, in the coach's order.
 *
 * @returns null when it follows none, or none that was reviewed.
 * @throws AppError `not-found`.
 */
export async function loadCarryOver(
  { database, userId }: Reader,
  attemptId: string,
  now: Date,
): Promise<CarryOver | null> {
  const followed = await findFollowedIds(database, await getOwnAttempt(database, attemptId, userId));
  const [reviews, answers] = await Promise.all([
    findPublishedReviewsAmong(database, followed),
    findCommentAnswers(database, attemptId),
  ]);
  const follows: CarryOver['follows'] = [];
  const readable: ReviewRow[] = [];
  for (const id of followed) {
    const its = reviews.filter((row) => row.attemptId === id);
    if (its.length === 0) continue;
    const { attempt, standing } = await findAttemptStanding(database, id, userId, now);
    follows.push({ id, submittedAt: attempt.submittedAt?.toISOString() ?? null });
    for (const row of its) {
      const isReviewAuthor = row.coachId === userId;
      if (may('read-review', { ...standing, isReviewAuthor, review: 'published' })) readable.push(row);
    }
  }
  if (follows.length === 0) return null;
  const comments = await findOpenComments(database, followed, [...answers.keys()], userId);
  const carried = readable.flatMap(({ id, coachName }) =>
    comments
      .filter(({ reviewId }) => reviewId === id)
      .map((comment): CarriedComment => ({ comment, coachName, answered: answers.get(comment.id) ?? null })),
  );
  return {
    attemptId,
    follows,
    comments: STEP_IDS.flatMap((step) => carried.filter(({ comment }) => comment.step === step)),
  };
}
