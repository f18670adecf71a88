import type { StepId } from '@/lib/core/steps';
import { deleteCorrection } from '@/lib/db/match-corrections';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

interface TakeBackCorrection {
  readonly attemptId: string;
  readonly step: StepId;
  readonly expectationId: string;
}

/**
 * Lets the matcher's word stand again, also of an expectation that the case no longer has. No correction is fine too.
 *
 * @throws AppError `not-found`.
 */
export async function takeBackCorrection(
  { database, userId }: Actor,
  { attemptId, step, expectationId }: TakeBackCorrection,
): Promise<void> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  await deleteCorrection(database, attempt, step, expectationId);
}
