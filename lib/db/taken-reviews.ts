import type { DatabaseClient } from './client';
import { type ReviewRow, reviewColumns, toReviewRow } from './review-row';

/**
 * The reviews of a coach whose attempts have been taken away since: no request for them is in force. What was begun last first.
 */
export async function findTakenReviews(
  database: DatabaseClient,
  { coachId, now }: { readonly coachId: string; readonly now: Date },
  limit: number,
): Promise<ReviewRow[]> {
  // As in lib/db/standing.ts; the requests of whoever leaves a group go with them.
  const isInForce = {
    OR: [
      { coachId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      { group: { members: { some: { userId: coachId, role: 'coach' as const } } } },
    ],
  };
  const rows = await database.review.findMany({
    where: { coachId, attempt: { requests: { none: isInForce } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: reviewColumns,
  });
  return rows.map(toReviewRow);
}
