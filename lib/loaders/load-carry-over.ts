import { may } from '@/lib/core/review/access';
import type { CarriedComment, CarryOver } from '@/lib/core/review/review-api';
import { STEP_IDS } from '@/lib/core/steps';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import { findCommentAnswers, findOpenComments } from '@/lib/db/review-comments';
import { findPublishedReviews } from '@/lib/db/reviews';
import { findAttemptStanding } from '@/lib/db/standing';
import type { Reader } from './reader';

/**
 * The comments on the attempt that this one follows, as a checklist to keep beside it: those that are open, and those that this
 * attempt says it answers. Step by step, and in each in the coach's order.
 *
 * @returns null when it follows none, or one that is gone.
 * @throws AppError `not-found`.
 */
export async function loadCarryOver(
  { database, userId }: Reader,
  attemptId: string,
  now: Date,
): Promise<CarryOver | null> {
  const { followsId } = await getOwnAttempt(database, attemptId, userId);
  if (followsId === null) return null;
  const { attempt: followed, standing } = await findAttemptStanding(database, followsId, userId, now);
  if (!may('use-attempt', standing)) return null;
  const [reviews, answers] = await Promise.all([
    findPublishedReviews(database, followsId),
    findCommentAnswers(database, attemptId),
  ]);
  const readable = new Map(
    reviews
      .filter((row) => may('read-review', { ...standing, isReviewAuthor: row.coachId === userId, review: 'published' }))
      .map((row) => [row.id, row.coachName]),
  );
  const comments = await findOpenComments(database, followsId, [...answers.keys()], userId);
  const carried = comments.flatMap((comment): CarriedComment[] => {
    const coachName = readable.get(comment.reviewId);
    return coachName === undefined ? [] : [{ comment, coachName, answered: answers.get(comment.id) ?? null }];
  });
  return {
    attemptId,
    follows: {
      id: followed.id,
      mode: followed.mode,
      level: followed.level,
      submittedAt: followed.submittedAt?.toISOString() ?? null,
    },
    comments: STEP_IDS.flatMap((step) => carried.filter(({ comment }) => comment.step === step)),
  };
}
