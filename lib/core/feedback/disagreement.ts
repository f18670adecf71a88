import { sharedWeight } from './choose-sentences';
import type { PairFeatures } from './pair-features';
import type { AnswerWindow } from './read-answer';
import type { Reference } from './references';

/** A sentence of which fewer numbers are the expectation's speaks of something else: one number is shared by chance. */
const SHARED_NUMBERS = 1 / 3;

/** Whether both give numbers and have too few in common. */
export function hasOtherNumbers(expected: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  if (expected.size === 0 || said.size === 0) return false;
  return [...said].filter((number) => expected.has(number)).length < SHARED_NUMBERS * said.size;
}

/** In so many content words there are all words of a reference by chance, when everything is about one subject. */
const MANY_WORDS = 40;
/** Then this share of its neighbouring words has to stand together. */
const KEPT_ORDER = 0.4;

/** Whether a stretch that has the words of a reference has them in no order that says what the reference says. */
export const isSalad = (stretch: AnswerWindow, { order }: PairFeatures) =>
  stretch.read.content.length >= MANY_WORDS && order < KEPT_ORDER;

/** The share of what two texts have in common that one of them denies, from which they are taken to disagree. */
const DENIED_SHARE = 0.3;
/** And the share of all that the reference says: one word that both have by chance is no disagreement. */
const DENIED_OF_ALL = 0.1;
/** A word that a denial is about is enough, when it tells something. */
const FOCUS_WEIGHT = 0.3;

/** From this share of their words two texts are the same but for what one of them denies. */
const SAME_SHARE = 0.8;

/** Whether a stretch has the words of a reference and one denial more or less: no other reference makes that good. */
export const isSameButDenied = (reference: Reference, stretch: AnswerWindow) =>
  stretch.denials !== reference.denials && sharedWeight(reference.read.stems, stretch.read.stems) >= SAME_SHARE;

/**
 * Whether a stretch denies what a reference says, or says what it denies. That it does not is no proof that they agree; where
 * in doubt it is taken to, so that *found* becomes *unclear* and not the other way.
 */
export function contradicts(reference: Reference, stretch: AnswerWindow): boolean {
  if (stretch.ofStatement && !reference.ofStatement) return true;
  if (stretch.ofDoing && reference.denied.size === 0) return true;
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
