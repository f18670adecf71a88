import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { hasReviewedLearner, putLearnerNote } from '@/lib/db/learner-notes';
import { isAttemptId } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

const NOBODY = 'There is nobody of whom you have reviewed an attempt under this address.';

/**
 * Keeps what a coach notes about a learner, for the coach alone. An empty text deletes the note.
 *
 * @throws AppError `not-found` for somebody of whom the coach has reviewed nothing.
 */
export async function noteLearner(
  { database, userId, now }: Actor,
  { learnerId, text, isGuest }: { readonly learnerId: string; readonly text: string; readonly isGuest: boolean },
): Promise<void> {
  if (!isAttemptId(learnerId)) throw new AppError('not-found', NOBODY);
  const hasReviewed = await hasReviewedLearner(database, userId, learnerId);
  authorise('note-learner', { isGuest, hasReviewed }, NOBODY);
  await putLearnerNote(database, { coachId: userId, learnerId, text, now });
}
