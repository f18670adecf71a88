import { AppError } from '@/lib/core/app-error';
import type { StepId } from '@/lib/core/steps';
import { lockAttempt } from '@/lib/db/attempts';
import { deleteMark } from '@/lib/db/marks';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

interface UnmarkExpectation {
  readonly attemptId: string;
  readonly step: StepId;
  readonly expectationId: string;
}

/**
 * Takes back what was said of an expectation, also one that the case no longer has. Nothing said is fine too.
 *
 * @throws AppError `not-found`, `not-submitted`.
 */
export async function unmarkExpectation(
  { database, userId, now }: Actor,
  { attemptId, step, expectationId }: UnmarkExpectation,
): Promise<void> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  await database.$transaction(async (transaction) => {
    if (!(await lockAttempt(transaction, attempt, 'submitted', now))) throw new AppError('not-submitted');
    await deleteMark(transaction, attempt, step, expectationId);
  });
}
