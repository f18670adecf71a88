import { authorise, may } from '@/lib/core/review/access';
import type { ReceivedReviews, ReviewNews } from '@/lib/core/review/review-api';
import { bandGaps, bandsOf } from '@/lib/core/review/self-marks';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import type { ReviewRow } from '@/lib/db/review-row';
import { findPublishedReviews } from '@/lib/db/reviews';
import { findSelfReview } from '@/lib/db/self-reviews';
import { findAttemptStanding } from '@/lib/db/standing';
import type { Reader } from './reader';
import { readReview } from './review-detail';

/** What a candidate learns of a published review before marking themselves. */
export function reviewNews({ id, coachName, publishedAt }: ReviewRow): ReviewNews {
  return { id, coachName, publishedAt: (publishedAt ?? new Date(0)).toISOString() };
}

/**
 * The published reviews of one's own attempt with their threads and, per dimension, the gap to one's own marks. Before those
 * are given, who reviewed and when, and no more.
 *
 * @throws AppError `not-found`.
 */
export async function loadReceivedReviews(reader: Reader, attemptId: string, now: Date): Promise<ReceivedReviews> {
  const { database, userId } = reader;
  const { attempt, standing } = await findAttemptStanding(database, attemptId, userId, now);
  authorise('use-attempt', standing, NO_ATTEMPT);
  const [rows, selfReview] = await Promise.all([
    findPublishedReviews(database, attemptId),
    findSelfReview(database, attemptId),
  ]);
  const readable = rows.filter((row) =>
    may('read-review', { ...standing, isReviewAuthor: row.coachId === userId, review: 'published' }),
  );
  const own = bandsOf(selfReview?.bands ?? {});
  const reviews = await Promise.all(readable.map((row) => readReview(reader, row, attempt)));
  return {
    attemptId,
    state: readable.length === rows.length ? 'open' : 'closed',
    news: rows.map(reviewNews),
    reviews: reviews.map((review) => ({ ...review, gaps: bandGaps(own, bandsOf(review.review.dimensions)) })),
    selfReview,
  };
}
