import { stemmer } from 'stemmer';
import { COMMON_WORDS } from './common-words';
import { foldText } from './folded-text';
import { FUNCTION_WORDS, NEGATORS } from './function-words';

/** A word or a number of a text. */
export interface Token {
  /** As it is compared when the exact form matters: lower case, without accents, numbers without separators. */
  readonly word: string;
  /** What forms of one word share. */
  readonly stem: string;
  /** 0 for words that hold a sentence together, else 0.05 to 1: the rarer the word in English, the more. */
  readonly weight: number;
  /** UTF-16 offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
}

const RANKS: ReadonlyMap<string, number> = new Map(
  COMMON_WORDS.trim()
    .split(/\s+/)
    .map((word, rank) => [word, rank]),
);

/** The rank beyond which a word counts as rare as it can be. */
const RAREST = 43_000;

/** How much a word tells, by its rank among English words (Zipf: the logarithm of the rank stands for that of 1/frequency). */
export function wordWeight(word: string): number {
  if (FUNCTION_WORDS.has(word) || NEGATORS.has(word)) return 0;
  const rank = RANKS.get(word);
  if (rank === undefined) return 1;
  return Math.max(0.05, Math.min(1, Math.log((rank + 10) / 10) / Math.log((RAREST + 10) / 10)));
}

/**
 * A number with its separators, a word with an apostrophe, or a run of letters or digits. Letters and digits part, so
 * that `500ms` is `500 ms`, but `p99` and `a/b` stay whole.
 */
const TOKEN =
  /(?<![\p{L}\p{N}])[a-z]\/[a-z](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[pf]\d{1,3}(?:\.\d+)?(?![\p{L}\p{N}])|\d+(?:[,_\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|%/giu;

/** The words and numbers of a text in order, as a reader sees them. Marks, emoji, tags and punctuation are none. */
export function tokensOf(text: string): Token[] {
  const folded = foldText(text);
  return [...folded.text.matchAll(TOKEN)].map((match) => {
    const word = normalWord(match[0]);
    return {
      word,
      stem: stemOf(word),
      weight: wordWeight(word),
      start: folded.startOf(match.index),
      end: folded.endOf(match.index + match[0].length - 1),
    };
  });
}

/** The tokens that say something; all of them when none does. */
export function contentOf(tokens: readonly Token[]): readonly Token[] {
  const content = tokens.filter((token) => token.weight > 0);
  return content.length > 0 ? content : tokens;
}

function normalWord(raw: string): string {
  const plain = raw.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/g, "'").replace(/'s$/, '');
  if (plain === '%') return 'percent';
  if (/^\d/.test(plain)) return plain.replace(/[^\d.]/g, '').replace(/\.0+$/, '');
  return plain;
}

const stems = new Map<string, string>();
/** Stems of words seen before; a person cannot make it grow without end. */
const MAX_STEMS = 20_000;

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MAX_STEMS) stems.clear();
  const stem = /^[a-z]+$/.test(word) ? stemmer(american(word)) : word;
  stems.set(word, stem);
  return stem;
}

/** British spelling has another stem: optimise, behaviour, modelling, centre. */
function american(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|es|ed|er|ers|ing|ation|ations)$/, 'iz$1')
    .replace(/our(s|ed|ing|al|able)?$/, 'or$1')
    .replace(/ll(ed|ing|er|ers)$/, 'l$1')
    .replace(/yse(s|d|r)?$/, 'yze$1');
}
