import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import type { SelfReviewView } from '@/lib/core/review/review-api';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findSelfReview } from '@/lib/db/self-reviews';
import { findAttemptStanding } from '@/lib/db/standing';
import type { Reader } from './reader';

/**
 * The candidate's own marks of an attempt, for the candidate and, once they have published, for its coaches.
 *
 * @throws AppError `not-found`, also when none were given.
 */
export async function loadSelfReview(
  { database, userId }: Reader,
  attemptId: string,
  now: Date,
): Promise<SelfReviewView> {
  const { standing } = await findAttemptStanding(database, attemptId, userId, now);
  authorise('read-self-marks', standing, NO_ATTEMPT);
  const marks = await findSelfReview(database, attemptId);
  if (marks === null) throw new AppError('not-found', 'No marks of one’s own were given for this attempt.');
  return marks;
}
