import { findCase } from '@/lib/content/library';
import { AppError } from '@/lib/core/app-error';
import { answeredSteps } from '@/lib/core/attempt';
import type { CaseStudy } from '@/lib/core/case-study';
import type { StepMatch } from '@/lib/core/feedback/feedback-api';
import { type MatchedAnswer, matchedAnswer, matchedQuote, shownTexts } from '@/lib/core/feedback/matched-answer';
import { MATCHER_VERSION } from '@/lib/core/feedback/matcher';
import type { StepId } from '@/lib/core/steps';
import { findCurrentAnswers } from '@/lib/db/answers';
import { findHints } from '@/lib/db/hints';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import type { ReadableAttempt } from '@/lib/db/readable-attempt';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findStepMatch, hashAnswer, insertStepMatch } from '@/lib/db/step-matches';
import { inTransaction } from '@/lib/db/transaction';
import { matching } from '@/lib/matching/matching';
import { MatchingBusyError } from '@/lib/matching/matching-service';
import type { MatchingOutcome } from '@/lib/matching/messages';
import type { Actor } from './actor';

const BUSY = 'Many answers are being looked through at the moment. Try again shortly; nothing is lost.';
/** How long a result without the encoder stands before the same answer is looked through again: the encoder may be back. */
const KEYWORDS_STAND_MS = 60_000;

/**
 * Looks for the expectations of a step in what an attempt says to it, and keeps what was found with what made it: matcher, encoder, and
 * the hashes of case and answer. The same inputs are looked through once. The attempt is not changed.
 *
 * @param attempt found to be the person's to look through
 * @throws AppError `case-broken` when the case is gone; `not-found`, also for a step that the attempt is not about; `unavailable` when
 * too many wait.
 */
export async function matchStep(
  { database, userId, now }: Actor,
  attempt: ReadableAttempt,
  step: StepId,
): Promise<void> {
  if (!answeredSteps(attempt).includes(step)) throw new AppError('not-found', 'This attempt has no such step.');
  const study = findCase(attempt.caseSlug);
  if (study === null) throw new AppError('case-broken');

  const [answers, hints] = await Promise.all([findCurrentAnswers(database, attempt), findHints(database, attempt)]);
  const answer = matchedAnswer({ mode: attempt.mode, answers, hints }, step);
  const made = { step, caseHash: study.hash, answerHash: hashAnswer(answer), matcherVersion: MATCHER_VERSION };
  const isSame = (match: StepMatch | null) =>
    match !== null &&
    match.caseHash === made.caseHash &&
    match.answerHash === made.answerHash &&
    match.matcherVersion === made.matcherVersion;

  const stored = await findStepMatch(database, attempt, step);
  const isFresh = stored?.encoder !== null || now.getTime() - Date.parse(stored.matchedAt) < KEYWORDS_STAND_MS;
  if (isSame(stored) && isFresh) return;

  const outcome = await look(userId, study, step, answer);
  await inTransaction(database, async (transaction) => {
    if (!(await lockAttemptRow(transaction, attempt.id))) throw new AppError('not-found', NO_ATTEMPT);
    const newest = await findStepMatch(transaction, attempt, step);
    // Somebody else has just looked through the same, or once more without the encoder.
    if (isSame(newest) && (newest?.encoder ?? null) === outcome.encoder) return;
    await insertStepMatch(transaction, attempt, {
      ...made,
      encoder: outcome.encoder,
      matcherVersion: outcome.matcherVersion,
      results: outcome.results.map((result) => ({
        ...result,
        quote: result.quote && matchedQuote(answer.slot, answer.passages, result.quote),
      })),
      pasted: outcome.pasted.map(({ source, ...span }) => ({
        source,
        quote: matchedQuote(answer.slot, answer.passages, span),
      })),
      matchedAt: now.toISOString(),
    });
  });
}

async function look(userId: string, study: CaseStudy, step: StepId, answer: MatchedAnswer): Promise<MatchingOutcome> {
  try {
    return await matching().match(userId, {
      step,
      expectations: study.steps[step].expectations,
      prompt: study.prompt.text,
      shown: shownTexts(study, step, answer.hints),
      passages: answer.passages,
      useEncoder: true,
    });
  } catch (error) {
    if (error instanceof MatchingBusyError) throw new AppError('unavailable', BUSY, { retryAfterSeconds: 5 });
    throw error;
  }
}
