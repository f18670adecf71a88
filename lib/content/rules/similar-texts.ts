import type { Place } from '../finding';

interface Said {
  readonly text: string;
  readonly place: Place;
}

/** From how large a share of common words two texts count as the same one again. */
const SAME_FROM = 0.8;

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text.trim()]);
}

function overlap(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let common = 0;
  for (const word of first) if (second.has(word)) common += 1;
  return common / (first.size + second.size - common);
}

/** Pairs that say the same in nearly the same words, each later text with the first that it repeats. */
export function similarTexts<T extends Said>(texts: readonly T[]): { later: T; earlier: T }[] {
  const words = texts.map(({ text }) => wordsOf(text));
  return texts.flatMap((later, index) => {
    const own = words[index] ?? new Set();
    const at = words.slice(0, index).findIndex((other) => overlap(other, own) >= SAME_FROM);
    const earlier = texts[at];
    return earlier ? [{ later, earlier }] : [];
  });
}

/** The words of a text in a form that is the same for all texts with the same words, whatever their order. */
export function sameWordsKey(text: string): string {
  return [...wordsOf(text)].sort().join(' ');
}
