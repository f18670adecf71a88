import { sharedWeight } from './choose-sentences';
import type { PairFeatures } from './pair-features';
import type { AnswerWindow } from './read-answer';
import type { Reference } from './references';
import type { Stance, StemRejection } from './stance';

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

type Compared = Reference | AnswerWindow;

/**
 * What one text turns down and the other does not: not by the same word, or not the same. A word that the other has for
 * something else ("removed") turns nothing down.
 */
const rejectionsOf = (one: Compared, other: Compared): readonly StemRejection[] =>
  one.rejections.filter(({ by, isFrame, denied }) => {
    if (by.length === 0) return true;
    const alike = other.rejections.filter(
      (rejection) => rejection.isFrame === isFrame && rejection.by.some((stem) => by.includes(stem)),
    );
    if (alike.length > 0) return !alike.some((rejection) => [...rejection.denied].some((stem) => denied.has(stem)));
    return by.some((stem) => (other.words.get(stem) ?? 0) < (one.words.get(stem) ?? 0));
  });

/** How often a text denies something of another one. */
const countDenials = (one: Compared, other: Compared) =>
  one.denials +
  rejectionsOf(one, other).filter(({ denied }) => [...denied].some((stem) => other.read.stems.has(stem))).length;

/** Whether a stretch has the words of a reference and one denial more or less: no other reference makes that good. */
export const isSameButDenied = (reference: Reference, stretch: AnswerWindow) =>
  sharedWeight(reference.read.stems, stretch.read.stems) >= SAME_SHARE &&
  countDenials(stretch, reference) !== countDenials(reference, stretch);

/**
 * Whether a stretch denies what a reference says, or says what it denies. That it does not is no proof that they agree; where
 * in doubt it is taken to, so that *found* becomes *unclear* and not the other way.
 */
export function contradicts(reference: Reference, stretch: AnswerWindow): boolean {
  if (stretch.ofStatement && !reference.ofStatement) return true;
  const [expected, said] = [rejectionsOf(reference, stretch), rejectionsOf(stretch, reference)];
  if (stretch.ofDoing && reference.denied.size === 0 && expected.length === 0) return true;
  const isDenied = ({ denied }: Stance, rejections: readonly StemRejection[], stem: string) =>
    (denied.has(stem) || rejections.some((one) => !one.isFrame && one.denied.has(stem))) !==
    rejections.some((one) => one.isFrame && one.denied.has(stem));
  let whole = 0;
  let shared = 0;
  let differing = 0;
  for (const [stem, weight] of reference.read.stems) {
    whole += weight;
    if (!stretch.read.stems.has(stem)) continue;
    shared += weight;
    if (isDenied(reference, expected, stem) === isDenied(stretch, said, stem)) continue;
    const isAbout = stretch.focus.has(stem) || said.some(({ focus }) => focus.has(stem));
    if (isAbout && weight >= FOCUS_WEIGHT) return true;
    differing += weight;
  }
  return differing > 0 && differing >= DENIED_SHARE * shared && differing >= DENIED_OF_ALL * whole;
}

/** From this share of what they have in common a stretch says it without claiming it, or only names it. */
const UNCLAIMED_SHARE = 0.5;

/**
 * Whether a stretch has the words of a reference as a question, as a guess, as somebody else's opinion or as names in a list, and the
 * reference does not.
 *
 * @param isAsking whether to ask is what is expected
 */
export function isUnclaimed(reference: Reference, stretch: AnswerWindow, isAsking: boolean): boolean {
  let shared = 0;
  let unclaimed = 0;
  let listed = 0;
  for (const [stem, weight] of reference.read.stems) {
    if (!stretch.read.stems.has(stem)) continue;
    shared += weight;
    const isGuess = stretch.unclaimed.has(stem) && !reference.unclaimed.has(stem);
    const isAsked = !isAsking && stretch.asked.has(stem) && !reference.asked.has(stem);
    if (isGuess || isAsked) unclaimed += weight;
    if (stretch.stuffed.has(stem) || (stretch.listed.has(stem) && !reference.listed.has(stem))) listed += weight;
  }
  return (unclaimed > 0 && unclaimed >= UNCLAIMED_SHARE * shared) || (listed > 0 && listed >= UNCLAIMED_SHARE * shared);
}
