import type { Encoder } from './encoder';
import type { AnswerWindow, ReadAnswer } from './read-answer';
import type { Reference, StepReferences } from './references';
import { type Alignment, align, type MeaningText } from './semantic-features';

/** Alignments of the references of a step with the sentences of an answer. */
export type KnownAlignments = ReadonlyMap<Reference, ReadonlyMap<AnswerWindow, Alignment>>;

/** So many cosines are held at once: 4 MB. */
const MOST_COSINES = 1_000_000;

interface Placed<T> {
  readonly of: T;
  readonly meaning: MeaningText;
  /** The place of its first word among all. */
  readonly start: number;
}

/** All that `scoreExpectations` would align one by one, by products of matrices. */
export async function alignAll(
  step: StepReferences,
  answer: ReadAnswer,
  cosines: NonNullable<Encoder['cosines']>,
): Promise<KnownAlignments> {
  const references = placed(
    step.expectations.flatMap((expectation) => [...expectation.references, ...expectation.counterExamples]),
  );
  const rows = vectorsOf(references);
  const known = new Map<Reference, Map<AnswerWindow, Alignment>>(references.map(({ of }) => [of, new Map()]));
  const rowCount = countOf(references);
  for (const sentences of inParts(answer.sentences, Math.max(1, Math.floor(MOST_COSINES / Math.max(1, rowCount))))) {
    const columns = placed(sentences);
    const columnCount = countOf(columns);
    if (rowCount === 0 || columnCount === 0) continue;
    const values = await cosines(rows, vectorsOf(columns), rows.length / rowCount);
    for (const row of references) {
      for (const column of columns) {
        const at = row.start * columnCount + column.start;
        const cosine = (i: number, j: number) => values[at + i * columnCount + j] as number;
        known.get(row.of)?.set(column.of, align(row.meaning, column.meaning, cosine));
      }
    }
  }
  return known;
}

function placed<T extends { readonly meaning: MeaningText | null }>(texts: readonly T[]): Placed<T>[] {
  let start = 0;
  return texts.flatMap((of) => {
    if (of.meaning === null) return [];
    const one = { of, meaning: of.meaning, start };
    start += of.meaning.aligned.words.length;
    return [one];
  });
}

const countOf = (texts: readonly Placed<unknown>[]) =>
  texts.reduce((sum, { meaning }) => sum + meaning.aligned.words.length, 0);

function vectorsOf(texts: readonly Placed<unknown>[]): Float32Array {
  const vectors = texts.flatMap(({ meaning }) => meaning.aligned.vectors);
  const dimensions = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * dimensions);
  for (const [index, vector] of vectors.entries()) all.set(vector, index * dimensions);
  return all;
}

/** Sentences in their order, as many together as have no more words than that. */
function inParts(sentences: readonly AnswerWindow[], mostWords: number): AnswerWindow[][] {
  const parts: AnswerWindow[][] = [];
  let words = Number.POSITIVE_INFINITY;
  for (const sentence of sentences) {
    const more = sentence.meaning?.aligned.words.length ?? 0;
    if (words + more > mostWords) {
      parts.push([]);
      words = 0;
    }
    parts.at(-1)?.push(sentence);
    words += more;
  }
  return parts;
}
