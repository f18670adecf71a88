import { contentOf, type Token, tokensOf } from './tokens';

/** A text as it is compared. */
export interface ReadText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Its content words, in order. */
  readonly content: readonly Token[];
  /** Weight of each different stem among them. */
  readonly stems: ReadonlyMap<string, number>;
  /** How often each occurs. */
  readonly counts: ReadonlyMap<string, number>;
  readonly trigrams: ReadonlySet<string>;
  /** The different numbers that are written in digits. */
  readonly numbers: ReadonlySet<string>;
}

export function readText(text: string): ReadText {
  return readTokens(text, tokensOf(text));
}

/** Of a text whose tokens are known already. */
export function readTokens(text: string, tokens: readonly Token[]): ReadText {
  const content = contentOf(tokens);
  const stems = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { stem, weight } of content) {
    stems.set(stem, Math.max(stems.get(stem) ?? 0, weight));
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const numbers = new Set(tokens.map(({ word }) => word).filter((word) => /^\d/.test(word)));
  return { text, tokens, content, stems, counts, trigrams: trigramsOf(tokens), numbers };
}

function trigramsOf(tokens: readonly Token[]): Set<string> {
  const joined = ` ${tokens.map(({ word }) => word).join(' ')} `;
  const trigrams = new Set<string>();
  for (let index = 0; index + 3 <= joined.length; index += 1) trigrams.add(joined.slice(index, index + 3));
  return trigrams;
}

/**
 * How alike an answer and a reference are, by their words; each 0 to 1 but the last. "Demoted" leaves out the words of the
 * question, which every answer to it shares.
 */
export interface LexicalFeatures {
  /** Shared stems among all stems. */
  readonly jaccard: number;
  /** Share of the reference's stems that the answer has. */
  readonly overlap: number;
  /** The same by weight. */
  readonly coverage: number;
  readonly coverageDemoted: number;
  /** Share of the answer's weight that the reference has. */
  readonly precision: number;
  readonly precisionDemoted: number;
  /** Both at once: what the reference says new is said, and little else. Neither makes good what the other lacks. */
  readonly mutual: number;
  /** BM25 of the answer for the reference as a query, divided by what it could reach at most without repetition. */
  readonly bm25: number;
  /** Share of the reference's character trigrams that the answer has: forgives spelling. */
  readonly trigrams: number;
  /** Share of the reference's pairs of neighbouring content words that stand in the answer in that order, near each other. */
  readonly order: number;
  /** Natural logarithm of the answer's length over the reference's, in content words. */
  readonly length: number;
}

/** Robertson and Zaragoza, "The probabilistic relevance framework: BM25 and beyond" (2009), with short texts in mind. */
const BM25_SATURATION = 1.2;
const BM25_LENGTH = 0.5;
const BM25_MEAN_LENGTH = 10;

export function lexicalFeatures(reference: ReadText, answer: ReadText, question: ReadText | null): LexicalFeatures {
  const shared = [...reference.stems.keys()].filter((stem) => answer.stems.has(stem)).length;
  const isAsked = (stem: string) => question?.stems.has(stem) ?? false;
  const coverageDemoted = demotedShare(reference, answer, isAsked);
  const precision = share(answer, reference, () => false);
  return {
    jaccard: shared / (reference.stems.size + answer.stems.size - shared || 1),
    overlap: shared / (reference.stems.size || 1),
    coverage: share(reference, answer, () => false),
    coverageDemoted,
    precision,
    precisionDemoted: demotedShare(answer, reference, isAsked),
    mutual: coverageDemoted * precision,
    bm25: bm25(reference, answer),
    trigrams: trigramShare(reference, answer),
    order: orderShare(reference, answer),
    length: Math.log((answer.content.length + 1) / (reference.content.length + 1)),
  };
}

/** The share of one text's weight that stands in another too; 0 when nothing is left to share. */
function share(of: ReadText, other: ReadText, isLeftOut: (stem: string) => boolean): number {
  let sum = 0;
  let whole = 0;
  for (const [stem, weight] of of.stems) {
    if (isLeftOut(stem)) continue;
    whole += weight;
    if (other.stems.has(stem)) sum += weight;
  }
  return whole > 0 ? sum / whole : 0;
}

/** Without the question's words; with them when there are no others. */
function demotedShare(of: ReadText, other: ReadText, isAsked: (stem: string) => boolean): number {
  const onlyAsked = [...of.stems.keys()].every(isAsked);
  return share(of, other, onlyAsked ? () => false : isAsked);
}

function bm25(reference: ReadText, answer: ReadText): number {
  const norm = BM25_SATURATION * (1 - BM25_LENGTH + (BM25_LENGTH * answer.content.length) / BM25_MEAN_LENGTH);
  let sum = 0;
  let whole = 0;
  for (const [stem, weight] of reference.stems) {
    const count = answer.counts.get(stem) ?? 0;
    sum += (weight * count * (BM25_SATURATION + 1)) / (count + norm);
    whole += weight;
  }
  return whole > 0 ? sum / whole : 0;
}

function trigramShare(reference: ReadText, answer: ReadText): number {
  let shared = 0;
  for (const trigram of reference.trigrams) if (answer.trigrams.has(trigram)) shared += 1;
  return shared / (reference.trigrams.size || 1);
}

/** Neighbours may be a few words apart in the answer. */
const NEAR = 3;

function orderShare(reference: ReadText, answer: ReadText): number {
  const pairs = reference.content.length - 1;
  if (pairs < 1) return 0;
  const near = nearPairs(answer);
  let kept = 0;
  for (let index = 0; index < pairs; index += 1) {
    if (near.has(`${reference.content[index]?.stem} ${reference.content[index + 1]?.stem}`)) kept += 1;
  }
  return kept / pairs;
}

/** Of texts that were compared: an answer is held against many references. */
const knownPairs = new WeakMap<ReadText, ReadonlySet<string>>();

/** The stems of a text that stand in this order and near each other. */
function nearPairs(text: ReadText): ReadonlySet<string> {
  const known = knownPairs.get(text);
  if (known !== undefined) return known;
  const pairs = new Set<string>();
  for (const [index, { stem }] of text.content.entries()) {
    for (const after of text.content.slice(index + 1, index + 1 + NEAR)) pairs.add(`${stem} ${after.stem}`);
  }
  knownPairs.set(text, pairs);
  return pairs;
}
