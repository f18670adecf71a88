import { findCase } from '@/lib/content/library';
import type { AttemptDetail } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import type { AttemptFeedback, MatchCorrection, StepFeedback } from '@/lib/core/feedback/feedback-api';
import { matchedAnswer } from '@/lib/core/feedback/matched-answer';
import { viewContradictions, viewStep } from '@/lib/core/feedback/view-feedback';
import type { StepId } from '@/lib/core/steps';
import type { DatabaseClient } from '@/lib/db/client';
import { findCorrections } from '@/lib/db/match-corrections';
import { findReveals } from '@/lib/db/match-reveals';
import { getOwnAttempt, NO_ATTEMPT, type OwnAttempt } from '@/lib/db/own-attempt';
import { findStepMatches, hashAnswer } from '@/lib/db/step-matches';
import { readAttempt } from './load-attempt';
import type { Reader } from './reader';

async function readSteps(database: DatabaseClient, own: OwnAttempt, known?: AttemptDetail) {
  const [attempt, matches, corrections] = await Promise.all([
    known ?? readAttempt(database, own),
    findStepMatches(database, own),
    findCorrections(database, own),
  ]);
  const study = findCase(attempt.caseSlug);
  const steps = matches.map((match) =>
    viewStep(match, { attempt, study, corrections, answerHash: hashAnswer(matchedAnswer(attempt, match.step)) }),
  );
  return { attempt, study, steps, corrections };
}

/**
 * What was found in an attempt of one's own, what was said against it, and where the answers contradict themselves.
 *
 * @throws AppError `not-found`.
 */
export async function loadFeedback({ database, userId }: Reader, attemptId: string): Promise<AttemptFeedback> {
  const own = await getOwnAttempt(database, attemptId, userId);
  const [{ attempt, study, steps, corrections }, revealed] = await Promise.all([
    readSteps(database, own),
    findReveals(database, own),
  ]);
  return { steps, contradictions: viewContradictions(attempt, study), corrections, revealed };
}

/**
 * What the page of a submitted attempt shows from the start: the findings of revealed steps, so that the candidate marks the others
 * without them; and contradictions, which say nothing of what was expected.
 *
 * @throws AppError `not-found`.
 */
export async function loadBoardFeedback(
  { database, userId }: Reader,
  attempt: AttemptDetail,
): Promise<Pick<AttemptFeedback, 'steps' | 'contradictions'>> {
  const own = await getOwnAttempt(database, attempt.id, userId);
  const [{ study, steps }, revealed] = await Promise.all([
    readSteps(database, own, attempt),
    findReveals(database, own),
  ]);
  return {
    steps: steps.filter(({ step }) => revealed.some((one) => one.step === step)),
    contradictions: viewContradictions(attempt, study),
  };
}

/** @throws AppError `not-found`, also for a step that nobody has looked through. */
export async function loadStepFeedback(
  { database, userId }: Reader,
  attemptId: string,
  step: StepId,
): Promise<StepFeedback> {
  const { steps } = await readSteps(database, await getOwnAttempt(database, attemptId, userId));
  const found = steps.find((one) => one.step === step);
  if (!found) throw new AppError('not-found', NO_ATTEMPT);
  return found;
}

/**
 * What was found in the steps whose findings the candidate has had shown, and what they said against any.
 *
 * @throws AppError `not-found`.
 */
export async function loadShownFeedback({ database, userId }: Reader, attemptId: string) {
  const own = await getOwnAttempt(database, attemptId, userId);
  const [{ steps, corrections }, revealed] = await Promise.all([readSteps(database, own), findReveals(database, own)]);
  return { findings: steps.filter(({ step }) => revealed.some((one) => one.step === step)), corrections };
}

/** @throws AppError `not-found`. */
export async function loadCorrections(
  { database, userId }: Reader,
  attemptId: string,
): Promise<{ readonly caseSlug: AttemptDetail['caseSlug']; readonly corrections: readonly MatchCorrection[] }> {
  const own = await getOwnAttempt(database, attemptId, userId);
  return { caseSlug: own.caseSlug, corrections: await findCorrections(database, own) };
}
