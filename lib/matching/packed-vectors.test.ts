import { describe, expect, it } from 'vitest';
import { dot } from '@/lib/core/feedback/semantic-features';
import { packVectors, unpackVectors } from './packed-vectors';

/** Vectors of length 1 that look random and are always the same. */
function vectors(count: number, dimensions: number): Float32Array {
  const all = Float32Array.from({ length: count * dimensions }, (_, index) => Math.sin(index * 12.9898) * 0.5);
  for (let start = 0; start < all.length; start += dimensions) {
    const one = all.subarray(start, start + dimensions);
    const length = Math.sqrt(dot(one, one));
    for (let index = 0; index < dimensions; index += 1) one[index] = (one[index] ?? 0) / length;
  }
  return all;
}

describe('packed vectors', () => {
  const texts = [
    { pooled: vectors(1, 384), words: ['cold', 'start'], vectors: vectors(2, 384) },
    { pooled: vectors(3, 384).subarray(768), words: [], vectors: new Float32Array(0) },
  ];

  it('come back with their words and nearly as they were', () => {
    const unpacked = unpackVectors(packVectors(texts));
    expect(unpacked.map(({ words }) => words)).toEqual([['cold', 'start'], []]);
    for (const [index, text] of texts.entries()) {
      expect(dot(unpacked[index]?.pooled ?? new Float32Array(384), text.pooled)).toBeGreaterThan(0.9999);
      expect(unpacked[index]?.vectors).toHaveLength(text.vectors.length);
    }
    expect(
      dot(
        unpacked[0]?.vectors.subarray(384) ?? new Float32Array(384),
        texts[0]?.vectors.subarray(384) ?? new Float32Array(384),
      ),
    ).toBeGreaterThan(0.9999);
  });

  it('are the same when they are packed twice', () => {
    const once = packVectors(texts);
    expect(packVectors(unpackVectors(once)).length).toBe(once.length);
    expect(unpackVectors(once)).toEqual(unpackVectors(once));
  });

  it('that were cut off are refused', () => {
    const packed = packVectors(texts);
    expect(() => unpackVectors(packed.subarray(0, packed.length - 10))).toThrow();
    expect(() => unpackVectors(packed.subarray(0, 2))).toThrow();
  });
});
