import { findCase } from '@/lib/content/library';
import type { TakeHintRequest, TakenHints } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { hasSlot, nextHint } from '@/lib/core/attempt-state';
import { invalid } from '@/lib/core/issues';
import { lockAttempt } from '@/lib/db/attempts';
import { findHints, insertHint } from '@/lib/db/hints';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

/**
 * Gives the next hint of a step and records that it was taken, or gives one that was taken before again.
 *
 * @throws AppError `invalid` when it is not the next one or the mode has no hints; `frozen` for a new hint after
 * submission; `case-broken` when the case is gone; `not-found`.
 */
export async function takeHint(
  { database, userId, now }: Actor,
  { attemptId, step, number }: TakeHintRequest & { readonly attemptId: string },
): Promise<TakenHints> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  if (attempt.mode !== 'guided') throw invalid('step', 'Hints are part of the guided mode.');
  if (!hasSlot(attempt, step)) throw invalid('step', 'This attempt has no such step.');
  const available = findCase(attempt.caseSlug)?.steps[step].hints;
  if (!available) throw new AppError('case-broken');
  const hint = available[number - 1];
  if (!hint) throw invalid('number', `This step has ${available.length} hints.`);

  const isTaken = (await findHints(database, attempt)).some((one) => one.step === step && one.number === number);
  if (!isTaken) {
    await database.$transaction(async (transaction) => {
      if (!(await lockAttempt(transaction, attempt, 'open', now))) throw new AppError('frozen');
      const next = nextHint(await findHints(transaction, attempt), step, available.length);
      if (next !== null && number > next) throw invalid('number', `The next hint of this step is number ${next}.`);
      await insertHint(transaction, attempt, { step, number, takenAt: now });
    });
  }
  return { hints: await findHints(database, attempt), hint: { step, number, html: hint.html } };
}
