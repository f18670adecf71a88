import { AppError } from '@/lib/core/app-error';
import { authorise, refusal } from '@/lib/core/review/access';
import type { ReviewDetail } from '@/lib/core/review/review-api';
import { findReviewStanding, NO_REVIEW } from '@/lib/db/standing';
import { reviewNews } from './load-received-reviews';
import type { Reader } from './reader';
import { readReview } from './review-detail';

/**
 * A review with its threads: a coach's own; a published one for its candidate, once they have marked themselves, and for another
 * coach who has published too.
 *
 * @throws AppError `not-found`; `mark-yourself-first` with who reviewed and when, and no more.
 */
export async function loadReview(reader: Reader, reviewId: string, now: Date): Promise<ReviewDetail> {
  const { review, attempt, standing } = await findReviewStanding(reader.database, reviewId, reader.userId, now);
  if (refusal('read-review', standing) === 'mark-yourself-first') {
    throw new AppError('mark-yourself-first', undefined, { news: [reviewNews(review)] });
  }
  authorise('read-review', standing, NO_REVIEW);
  return readReview(reader, review, attempt);
}
