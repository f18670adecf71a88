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
  { forReference, forAnswer }: Alignment = align(reference, answer),
): SemanticFeatures {
  const recall = weightedMean(reference.aligned, forReference, () => true);
  const isNew = (word: string) => !(question?.words.has(word) ?? false);
  const cosine = dot(reference.pooled, answer.pooled);
  return {
    cosine,
    cosineDemoted: question === null ? cosine : demotedCosine(reference.pooled, answer.pooled, question.pooled),
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

/** For each word of two texts the greatest cosine with a word of the other. */
export interface Alignment {
  readonly forReference: Float32Array;
  readonly forAnswer: Float32Array;
}

/**
 * Nearly all the time that matching takes beside encoding is spent on the cosines.
 *
 * @param cosine of a word of the reference and one of the answer, when it is known already
 */
export function align(
  { aligned: reference }: MeaningText,
  { aligned: answer }: MeaningText,
  cosine = (i: number, j: number) => dot(reference.vectors[i] as Float32Array, answer.vectors[j] as Float32Array),
): Alignment {
  const forReference = new Float32Array(reference.words.length);
  const forAnswer = new Float32Array(answer.words.length);
  for (let i = 0; i < reference.words.length; i += 1) {
    for (let j = 0; j < answer.words.length; j += 1) {
      // Neither is counted.
      if (reference.weights[i] === 0 && answer.weights[j] === 0) continue;
      const value = cosine(i, j);
      if (value > (forReference[i] as number)) forReference[i] = value;
      if (value > (forAnswer[j] as number)) forAnswer[j] = value;
    }
  }
  return { forReference, forAnswer };
}

/** Of a reference with `joinedMeaning`, from those with its parts. */
export function joinedAlignment(first: Alignment, second: Alignment): Alignment {
  const forAnswer = new Float32Array(first.forAnswer.length + second.forAnswer.length);
  forAnswer.set(first.forAnswer);
  forAnswer.set(second.forAnswer, first.forAnswer.length);
  return {
    forReference: first.forReference.map((value, index) => Math.max(value, second.forReference[index] as number)),
    forAnswer,
  };
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
  let index = 0;
  // Four at a time takes half as long.
  for (; index + 3 < a.length; index += 4) {
    sum +=
      (a[index] as number) * (b[index] as number) +
      (a[index + 1] as number) * (b[index + 1] as number) +
      (a[index + 2] as number) * (b[index + 2] as number) +
      (a[index + 3] as number) * (b[index + 3] as number);
  }
  for (; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
