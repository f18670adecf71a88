import { chooseSentences, sharedWeight } from './choose-sentences';
import { type LogisticModel, logOdds, probability } from './logistic';
import { pairFeatures } from './pair-features';
import { type AnswerWindow, joinedWindow, type ReadAnswer } from './read-answer';
import type { ExpectationReferences, Reference, StepReferences } from './references';
import { type Alignment, align, joinedAlignment } from './semantic-features';

/** A place of an answer that comes close to an expectation. */
export interface Candidate {
  readonly stretch: AnswerWindow;
  /** 0 to 1: how alike it is to the closest example, after what speaks against it. */
  readonly confidence: number;
}

export interface ExpectationScore {
  readonly expectation: string;
  /** The closest place that states something and denies nothing that its example says: only such a one can earn *found*. */
  readonly claim: Candidate | null;
  /** The closest place of all. */
  readonly closest: Candidate | null;
}

/**
 * How close an answer comes to each expectation, and where. The same input gives the same result. What was pasted is not
 * among the sentences.
 *
 * @param answer with the meaning of its chosen sentences when `step` has that of its references
 */
export function scoreExpectations(step: StepReferences, answer: ReadAnswer, model: LogisticModel): ExpectationScore[] {
  const windows = windowsOf(step, answer);
  const alignments = alignmentsOnce();
  return step.expectations.map((expectation) => {
    let claim: Candidate | null = null;
    let closest: Candidate | null = null;
    for (const stretch of windows) {
      const { agreeing, any } = oddsOf(model, step, expectation, stretch, alignments);
      closest = closer(closest, { stretch, confidence: probability(any) });
      if (!stretch.isBare && agreeing !== null) claim = closer(claim, { stretch, confidence: probability(agreeing) });
    }
    return { expectation: expectation.id, claim, closest };
  });
}

/** The first one of two that are equally close. */
function closer(best: Candidate | null, one: Candidate): Candidate {
  return best === null || one.confidence > best.confidence ? one : best;
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

/** Two sentences have to be this much better than one, in log-odds: the shorter quote is the clearer one. */
const PAIR_PENALTY = 0.3;

/** So much closer, in log-odds, is the example that a stretch denies than the one that it might be found by. */
const DENIED_MARGIN = 1;

/** Log-odds against the closest reference, and against the closest that the stretch does not contradict. */
function oddsOf(
  model: LogisticModel,
  step: StepReferences,
  { references, counterExamples }: ExpectationReferences,
  stretch: AnswerWindow,
  alignments: Alignments,
): { any: number; agreeing: number | null } {
  const odds = (reference: Reference) =>
    logOdds(model, { ...pairFeatures(reference, stretch, step.question, alignments(reference, stretch)) });
  let any = Number.NEGATIVE_INFINITY;
  let agreeing: number | null = null;
  for (const reference of references) {
    const one = odds(reference);
    any = Math.max(any, one);
    if (!contradicts(reference, stretch)) agreeing = Math.max(agreeing ?? one, one);
  }
  // What denies the closest example is not found by another one that is much less close.
  if (agreeing !== null && agreeing < any - DENIED_MARGIN) agreeing = null;
  // As much as it is closer to what does not count.
  const penalty =
    Math.max(0, ...counterExamples.map((counter) => odds(counter) - any)) + (stretch.parts ? PAIR_PENALTY : 0);
  return { any: any - penalty, agreeing: agreeing === null ? null : agreeing - penalty };
}

type Alignments = (reference: Reference, stretch: AnswerWindow) => Alignment | undefined;

/** Alignments of sentences, each computed once; those of pairs are put together from them. */
function alignmentsOnce(): Alignments {
  const known = new Map<Reference, Map<AnswerWindow, Alignment>>();
  return function alignment(reference, stretch): Alignment | undefined {
    if (stretch.parts !== null) {
      const [first, second] = stretch.parts.map((part) => alignment(reference, part));
      return first && second && joinedAlignment(first, second);
    }
    if (reference.meaning === null || stretch.meaning === null) return undefined;
    const ofReference = known.get(reference) ?? new Map<AnswerWindow, Alignment>();
    known.set(reference, ofReference);
    const found = ofReference.get(stretch) ?? align(reference.meaning, stretch.meaning);
    ofReference.set(stretch, found);
    return found;
  };
}

/** The share of what two texts have in common that one of them denies, from which they are taken to disagree. */
const DENIED_SHARE = 0.3;
/** And the share of all that the reference says: one word that both have by chance is no disagreement. */
const DENIED_OF_ALL = 0.1;
/** A word that a denial is about is enough, when it tells something. */
const FOCUS_WEIGHT = 0.3;

/** From this share of their words two texts are the same but for what one of them denies. */
const SAME_SHARE = 0.8;

/**
 * Whether a stretch denies what a reference says, or says what it denies. That it does not is no proof that they agree; where
 * in doubt it is taken to, so that *found* becomes *unclear* and not the other way.
 */
function contradicts(reference: Reference, stretch: AnswerWindow): boolean {
  if (stretch.ofStatement && !reference.ofStatement) return true;
  if (stretch.ofDoing && reference.denied.size === 0) return true;
  if (stretch.denials !== reference.denials && sharedWeight(reference.read.stems, stretch.read.stems) >= SAME_SHARE)
    return true;
  let whole = 0;
  let shared = 0;
  let differing = 0;
  for (const [stem, weight] of reference.read.stems) {
    whole += weight;
    if (!stretch.read.stems.has(stem)) continue;
    shared += weight;
    if (reference.denied.has(stem) === stretch.denied.has(stem)) continue;
    if (stretch.focus.has(stem) && weight >= FOCUS_WEIGHT) return true;
    differing += weight;
  }
  return differing > 0 && differing >= DENIED_SHARE * shared && differing >= DENIED_OF_ALL * whole;
}
