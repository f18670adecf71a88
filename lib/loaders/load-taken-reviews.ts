import { findCase } from '@/lib/content/library';
import type { ReviewDetail } from '@/lib/core/review/review-api';
import { findAttemptsByIds } from '@/lib/db/attempts';
import { findNames } from '@/lib/db/people';
import { findTakenReviews } from '@/lib/db/taken-reviews';
import type { Reader } from './reader';
import { readReview } from './review-detail';

/** How many are shown; all are in the export of one's data. */
const MAX_TAKEN = 50;

/** What a coach wrote of an attempt that is no longer there for them. */
export interface TakenReview {
  readonly candidateName: string;
  readonly caseTitle: string;
  readonly review: ReviewDetail;
}

/**
 * The reviews that stay their author's though the attempt was taken away: begun last first. At revision 0 nothing was saved of
 * them, and the author's device may hold words all the same.
 */
export async function loadTakenReviews(reader: Reader, now: Date): Promise<TakenReview[]> {
  const { database, userId } = reader;
  const rows = await findTakenReviews(database, { coachId: userId, now }, MAX_TAKEN);
  const attempts = await findAttemptsByIds(
    database,
    rows.map((row) => row.attemptId),
  );
  const names = await findNames(
    database,
    attempts.map((attempt) => attempt.userId),
  );
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const taken: TakenReview[] = [];
  for (const row of rows) {
    const attempt = byId.get(row.attemptId);
    // Deleted since the rows were read.
    if (!attempt) continue;
    taken.push({
      candidateName: names.get(attempt.userId) ?? '',
      caseTitle: findCase(attempt.caseSlug)?.title ?? attempt.caseSlug,
      review: await readReview(reader, row, attempt),
    });
  }
  return taken;
}
