import { describe, expect, it } from 'vitest';
import { alignAll } from './align-all';
import type { Encoded } from './encoder';
import { matchExpectations } from './match-expectations';
import { matcherFor } from './matcher';
import { shownRuns } from './paste';
import { readAnswer, withAnswerMeaning } from './read-answer';
import { readReferences, withMeaning } from './references';
import { align, dot } from './semantic-features';
import { tokensOf } from './tokens';

const DIMENSIONS = 8;

/** Each word by its letters, so that alike words are close. */
function vectorOf(word: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS).fill(0.1);
  for (const letter of word) {
    const place = letter.charCodeAt(0) % DIMENSIONS;
    vector[place] = (vector[place] as number) + 1;
  }
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function encode(text: string): Encoded {
  const words = tokensOf(text).map(({ word }) => word);
  const vectors = new Float32Array(words.length * DIMENSIONS);
  for (const [index, word] of words.entries()) vectors.set(vectorOf(word), index * DIMENSIONS);
  return { pooled: vectorOf(text), words, vectors };
}

async function cosines(a: Float32Array, b: Float32Array, dimensions: number): Promise<Float32Array> {
  const row = (values: Float32Array, index: number) => values.subarray(index * dimensions, (index + 1) * dimensions);
  const columns = b.length / dimensions;
  return Float32Array.from({ length: (a.length / dimensions) * columns }, (_, place) =>
    dot(row(a, Math.floor(place / columns)), row(b, place % columns)),
  );
}

const read = readReferences(
  [
    {
      id: 'split-by-time',
      statement: { html: '', text: 'I split by time: the test week comes after the last day of training.' },
      counts: ['Train on thirty days, test on the week that follows.', '…'],
      doesNotCount: ['I shuffle and split at random.'],
    },
    {
      id: 'log-at-serving',
      statement: { html: '', text: 'Feature values are logged at the moment of serving.' },
      counts: ['We write down the inputs that the model saw.'],
      doesNotCount: [],
    },
  ],
  'Design a system that ranks ads.',
);
const step = withMeaning(read, read.texts.map(encode));

function answerOf(text: string) {
  const answer = readAnswer([{ path: 'text', kind: 'text', text }], shownRuns([]));
  return withAnswerMeaning(answer, new Map(answer.sentences.map(({ read: one }, index) => [index, encode(one.text)])));
}

describe('alignAll', () => {
  const text = 'I test on the week after training. Features are logged when we serve. 🚀 No shuffling at all.';

  it('aligns as one by one', async () => {
    const answer = answerOf(text);
    const known = await alignAll(step, answer, cosines);
    const references = step.expectations.flatMap((one) => [...one.references, ...one.counterExamples]);
    expect(known.size).toBe(references.length);
    for (const reference of references) {
      for (const sentence of answer.sentences) {
        if (reference.meaning === null || sentence.meaning === null) throw new Error('There is no meaning.');
        expect(known.get(reference)?.get(sentence)).toEqual(align(reference.meaning, sentence.meaning));
      }
    }
    expect(matchExpectations(step, answer, matcherFor('sentences'), known)).toEqual(matchExpectations(step, answer));
  });

  it('takes a long answer in parts, and each sentence once', async () => {
    const answer = answerOf(Array.from({ length: 1500 }, (_, index) => `${text} Week ${index}.`).join('\n'));
    let columns = 0;
    let largest = 0;
    const known = await alignAll(step, answer, async (a, b, dimensions) => {
      columns += b.length / dimensions;
      largest = Math.max(largest, (a.length / dimensions) * (b.length / dimensions));
      return new Float32Array((a.length / dimensions) * (b.length / dimensions));
    });
    const words = answer.sentences.reduce((sum, { meaning }) => sum + (meaning?.aligned.words.length ?? 0), 0);
    expect(columns).toBe(words);
    expect(largest).toBeLessThanOrEqual(1_000_000);
    for (const ofReference of known.values()) expect(ofReference.size).toBe(answer.sentences.length);
  });

  it('has nothing to do for an answer without words', async () => {
    const known = await alignAll(step, answerOf(''), () => Promise.reject(new Error('not asked')));
    for (const ofReference of known.values()) expect(ofReference.size).toBe(0);
  });
});
