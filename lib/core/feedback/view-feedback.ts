import type { AttemptDetail } from '../api-types';
import { answerOf, isFrozen } from '../attempt-state';
import type { CaseStudy } from '../case-study';
import { passagesOf } from '../passages';
import { type Quote, quoteHolds } from '../quote';
import type { Contradiction, FindingView, MatchCorrection, StepFeedback, StepMatch } from './feedback-api';
import { findContradictions } from './findings/find-contradictions';
import { showFinding } from './shown-finding';

type Answered = Pick<AttemptDetail, 'mode' | 'answers' | 'submittedAt'>;

/**
 * What was found in a step as its candidate sees it: with their corrections and, until the attempt is submitted, without what was not
 * found, because those statements would give the answer away.
 *
 * @param answerHash of the answer as it is now
 */
export function viewStep(
  match: StepMatch,
  {
    attempt,
    study,
    corrections,
    answerHash,
  }: {
    readonly attempt: Answered;
    readonly study: CaseStudy | null;
    readonly corrections: readonly MatchCorrection[];
    readonly answerHash: string;
  },
): StepFeedback {
  const { step, matcherVersion, encoder, caseHash, matchedAt, pasted } = match;
  const holds = (quote: Quote) => quoteHolds(quote, passagesOf(quote.slot, answerOf(attempt, quote.slot).answer));
  const results = match.results.map(({ expectation: expectationId, state, quote }): FindingView => {
    const expected = study?.steps[step].expectations.find(({ id }) => id === expectationId);
    const correction = corrections.find((one) => one.step === step && one.expectationId === expectationId) ?? null;
    return {
      expectationId,
      statement: expected?.statement.text ?? null,
      level: expected?.level ?? null,
      state,
      quote,
      correction,
      shown: showFinding({ state, quote }, correction, holds),
    };
  });
  const isMissed = ({ shown }: FindingView) => shown.state === 'not found';
  return {
    step,
    level: encoder === null ? 'keywords' : 'sentences',
    matcherVersion,
    encoder,
    caseHash,
    matchedAt,
    isCurrent: match.answerHash === answerHash && caseHash === study?.hash,
    // What the candidate refused can be taken back, and is no secret.
    results: isFrozen(attempt) ? results : results.filter((one) => !isMissed(one) || one.shown.by === 'candidate'),
    notFound: results.filter(isMissed).length,
    pasted,
  };
}

/** Where the answers of an attempt contradict themselves. No mode reveals facts yet that they could contradict. */
export function viewContradictions(attempt: Answered, study: CaseStudy | null): Contradiction[] {
  const answers = Object.fromEntries(Object.entries(attempt.answers).map(([slot, { answer }]) => [slot, answer]));
  return findContradictions({ caseStudy: { facts: study?.facts ?? [] }, answers, revealedFacts: [] }).map(
    ({ rule, why, quotes: [first, second], terms = [] }) => ({ rule, why, quotes: [first, second], terms: [...terms] }),
  );
}
