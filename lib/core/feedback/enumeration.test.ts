import { describe, expect, it } from 'vitest';
import { LIST_KINDS, listedIn } from './enumeration';
import { tokensOf } from './tokens';

const listed = (text: string, kind: keyof typeof LIST_KINDS = 'answer') =>
  [...listedIn(text, tokensOf(text), LIST_KINDS[kind])].map(({ word }) => word);

describe('names that only stand in a list', () => {
  it.each([
    'We use latency, sharding, recall, towers, drift and so on.',
    'I think about latency and sharding and recall and towers and drift.',
    'The latency the sharding the recall the towers the drift.',
    'the latency of the sharding of the recall of the towers of the drift',
    'A system with the latency with the sharding with the recall with the towers with the drift.',
  ])('%s', (text) => {
    expect(listed(text)).toEqual(expect.arrayContaining(['sharding', 'recall', 'towers', 'drift']));
  });

  it.each([
    'I split by time, because a random split leaks.',
    'Parse 2, member read 6, ads 2, embeddings 5, network 8, answer 2.',
    '10 + 8 + 25 + 7 + 8 + 30 + 7 + 5 = 100 ms',
    'Detector late → centre crop; shard late → partial list; encoder dead → hash lookups.',
    'Cache, shard and replicate the index so that one lost machine costs nothing.',
  ])('not: %s', (text) => {
    expect(listed(text)).toEqual([]);
  });

  it('is a heap when it is of many single words', () => {
    const heap = 'latency, sharding, recall, towers, drift, caching, canary, rollback';
    expect(listed(heap, 'heap')).toHaveLength(8);
    expect(listed('search latency, index sharding, two towers, data drift, cache misses', 'heap')).toEqual([]);
  });
});
