import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { ratedDimensions } from '@/lib/core/review/evidence';
import type { PublishedReview, ReviewState } from '@/lib/core/review/review-api';
import { verdictIssues } from '@/lib/core/review/verdict';
import type { DatabaseTransaction } from '@/lib/db/client';
import { addNotices, type NewNotice } from '@/lib/db/notices';
import { insertComments } from '@/lib/db/review-comments';
import { findReviewState, setPublished, setRequestsReviewed } from '@/lib/db/reviews';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findReviewStanding, NO_REVIEW, type StandingBeforeReview } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { refuseEmptyComments, refuseReview } from './check-review';
import { deliverNotices } from './deliver-notices';

interface PublishReview {
  readonly reviewId: string;
  /** What the coach has seen and wants to publish; left out, whatever is stored. */
  readonly revision?: number | undefined;
}

/**
 * Publishes a review: it is frozen, its comments can be answered, the requests that it answers leave the queue, and the candidate
 * is told. All of it or nothing. Publishing again changes nothing and returns the first time.
 *
 * @throws AppError `conflict` with what is stored when that is another revision; `invalid` without a verdict, or with a
 * comment that says nothing; `not-found`.
 */
export async function publishReview(actor: Actor, { reviewId, revision }: PublishReview): Promise<PublishedReview> {
  const { database, userId, now } = actor;
  const first = await findReviewStanding(database, reviewId, userId, now);
  authorise('publish-review', first.standing, NO_REVIEW);
  const { publishedAt, told } = await inTransaction(database, async (transaction) => {
    // From here on nobody deletes the attempt or takes it away, and another coach's publication waits.
    if (!(await lockAttemptRow(transaction, first.attempt.id))) throw new AppError('not-found', NO_REVIEW);
    const before = await findReviewStanding(transaction, reviewId, userId, now);
    authorise('publish-review', before.standing, NO_REVIEW);
    if (before.review.publishedAt !== null) return { publishedAt: before.review.publishedAt, told: [] };
    // From here on no save gets in: what is read next is what is published.
    await setPublished(transaction, reviewId, now);
    const current = await findReviewState(transaction, reviewId);
    if (revision !== undefined && current.revision !== revision) {
      throw new AppError('conflict', 'This review was saved somewhere else in the meantime. Look at it first.', {
        current,
      });
    }
    checkComplete(before, current);
    return { publishedAt: now, told: await publish(transaction, actor, before, current) };
  });
  deliverNotices(database, told);
  return { id: reviewId, publishedAt: publishedAt.toISOString() };
}

function checkComplete({ attempt }: StandingBeforeReview, { review }: ReviewState): void {
  if (review.verdict === null) {
    refuseReview([{ path: 'verdict', message: 'Give a verdict first.' }], 'A review is published with a verdict.');
  }
  refuseReview(verdictIssues(review, ratedDimensions(attempt.onlyStep)), 'The verdict cannot be published yet.');
  refuseEmptyComments(review);
}

async function publish(
  transaction: DatabaseTransaction,
  { userId, now }: Actor,
  { attempt, review }: StandingBeforeReview,
  { review: body }: ReviewState,
): Promise<readonly NewNotice[]> {
  const { comments } = body;
  await insertComments(transaction, { reviewId: review.id, attemptId: attempt.id, comments, now });
  await setRequestsReviewed(transaction, attempt.id, userId, now);
  const about = { attemptId: attempt.id, caseSlug: attempt.caseSlug, reviewId: review.id };
  return addNotices(transaction, [
    {
      userId: attempt.userId,
      createdAt: now,
      notice: { kind: 'review-published', by: review.coachName, ...about },
    },
  ]);
}
