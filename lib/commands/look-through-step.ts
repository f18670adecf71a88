import { AppError } from '@/lib/core/app-error';
import { isFrozen } from '@/lib/core/attempt-state';
import type { StepId } from '@/lib/core/steps';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';
import { matchStep } from './match-step';

/**
 * Looks for the expectations of a step in an attempt of one's own; see `matchStep`.
 *
 * @throws AppError `not-submitted` while it is open, but in guided mode; and what `matchStep` throws.
 */
export async function lookThroughStep(
  actor: Actor,
  { attemptId, step }: { readonly attemptId: string; readonly step: StepId },
): Promise<void> {
  const attempt = await getOwnAttempt(actor.database, attemptId, actor.userId);
  if (!isFrozen(attempt) && attempt.mode !== 'guided') {
    throw new AppError('not-submitted', 'Submit the attempt first. Only in guided mode can you look before that.');
  }
  await matchStep(actor, attempt, step);
}
