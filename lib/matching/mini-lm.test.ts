import { beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '@/lib/core/feedback/encoder';
import { dot } from '@/lib/core/feedback/semantic-features';
import { openMiniLm } from './mini-lm';
import { findWeightsFolder, readWeights } from './weights';

describe('all-MiniLM-L6-v2', () => {
  let encoder: Encoder;
  beforeAll(async () => {
    encoder = await openMiniLm(readWeights(findWeightsFolder()));
  });

  // The first is the example of the model's card, 0.94 there; the others were written down when this was made.
  it.each([
    ['That is a happy person', 'That is a very happy person', 0.9416],
    ['We have half a second at the 99th percentile.', 'The p99 latency budget is 500 ms.', 0.204],
    ['Split by time, never at random.', 'The test set is the week after the training data.', 0.145],
    ['Cache the embeddings of popular items.', 'The bid of an advertiser is not a feature.', 0.072],
    ['We log features at serving time.', 'We log features at serving time.', 1],
  ])('%s · %s', async (a, b, cosine) => {
    const [one, other] = await encoder.encode([a, b]);
    expect(dot(one?.pooled ?? new Float32Array(0), other?.pooled ?? new Float32Array(0))).toBeCloseTo(cosine, 3);
  });

  it('gives a text the same vectors in any company', async () => {
    const text = 'Hard negatives come from the same shelf.';
    const [alone] = await encoder.encode([text]);
    const many = await encoder.encode([
      'x',
      'A much longer text, so that the batch is wider than this one needs.',
      text,
    ]);
    expect(dot(alone?.pooled ?? new Float32Array(0), many[2]?.pooled ?? new Float32Array(0))).toBeGreaterThan(0.99999);
    expect(many[2]?.words).toEqual(['hard', 'negatives', 'come', 'from', 'the', 'same', 'shelf', '.']);
    expect(many[2]?.vectors).toHaveLength(8 * 384);
  });

  it('multiplies as one by one', async () => {
    const [a, b] = await encoder.encode(['Hard negatives come from the same shelf.', 'Split by time.']);
    if (!a || !b) throw new Error('There are no vectors.');
    const cosines = await encoder.cosines?.(a.vectors, b.vectors, 384);
    const row = (vectors: Float32Array, index: number) => vectors.subarray(index * 384, (index + 1) * 384);
    for (const [i] of a.words.entries()) {
      for (const [j] of b.words.entries()) {
        expect(cosines?.[i * b.words.length + j]).toBeCloseTo(dot(row(a.vectors, i), row(b.vectors, j)), 5);
      }
    }
  });
});
