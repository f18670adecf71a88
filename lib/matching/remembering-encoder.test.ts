import { expect, it } from 'vitest';
import type { Encoder } from '@/lib/core/feedback/encoder';
import { rememberingEncoder } from './remembering-encoder';

/** Says how long each text is, and remembers what it was asked. */
function countingEncoder() {
  const asked: string[][] = [];
  const encoder: Encoder = {
    id: 'counting',
    encode: async (texts) => {
      asked.push([...texts]);
      return texts.map((text) => ({
        pooled: Float32Array.of(text.length),
        words: [text],
        vectors: new Float32Array(1),
      }));
    },
  };
  return { encoder, asked };
}

it('reads a text once, and gives it wherever it is asked for', async () => {
  const { encoder, asked } = countingEncoder();
  const remembering = rememberingEncoder(encoder);
  expect(remembering.id).toBe('counting');
  await remembering.encode(['a', 'bb']);
  const again = await remembering.encode(['bb', 'ccc', 'a', 'ccc']);
  expect(asked).toEqual([['a', 'bb'], ['ccc']]);
  expect(again.map(({ words }) => words[0])).toEqual(['bb', 'ccc', 'a', 'ccc']);
  await remembering.encode(['a']);
  expect(asked).toHaveLength(2);
});

it('forgets what was not used for longest', async () => {
  const { encoder, asked } = countingEncoder();
  const remembering = rememberingEncoder(encoder, 2);
  await remembering.encode(['a', 'b']);
  await remembering.encode(['a']);
  await remembering.encode(['c']);
  await remembering.encode(['a']);
  await remembering.encode(['b']);
  expect(asked).toEqual([['a', 'b'], ['c'], ['b']]);
});

it('answers a request that is larger than what it keeps', async () => {
  const { encoder } = countingEncoder();
  const encoded = await rememberingEncoder(encoder, 2).encode(['a', 'b', 'c', 'd']);
  expect(encoded.map(({ words }) => words[0])).toEqual(['a', 'b', 'c', 'd']);
});

it('remembers nothing of what failed', async () => {
  let fails = true;
  const { encoder } = countingEncoder();
  const remembering = rememberingEncoder({
    id: 'failing',
    encode: (texts) => (fails ? Promise.reject(new Error('no memory')) : encoder.encode(texts)),
  });
  await expect(remembering.encode(['a'])).rejects.toThrow('no memory');
  fails = false;
  expect(await remembering.encode(['a'])).toHaveLength(1);
});
