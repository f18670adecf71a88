import type { ReadAnswer } from './read-answer';
import type { StepReferences } from './references';

/** An answer of more sentences is searched by words first: an encoder takes some 20 ms for each. */
const MOST_COMPARED = 96;

/**
 * The places of the sentences that are compared with care, in order: all of them, but of a very long answer those that share
 * most with each expectation, and equally many for each.
 */
export function chooseSentences(step: StepReferences, { sentences }: ReadAnswer): number[] {
  if (sentences.length <= MOST_COMPARED) return sentences.map((_, index) => index);
  const each = Math.max(1, Math.floor(MOST_COMPARED / Math.max(1, step.expectations.length)));
  const chosen = new Set<number>();
  for (const { references } of step.expectations) {
    const scores = sentences.map(({ read }, index) => ({
      index,
      score: Math.max(...references.map((reference) => sharedWeight(reference.read.stems, read.stems))),
    }));
    scores.sort((a, b) => b.score - a.score || a.index - b.index);
    for (const { index } of scores.slice(0, each)) chosen.add(index);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** The weight of the stems that two texts share, against that of all of both: 0 to 1 (Dice). */
export function sharedWeight(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let whole = 0;
  for (const [stem, weight] of a) {
    whole += weight;
    if (b.has(stem)) shared += 2 * weight;
  }
  for (const weight of b.values()) whole += weight;
  return whole > 0 ? shared / whole : 0;
}
