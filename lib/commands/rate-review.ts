import { authorise } from '@/lib/core/review/access';
import type { Helped } from '@/lib/core/review/review-words';
import { setHelped } from '@/lib/db/reviews';
import { findReviewStanding, NO_REVIEW } from '@/lib/db/standing';
import type { Actor } from './actor';

/**
 * Records whether a review helped the candidate. The last word counts.
 *
 * @throws AppError `not-found`.
 */
export async function rateReview({ database, userId, now }: Actor, reviewId: string, helped: Helped): Promise<void> {
  const { standing } = await findReviewStanding(database, reviewId, userId, now);
  authorise('rate-review', standing, NO_REVIEW);
  await setHelped(database, reviewId, helped, now);
}
