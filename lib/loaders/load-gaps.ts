import { bandsOf, type GapHistory, gapsOverTime, type MarkedReview } from '@/lib/core/review/self-marks';
import { findReceivedReviews, findReviewState } from '@/lib/db/reviews';
import { findSelfReviewsOf } from '@/lib/db/self-reviews';
import type { Reader } from './reader';

/** How a person's own bands stood to their coaches', per dimension, over all attempts that both have marked. */
export async function loadGaps({ database, userId }: Reader): Promise<GapHistory> {
  const [rows, selfReviews] = await Promise.all([
    findReceivedReviews(database, userId),
    findSelfReviewsOf(database, userId),
  ]);
  const marked: MarkedReview[] = [];
  for (const row of rows) {
    const own = selfReviews.get(row.attemptId);
    // Who has given no marks has seen none of the coach's, or chose to go without a gap.
    if (!own || own.skipped || row.publishedAt === null) continue;
    const { review } = await findReviewState(database, row.id);
    marked.push({
      attemptId: row.attemptId,
      caseSlug: row.caseSlug,
      coachName: row.coachName,
      publishedAt: row.publishedAt.toISOString(),
      own: bandsOf(own.bands),
      coach: bandsOf(review.dimensions),
    });
  }
  return gapsOverTime(marked);
}
