import type { Encoded } from './encoder';
import { tokensOf, wordWeight } from './tokens';

/** The words of a text with their vectors. Words that only hold sentences together have weight 0: they can be what another word is nearest to. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly vectors: readonly Float32Array[];
}

export interface MeaningText {
  readonly pooled: Float32Array;
  readonly aligned: WordVectors;
}

/** What is compared of an encoded text: its words, without punctuation. */
export function meaningOf(encoded: Encoded): MeaningText {
  const dimensions = encoded.pooled.length;
  const kept = encoded.words.flatMap((word, index) => {
    if (!/[\p{L}\p{N}%]/u.test(word)) return [];
    const vector = encoded.vectors.subarray(index * dimensions, (index + 1) * dimensions);
    return [{ word, weight: wordWeight(word), vector }];
  });
  return {
    pooled: encoded.pooled,
    aligned: {
      words: kept.map(({ word }) => word),
      weights: kept.map(({ weight }) => weight),
      vectors: kept.map(({ vector }) => vector),
    },
  };
}

/** Two neighbouring sentences as one, without encoding them again: what each word meant in its own sentence. */
export function joinedMeaning(first: MeaningText, second: MeaningText): MeaningText {
  const share = (text: MeaningText) => text.aligned.words.length + 1;
  const pooled = first.pooled.map((value, index) => share(first) * value + share(second) * (second.pooled[index] ?? 0));
  const length = Math.sqrt(dot(pooled, pooled)) || 1;
  return {
    pooled: pooled.map((value) => value / length),
    aligned: {
      words: [...first.aligned.words, ...second.aligned.words],
      weights: [...first.aligned.weights, ...second.aligned.weights],
      vectors: [...first.aligned.vectors, ...second.aligned.vectors],
    },
  };
}

/**
 * How alike an answer and a reference are in meaning; cosines, so -1 to 1. The alignment is that of BERTScore (Zhang et al.,
 * 2020): each word is held against the word of the other text that is nearest in its context, weighted by how much it tells.
 */
export interface SemanticFeatures {
  readonly cosine: number;
  /** Of what is left of both when the question's direction is taken out. */
  readonly cosineDemoted: number;
  readonly alignedRecall: number;
  /** Without the words of the question. */
  readonly alignedRecallDemoted: number;
  readonly alignedPrecision: number;
}

export function semanticFeatures(
  reference: MeaningText,
  answer: MeaningText,
  question: QuestionMeaning | null,
): SemanticFeatures {
  const { forReference, forAnswer } = nearest(reference.aligned, answer.aligned);
  const recall = weightedMean(reference.aligned, forReference, () => true);
  const isNew = (word: string) => !(question?.words.has(word) ?? false);
  return {
    cosine: dot(reference.pooled, answer.pooled),
    cosineDemoted:
      question === null
        ? dot(reference.pooled, answer.pooled)
        : demotedCosine(reference.pooled, answer.pooled, question.pooled),
    alignedRecall: recall ?? 0,
    alignedRecallDemoted: weightedMean(reference.aligned, forReference, isNew) ?? recall ?? 0,
    alignedPrecision: weightedMean(answer.aligned, forAnswer, () => true) ?? 0,
  };
}

/** What every answer shares with the question. */
export interface QuestionMeaning {
  readonly pooled: Float32Array;
  readonly words: ReadonlySet<string>;
}

export function questionMeaning(text: string, encoded: Encoded): QuestionMeaning {
  return { pooled: encoded.pooled, words: new Set(tokensOf(text).map(({ word }) => word)) };
}

/** The greatest cosine that each word reaches with a word of the other text. */
function nearest(reference: WordVectors, answer: WordVectors): { forReference: Float32Array; forAnswer: Float32Array } {
  const forReference = new Float32Array(reference.words.length);
  const forAnswer = new Float32Array(answer.words.length);
  for (const [i, x] of reference.vectors.entries()) {
    for (const [j, y] of answer.vectors.entries()) {
      if (reference.weights[i] === 0 && answer.weights[j] === 0) continue;
      const cosine = dot(x, y);
      if (cosine > (forReference[i] ?? 0)) forReference[i] = cosine;
      if (cosine > (forAnswer[j] ?? 0)) forAnswer[j] = cosine;
    }
  }
  return { forReference, forAnswer };
}

function weightedMean(text: WordVectors, values: Float32Array, counts: (word: string) => boolean): number | null {
  let sum = 0;
  let whole = 0;
  for (const [index, word] of text.words.entries()) {
    if (!counts(word)) continue;
    const weight = text.weights[index] ?? 0;
    sum += weight * (values[index] ?? 0);
    whole += weight;
  }
  return whole > 0 ? sum / whole : null;
}

function demotedCosine(a: Float32Array, b: Float32Array, question: Float32Array): number {
  const ofA = dot(a, question);
  const ofB = dot(b, question);
  const left = Math.sqrt(Math.max(0, 1 - ofA * ofA) * Math.max(0, 1 - ofB * ofB));
  return left < 1e-6 ? 0 : (dot(a, b) - ofA * ofB) / left;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
