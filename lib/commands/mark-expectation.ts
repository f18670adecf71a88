import { findCase } from '@/lib/content/library';
import type { ExpectationMark, MarkRequest } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { answeredSteps } from '@/lib/core/attempt';
import { isFrozen } from '@/lib/core/attempt-state';
import { invalid } from '@/lib/core/issues';
import { passagesOf } from '@/lib/core/passages';
import { type Quote, quoteHolds } from '@/lib/core/quote';
import type { StepId } from '@/lib/core/steps';
import { findCurrentAnswer } from '@/lib/db/answers';
import { lockAttempt } from '@/lib/db/attempts';
import type { DatabaseClient } from '@/lib/db/client';
import { putMark } from '@/lib/db/marks';
import { getOwnAttempt, type OwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

interface MarkExpectation extends MarkRequest {
  readonly attemptId: string;
  readonly step: StepId;
  readonly expectationId: string;
}

/**
 * Records what the candidate says of one expectation: found, with the words that earned it, or not in the answer. A
 * later mark of the same expectation replaces it.
 *
 * @throws AppError `not-submitted`; `case-broken` when the case is gone; `not-found` when it has no such expectation;
 * `invalid` when the quoted words do not stand there.
 */
export async function markExpectation(
  { database, userId, now }: Actor,
  { attemptId, step, expectationId, found, quote }: MarkExpectation,
): Promise<ExpectationMark> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  if (!isFrozen(attempt)) throw new AppError('not-submitted', 'Submit the attempt before you mark expectations.');
  if (!answeredSteps(attempt).includes(step)) throw new AppError('not-found', 'This attempt has no such step.');
  const study = findCase(attempt.caseSlug);
  if (study === null) throw new AppError('case-broken');
  if (!study.steps[step].expectations.some((expectation) => expectation.id === expectationId)) {
    throw new AppError('not-found', 'This step has no such expectation.');
  }
  if (quote !== null) await checkQuote(database, attempt, quote);
  const mark = { step, expectationId, found, quote, markedAt: now.toISOString() };
  await database.$transaction(async (transaction) => {
    if (!(await lockAttempt(transaction, attempt, 'submitted', now))) throw new AppError('not-found');
    await putMark(transaction, attempt, mark);
  });
  return mark;
}

async function checkQuote(database: DatabaseClient, attempt: OwnAttempt, quote: Quote): Promise<void> {
  const current = await findCurrentAnswer(database, attempt, quote.slot);
  const passages = current ? passagesOf(quote.slot, current.answer) : [];
  if (!quoteHolds(quote, passages)) throw invalid('quote', 'These words do not stand at that place of your answer.');
}
