import type { KnownAlignments } from './align-all';
import { chooseSentences } from './choose-sentences';
import { contradicts, hasOtherNumbers, isSalad, isSameButDenied, isUnclaimed } from './disagreement';
import { nearestElsewhere } from './elsewhere';
import { isForeign } from './foreign-words';
import { isJudgedOtherwise } from './judged-otherwise';
import { logOdds, probability } from './logistic';
import type { Models } from './matcher';
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
  /**
   * The closest place that states something, denies nothing that its example says and is not closer to what another case
   * expects: only such a one can earn *found*.
   */
  readonly claim: Candidate | null;
  /** The closest place of all. */
  readonly closest: Candidate | null;
}

/**
 * How close an answer comes to each expectation, and where. The same input gives the same result. What was pasted is not
 * among the sentences.
 *
 * @param answer with the meaning of its chosen sentences when `step` has that of its references
 * @param aligned what is aligned already (`alignAll`); the rest is aligned here
 * @param least confidence below which a claim is of no use, and is not held against other cases
 */
export function scoreExpectations(
  step: StepReferences,
  answer: ReadAnswer,
  models: Models,
  aligned: KnownAlignments = new Map(),
  least = 0,
): ExpectationScore[] {
  const windows = windowsOf(step, answer);
  const alignments = alignmentsOnce(aligned);
  const compared = windows.map((stretch) => {
    const ofAll = step.expectations.map((expectation) => oddsOf(models, step, expectation, stretch, alignments));
    return { stretch, odds: ofAll.map((one, index) => againstNeighbours(one, ofAll.toSpliced(index, 1))) };
  });
  const elsewhere = nearestElsewhere(step, models.words);
  const isStrange = inAnotherLanguage(step);
  return step.expectations.map(({ id }, index) => {
    let closest: Candidate | null = null;
    const claims: (Candidate & { readonly words: number })[] = [];
    for (const { stretch, odds } of compared) {
      const { any, agreeing, words } = odds[index] as Odds;
      closest = closer(closest, { stretch, confidence: probability(any) });
      if (!stretch.isBare && agreeing !== null && !isStrange(stretch)) {
        claims.push({ stretch, confidence: probability(agreeing), words });
      }
    }
    // The closest first, so that few are held against other cases.
    claims.sort((a, b) => b.confidence - a.confidence);
    const claim = claims.find(({ stretch, confidence, words }) => confidence < least || elsewhere(stretch) <= words);
    return { expectation: id, claim: claim ?? null, closest };
  });
}

/** Whether a stretch is in another language than English, around words of the step; each is looked at once. */
function inAnotherLanguage({ expectations, question }: StepReferences): (stretch: AnswerWindow) => boolean {
  const references = expectations.flatMap((expectation) => expectation.references);
  const isTerm = (stem: string) => question.read.stems.has(stem) || references.some(({ read }) => read.stems.has(stem));
  const known = new Map<AnswerWindow, boolean>();
  return (stretch) => {
    const before = known.get(stretch) ?? isForeign(stretch.read.tokens, isTerm);
    known.set(stretch, before);
    return before;
  };
}

/** The first one of two that are equally close. */
function closer(best: Candidate | null, one: Candidate): Candidate {
  return best === null || one.confidence > best.confidence ? one : best;
}

/** In UTF-16 code units: what is longer is no quote, and has a word of everything. */
const LONGEST_PAIR = 480;

/** The chosen sentences, then the pairs of them that follow each other. */
function windowsOf(step: StepReferences, answer: ReadAnswer): AnswerWindow[] {
  const chosen = new Set(chooseSentences(step, answer));
  const at = (index: number) => (chosen.has(index) ? answer.sentences[index] : undefined);
  return [
    ...answer.sentences.filter((_, index) => chosen.has(index)),
    ...answer.neighbours.flatMap(([first, second]) => {
      const [a, b] = [at(first), at(second)];
      return a && b && b.end - a.start <= LONGEST_PAIR ? [joinedWindow(a, b)] : [];
    }),
  ];
}

/** Two sentences have to be this much better than one, in log-odds: the shorter quote is the clearer one. */
const PAIR_PENALTY = 0.3;

/** So much closer, in log-odds, is the example that a stretch denies than the one that it might be found by. */
const DENIED_MARGIN = 1;

/** Log-odds of a stretch for an expectation. */
interface Odds {
  /** Against the closest reference. */
  readonly raw: number;
  /** The same, after what speaks against it. */
  readonly any: number;
  /** Against the closest reference that the stretch does not contradict; null when there is none. */
  readonly agreeing: number | null;
  /** Against the closest reference by words. */
  readonly words: number;
}

/** A stretch has to be so much closer, in log-odds, to its expectation than to every other of the step. */
const NEIGHBOUR_MARGIN = 0.5;

/** Who speaks of a subject comes near to all that is expected of it: only one of them is meant, and it loses what it lacks. */
function againstNeighbours({ raw, any, agreeing, words }: Odds, others: readonly Odds[]): Odds {
  const nearest = Math.max(Number.NEGATIVE_INFINITY, ...others.map((one) => one.raw));
  const penalty = Math.max(0, nearest + NEIGHBOUR_MARGIN - raw);
  return { raw, any: any - penalty, agreeing: agreeing === null ? null : agreeing - penalty, words };
}

function oddsOf(
  { model, words }: Models,
  step: StepReferences,
  { references, counterExamples, numbers, isAsking }: ExpectationReferences,
  stretch: AnswerWindow,
  alignments: Alignments,
): Odds {
  const features = (reference: Reference) =>
    pairFeatures(reference, stretch, step.question, alignments(reference, stretch));
  const odds = (reference: Reference) => logOdds(model, { ...features(reference) });
  let any = Number.NEGATIVE_INFINITY;
  let agreeing: number | null = null;
  let byWords = Number.NEGATIVE_INFINITY;
  for (const reference of references) {
    const compared = { ...features(reference) };
    const one = logOdds(model, compared);
    any = Math.max(any, one);
    byWords = Math.max(byWords, model === words ? one : logOdds(words, compared));
    const agrees =
      !contradicts(reference, stretch) &&
      !isJudgedOtherwise(reference, stretch) &&
      !isUnclaimed(reference, stretch, isAsking) &&
      !isSalad(stretch, compared);
    if (agrees) agreeing = Math.max(agreeing ?? one, one);
  }
  const nearMiss = Math.max(Number.NEGATIVE_INFINITY, ...counterExamples.map(odds));
  if (
    // What denies the closest example is not found by another one that is much less close,
    (agreeing !== null && agreeing < any - DENIED_MARGIN) ||
    references.some((reference) => isSameButDenied(reference, stretch)) ||
    // nor what is closer to an example that does not count, or says it with other numbers.
    nearMiss >= any ||
    hasOtherNumbers(numbers, stretch.read.numbers)
  ) {
    agreeing = null;
  }
  // As much as it is closer to what does not count.
  const penalty = Math.max(0, nearMiss - any) + (stretch.parts ? PAIR_PENALTY : 0);
  return { raw: any, any: any - penalty, agreeing: agreeing === null ? null : agreeing - penalty, words: byWords };
}

type Alignments = (reference: Reference, stretch: AnswerWindow) => Alignment | undefined;

/** Alignments of sentences, each computed once; those of pairs are put together from them. */
function alignmentsOnce(aligned: KnownAlignments): Alignments {
  const known = new Map<Reference, Map<AnswerWindow, Alignment>>();
  return function alignment(reference, stretch): Alignment | undefined {
    if (stretch.parts !== null) {
      const [first, second] = stretch.parts.map((part) => alignment(reference, part));
      return first && second && joinedAlignment(first, second);
    }
    if (reference.meaning === null || stretch.meaning === null) return undefined;
    const before = aligned.get(reference)?.get(stretch);
    if (before !== undefined) return before;
    const ofReference = known.get(reference) ?? new Map<AnswerWindow, Alignment>();
    known.set(reference, ofReference);
    const found = ofReference.get(stretch) ?? align(reference.meaning, stretch.meaning);
    ofReference.set(stretch, found);
    return found;
  };
}
