import { describe, expect, it } from 'vitest';
import { findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'capacity-below-traffic';
const scale = [{ quantity: 'peak requests', value: '35k', unit: 'per second' }];

describe('capacityBelowTraffic, in the forms', () => {
  it('takes the more generous reading of the rate, and finds it short all the same', () => {
    const capacity = [{ component: 'ranker', qps: '500', replicas: '20' }];
    const [finding] = findingsOf(RULE, guided({ clarify: { scale }, serve: { capacity } }));
    expect(finding?.why).toBe('20 at 500 requests a second each take 10k, and the peak stated is 35k.');
    expect(finding?.quotes.map(({ text }) => text)).toEqual(['ranker · 500 · 20', 'peak requests · 35k · per second']);
  });

  it.each([
    ['enough by either reading', { component: 'ranker', qps: '500', replicas: '100' }],
    ['the whole rate may be meant', { component: 'ranker', qps: '35k', replicas: '20' }],
    ['a cache answers before', { component: 'ranker behind the cache', qps: '50', replicas: '20' }],
    ['one part of the traffic', { component: 'EU region ranker', qps: '50', replicas: '20' }],
    ['the second stage', { component: 're-ranker', qps: '50', replicas: '2' }],
    ['unknown component', { component: 'logger', qps: '50', replicas: '2' }],
    ['a fallback', { component: 'fallback model', qps: '50', replicas: '2' }],
    ['no replicas', { component: 'ranker', qps: '50' }],
  ])('says nothing: %s', (_, row) => {
    expect(findingsOf(RULE, guided({ clarify: { scale }, serve: { capacity: [row] } }))).toEqual([]);
  });

  it('says nothing without a traffic', () => {
    const capacity = [{ component: 'ranker', qps: '5', replicas: '2' }];
    expect(findingsOf(RULE, guided({ serve: { capacity } }))).toEqual([]);
  });

  it('says nothing where requests are answered from a cache', () => {
    const capacity = [{ component: 'ranker', qps: '500', replicas: '20' }];
    const answers = guided({
      clarify: { scale },
      serve: { capacity, request_path: 'Popular pages come from a cache.' },
    });
    expect(findingsOf(RULE, answers)).toEqual([]);
  });
});

describe('capacityBelowTraffic, in prose', () => {
  const clarify = 'I plan for 12k QPS at peak.';

  it.each([
    '20 replicas, each handles 300 QPS.',
    'We run 8 machines at 1k QPS per machine.',
    'Each of the 10 servers serves 400 requests per second.',
  ])('finds "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ clarify, serve }))).toEqual([[serve, clarify]]);
  });

  it.each([
    '20 replicas, each handles 700 QPS.',
    '20 replicas, each handles 300 QPS, would not be enough.',
    'If each of 20 replicas handles 300 QPS, we need twice as many.',
    'We start with 2 replicas in shadow, each takes 10 QPS of one region.',
    'A GPU does 150k scores/s, so 232 cards.',
    'Each shard of the 8 machines does 50 reads per second.',
    'One machine handles 300 QPS.',
    'Each machine has 32 cores.',
    '20 replicas, each handles 300 QPS, see 10 % of the requests.',
    'A region has 20 replicas, each handles 300 QPS.',
    '20 replicas of 64 GB each.',
  ])('says nothing of "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ clarify, serve }))).toEqual([]);
  });

  it('does not take a part of the traffic for all of it', () => {
    const answers = unaided({
      clarify: 'Peak feature reads are 12k QPS.',
      serve: '20 replicas, each handles 300 QPS.',
    });
    expect(quotedBy(RULE, answers)).toEqual([]);
  });
});
