import type { TextSpan } from '@/lib/core/quote-span';
import type { KnownAlignments } from './align-all';
import { type Matcher, matcherFor } from './matcher';
import type { ReadAnswer } from './read-answer';
import type { StepReferences } from './references';
import { type ExpectationScore, scoreExpectations } from './score-expectations';

export type ExpectationState = 'found' | 'unclear' | 'not found';

/** The words of an answer that a result points at. Offsets are UTF-16 code units of the passage, `end` exclusive. */
export interface PassageQuote extends TextSpan {
  readonly path: string;
  readonly text: string;
}

/** What the matcher says of one expectation: whether and where, never how good. */
export interface ExpectationResult {
  readonly expectation: string;
  readonly state: ExpectationState;
  /** 0 to 1: how alike the quote is to what counts. Not the chance of being right. */
  readonly confidence: number;
  /** The sentence that earned it, or the closest one when it is unclear. */
  readonly quote: PassageQuote | null;
}

/**
 * Looks for each expectation among the sentences of an answer.
 *
 * @param answer with the meaning of its chosen sentences when `step` has that of its references
 */
export function matchExpectations(
  step: StepReferences,
  answer: ReadAnswer,
  matcher: Matcher = matcherFor(step.question.meaning === null ? 'keywords' : 'sentences'),
  aligned?: KnownAlignments,
): ExpectationResult[] {
  const scores = scoreExpectations(step, answer, matcher, aligned, matcher.foundFrom);
  return scores.map((score) => resultOf(matcher, answer, score));
}

function resultOf(
  matcher: Matcher,
  answer: ReadAnswer,
  { expectation, claim, closest }: ExpectationScore,
): ExpectationResult {
  const isFound = claim !== null && claim.confidence >= matcher.foundFrom;
  const shown = isFound ? claim : closest;
  const confidence = Math.round((shown?.confidence ?? 0) * 1000) / 1000;
  if (shown === null || (!isFound && shown.confidence < matcher.unclearFrom)) {
    return { expectation, state: 'not found', confidence, quote: null };
  }
  const { path, start, end } = shown.stretch;
  const text = (answer.texts.get(path) ?? '').slice(start, end);
  return { expectation, state: isFound ? 'found' : 'unclear', confidence, quote: { path, start, end, text } };
}
