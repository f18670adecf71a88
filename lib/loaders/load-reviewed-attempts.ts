import { findCase } from '@/lib/content/library';
import { countOpenComments } from '@/lib/db/open-comments';
import { findReceivedReviews } from '@/lib/db/reviews';
import { findSelfReviewsOf } from '@/lib/db/self-reviews';
import type { Reader } from './reader';

/** An attempt of one's own that a coach has reviewed. */
export interface ReviewedAttempt {
  readonly attemptId: string;
  readonly caseSlug: string;
  /** Null when the case is gone. */
  readonly caseTitle: string | null;
  readonly coachNames: readonly string[];
  /** Of the last review; ISO 8601. */
  readonly publishedAt: string;
  /** Null before marks of one's own: until then no comment is known. */
  readonly openComments: number | null;
}

/** The attempts of a person that have a published review, the last reviewed first. */
export async function loadReviewedAttempts({ database, userId }: Reader): Promise<ReviewedAttempt[]> {
  const [rows, selfReviews, open] = await Promise.all([
    findReceivedReviews(database, userId),
    findSelfReviewsOf(database, userId),
    countOpenComments(database, userId),
  ]);
  const byAttempt = new Map<string, ReviewedAttempt>();
  for (const { attemptId, caseSlug, coachName, publishedAt } of rows) {
    const before = byAttempt.get(attemptId);
    byAttempt.set(attemptId, {
      attemptId,
      caseSlug,
      caseTitle: findCase(caseSlug)?.title ?? null,
      coachNames: [...(before?.coachNames ?? []), coachName],
      publishedAt: (publishedAt ?? new Date(0)).toISOString(),
      openComments: selfReviews.has(attemptId) ? (open.get(attemptId) ?? 0) : null,
    });
  }
  return [...byAttempt.values()].sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
}
