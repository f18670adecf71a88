import { findCase } from '@/lib/content/library';
import { AppError } from '@/lib/core/app-error';
import { answeredSteps } from '@/lib/core/attempt';
import type { CorrectionRequest, MatchCorrection } from '@/lib/core/feedback/feedback-api';
import { invalid } from '@/lib/core/issues';
import { passagesOf } from '@/lib/core/passages';
import { quoteHolds } from '@/lib/core/quote';
import type { StepId } from '@/lib/core/steps';
import { findCurrentAnswer } from '@/lib/db/answers';
import { putCorrection } from '@/lib/db/match-corrections';
import { getOwnAttempt, NO_ATTEMPT } from '@/lib/db/own-attempt';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findStepMatch } from '@/lib/db/step-matches';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

interface CorrectMatch extends CorrectionRequest {
  readonly attemptId: string;
  readonly step: StepId;
  readonly expectationId: string;
}

/**
 * Keeps the candidate's word against the matcher's: these words say it, or they do not. A later one replaces it. What the matcher
 * said stays as it is stored.
 *
 * @throws AppError `case-broken` when the case is gone; `not-found` when there is no such expectation; `invalid` when no words are
 * given and the matcher gave none, or when they do not stand there.
 */
export async function correctMatch(
  { database, userId, now }: Actor,
  { attemptId, step, expectationId, verdict, quote: given }: CorrectMatch,
): Promise<MatchCorrection> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  if (!answeredSteps(attempt).includes(step)) throw new AppError('not-found', 'This attempt has no such step.');
  const study = findCase(attempt.caseSlug);
  if (study === null) throw new AppError('case-broken');
  if (!study.steps[step].expectations.some((expectation) => expectation.id === expectationId)) {
    throw new AppError('not-found', 'This step has no such expectation.');
  }
  const match = given ? null : await findStepMatch(database, attempt, step);
  const quote = given ?? match?.results.find((result) => result.expectation === expectationId)?.quote ?? null;
  if (quote === null) throw invalid('quote', 'Say which of your words it is about.');
  const current = await findCurrentAnswer(database, attempt, quote.slot);
  if (!quoteHolds(quote, current ? passagesOf(quote.slot, current.answer) : [])) {
    throw invalid('quote', 'These words do not stand at that place of your answer.');
  }
  const correction = { step, expectationId, verdict, quote, correctedAt: now.toISOString() };
  await inTransaction(database, async (transaction) => {
    if (!(await lockAttemptRow(transaction, attempt.id))) throw new AppError('not-found', NO_ATTEMPT);
    await putCorrection(transaction, attempt, correction);
  });
  return correction;
}
