import { authorise } from '@/lib/core/review/access';
import { endClaim } from '@/lib/db/live-claims';
import { findReviewStanding, NO_REVIEW } from '@/lib/db/standing';
import type { Actor } from './actor';

/**
 * Gives a claim back: others no longer see that somebody is at it. What was written stays. The next save claims again.
 *
 * @throws AppError `not-found`.
 */
export async function releaseClaim({ database, userId, now }: Actor, reviewId: string): Promise<void> {
  const { standing } = await findReviewStanding(database, reviewId, userId, now);
  authorise('release-claim', standing, NO_REVIEW);
  await endClaim(database, reviewId, now);
}
