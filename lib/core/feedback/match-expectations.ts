import type { TextSpan } from '@/lib/core/quote-span';
import { chooseSentences } from './choose-sentences';
import { logOdds, probability } from './logistic';
import { type Matcher, matcherFor } from './matcher';
import { type ComparedText, pairFeatures } from './pair-features';
import { type AnswerWindow, joinedWindow, type ReadAnswer } from './read-answer';
import type { ExpectationReferences, Reference, StepReferences } from './references';

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
  /** 0 to 1: how alike the closest sentence is, after what speaks against it. Not the chance of being right. */
  readonly confidence: number;
  /** The sentence that earned it, or the closest one when it is unclear. */
  readonly quote: PassageQuote | null;
}

/**
 * Looks for each expectation among the sentences of an answer. The same input gives the same result. What was pasted
 * is not among the sentences.
 *
 * @param answer with the meaning of its chosen sentences when `step` has that of its references
 * @param matcher that of the level unless told
 */
export function matchExpectations(
  step: StepReferences,
  answer: ReadAnswer,
  matcher: Matcher = matcherFor(step.question.meaning === null ? 'keywords' : 'sentences'),
): ExpectationResult[] {
  const windows = windowsOf(step, answer);
  return step.expectations.map((expectation) => {
    const candidates = windows.map((window) => judge(matcher, step, expectation, window));
    return resultOf(matcher, expectation.id, answer, bestOf(candidates));
  });
}

/** The chosen sentences, then the pairs of them that follow each other. */
function windowsOf(step: StepReferences, answer: ReadAnswer): AnswerWindow[] {
  const chosen = new Set(chooseSentences(step, answer));
  const at = (index: number) => (chosen.has(index) ? answer.sentences[index] : undefined);
  return [
    ...answer.sentences.filter((_, index) => chosen.has(index)),
    ...answer.neighbours.flatMap(([first, second]) => {
      const [a, b] = [at(first), at(second)];
      return a && b ? [joinedWindow(a, b)] : [];
    }),
  ];
}

interface Candidate {
  readonly window: AnswerWindow;
  readonly confidence: number;
  /** Whether it may be *found*, whatever its confidence. */
  readonly isClaim: boolean;
}

/** Two sentences have to be this much better than one, in log-odds: the shorter quote is the clearer one. */
const PAIR_PENALTY = 0.3;

function judge(
  matcher: Matcher,
  step: StepReferences,
  { references, counterExamples }: ExpectationReferences,
  window: AnswerWindow,
): Candidate {
  const oddsOf = (reference: ComparedText) =>
    logOdds(matcher.model, { ...pairFeatures(reference, window, step.question) });
  let best = Number.NEGATIVE_INFINITY;
  let agreeing = Number.NEGATIVE_INFINITY;
  for (const reference of references) {
    const odds = oddsOf(reference);
    best = Math.max(best, odds);
    if (!contradicts(reference, window)) agreeing = Math.max(agreeing, odds);
  }
  // As much as it is closer to what does not count.
  const against = counterExamples.map(oddsOf);
  const penalty = Math.max(0, ...against.map((odds) => odds - best)) + (window.isPair ? PAIR_PENALTY : 0);
  // A reference that agrees counts for more than a closer one that says the opposite, where it is close enough itself.
  const claimed = probability(agreeing - penalty);
  const isClaim = !window.isBare && claimed >= matcher.foundFrom;
  return { window, isClaim, confidence: isClaim ? claimed : probability(best - penalty) };
}

function bestOf(candidates: readonly Candidate[]): Candidate | null {
  const claims = candidates.filter(({ isClaim }) => isClaim);
  return (claims.length > 0 ? claims : candidates).reduce<Candidate | null>(
    (best, one) => (best === null || one.confidence > best.confidence ? one : best),
    null,
  );
}

/** The share of what two texts have in common that one of them denies, from which they are taken to disagree. */
const DENIED_SHARE = 0.3;

function contradicts(reference: Reference, window: AnswerWindow): boolean {
  let shared = 0;
  let differing = 0;
  for (const [stem, weight] of reference.read.stems) {
    if (!window.read.stems.has(stem)) continue;
    shared += weight;
    if (reference.denied.has(stem) !== window.denied.has(stem)) differing += weight;
  }
  return differing > 0 && differing >= DENIED_SHARE * shared;
}

function resultOf(
  matcher: Matcher,
  expectation: string,
  answer: ReadAnswer,
  best: Candidate | null,
): ExpectationResult {
  const confidence = Math.round((best?.confidence ?? 0) * 1000) / 1000;
  if (best === null || best.confidence < matcher.unclearFrom) {
    return { expectation, state: 'not found', confidence, quote: null };
  }
  const { path, start, end } = best.window;
  const text = (answer.texts.get(path) ?? '').slice(start, end);
  return {
    expectation,
    state: best.isClaim ? 'found' : 'unclear',
    confidence,
    quote: { path, start, end, text },
  };
}
