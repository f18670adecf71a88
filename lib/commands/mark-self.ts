import { AppError, type Issue } from '@/lib/core/app-error';
import { canonicalJson } from '@/lib/core/canonical-json';
import { authorise } from '@/lib/core/review/access';
import { evidenceIssues, quoteIssues, ratedDimensions } from '@/lib/core/review/evidence';
import type { SelfReviewBands, SelfReviewView } from '@/lib/core/review/review-api';
import { findPassages } from '@/lib/db/frozen-answers';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { asReadable } from '@/lib/db/readable-attempt';
import { findPublishedReviews } from '@/lib/db/reviews';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findSelfReview, putSelfReview } from '@/lib/db/self-reviews';
import { findAttemptStanding, type StandingBeforeAttempt } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

interface MarkSelf {
  readonly attemptId: string;
  readonly bands: SelfReviewBands;
  /** Look at the coach's marks without giving any. */
  readonly skipped: boolean;
}

/**
 * Keeps the candidate's own bands. They can change until a coach's marks can be seen; from then on they stay, so that the gap
 * between the two means something.
 *
 * @throws AppError `not-submitted`; `frozen` when a published review can be seen already; `invalid` for a quote that does not
 * hold, a dimension that this attempt is not about, or bands together with `skipped`; `not-found`.
 */
export async function markSelf(
  { database, userId, now }: Actor,
  { attemptId, bands, skipped }: MarkSelf,
): Promise<SelfReviewView> {
  const before = await findAttemptStanding(database, attemptId, userId, now);
  authorise('mark-self', before.standing, NO_ATTEMPT);
  const issues = skipped ? skippedIssues(bands) : bandIssues(before, bands);
  const passages = await findPassages(database, asReadable(before));
  const quotes = Object.entries(bands).flatMap(([id, mark]) =>
    (mark?.quotes ?? []).map((quote, index) => ({ path: `bands.${id}.quotes.${index}`, quote })),
  );
  const wrong = [...issues, ...quoteIssues(quotes, passages)];
  if (wrong.length > 0) {
    // Its answers may have gone while they were read.
    await findAttemptStanding(database, attemptId, userId, now);
    throw new AppError('invalid', undefined, { issues: wrong });
  }

  return inTransaction(database, async (transaction) => {
    if (!(await lockAttemptRow(transaction, attemptId))) throw new AppError('not-found', NO_ATTEMPT);
    const stored = await findSelfReview(transaction, attemptId);
    if (stored && stored.skipped === skipped && canonicalJson(stored.bands) === canonicalJson(bands)) return stored;
    if (stored && (await findPublishedReviews(transaction, attemptId)).length > 0) {
      throw new AppError('frozen', 'You can see a coach’s marks already, so your own no longer change.');
    }
    await putSelfReview(transaction, attemptId, { bands, skipped, savedAt: now });
    return { bands, skipped, savedAt: now.toISOString() };
  });
}

function skippedIssues(bands: SelfReviewBands): Issue[] {
  if (Object.keys(bands).length === 0) return [];
  return [{ path: 'skipped', message: 'Give bands, or go without them.' }];
}

/** Every dimension that the attempt shows, each with something to show for it: the same rule as for a coach. */
function bandIssues({ attempt }: StandingBeforeAttempt, bands: SelfReviewBands): Issue[] {
  const rated = ratedDimensions(attempt.onlyStep);
  const known = new Set<string>(rated.map(({ id }) => id));
  const unknown = Object.keys(bands)
    .filter((id) => !known.has(id))
    .map((id) => ({ path: `bands.${id}`, message: 'This attempt is not about that.' }));
  const missing = evidenceIssues({ dimensions: bands }, rated).map(({ path, message }) => ({
    path: path.replace('dimensions', 'bands'),
    message,
  }));
  return [...unknown, ...missing];
}
