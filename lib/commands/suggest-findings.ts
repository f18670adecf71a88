import { authorise } from '@/lib/core/review/access';
import type { StepId } from '@/lib/core/steps';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { asReadable } from '@/lib/db/readable-attempt';
import { findAttemptStanding } from '@/lib/db/standing';
import type { Actor } from './actor';
import { matchStep } from './match-step';

/**
 * Looks through a step of an attempt that one has to review; see `matchStep`. For its candidate this reveals nothing.
 *
 * @throws AppError `not-found`, also for the candidate, who looks through an attempt as its owner; and what `matchStep` throws.
 */
export async function suggestFindings(
  actor: Actor,
  { attemptId, step }: { readonly attemptId: string; readonly step: StepId },
): Promise<void> {
  const before = await findAttemptStanding(actor.database, attemptId, actor.userId, actor.now);
  authorise('suggest-findings', before.standing, NO_ATTEMPT);
  await matchStep(actor, asReadable(before), step);
}
