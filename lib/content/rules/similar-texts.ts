import type { Place } from '../finding';

interface Said {
  readonly text: string;
  readonly place: Place;
}

/** From how large a share of common words two texts count as the same one again. */
const SAME_FROM = 0.8;

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Share of words that two texts have in common, of all their words: 0 to 1. */
export function wordOverlap(a: string, b: string): number {
  const first = wordsOf(a);
  const second = wordsOf(b);
  if (first.size === 0 || second.size === 0) return a.trim() === b.trim() ? 1 : 0;
  let common = 0;
  for (const word of first) if (second.has(word)) common += 1;
  return common / (first.size + second.size - common);
}

/** Pairs that say the same in nearly the same words, each later text with the first that it repeats. */
export function similarTexts<T extends Said>(texts: readonly T[]): { later: T; earlier: T }[] {
  return texts.flatMap((later, index) => {
    const earlier = texts.slice(0, index).find((one) => wordOverlap(one.text, later.text) >= SAME_FROM);
    return earlier ? [{ later, earlier }] : [];
  });
}
