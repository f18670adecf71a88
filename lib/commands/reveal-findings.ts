import { AppError } from '@/lib/core/app-error';
import { answeredSteps } from '@/lib/core/attempt';
import { isFrozen } from '@/lib/core/attempt-state';
import type { StepId } from '@/lib/core/steps';
import { insertReveal } from '@/lib/db/match-reveals';
import { getOwnAttempt, NO_ATTEMPT } from '@/lib/db/own-attempt';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

/**
 * Shows the findings of a step beside the candidate's own marks from now on. Again changes nothing.
 *
 * @throws AppError `not-submitted`; `not-found`, also for a step that the attempt is not about.
 */
export async function revealFindings(
  { database, userId, now }: Actor,
  { attemptId, step }: { readonly attemptId: string; readonly step: StepId },
): Promise<void> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  if (!answeredSteps(attempt).includes(step)) throw new AppError('not-found', 'This attempt has no such step.');
  if (!isFrozen(attempt)) throw new AppError('not-submitted');
  await inTransaction(database, async (transaction) => {
    if (!(await lockAttemptRow(transaction, attempt.id))) throw new AppError('not-found', NO_ATTEMPT);
    await insertReveal(transaction, attempt, step, now);
  });
}
