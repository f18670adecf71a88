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

describe('capacityBelowTraffic does not take a part of the fleet for all of it', () => {
  const clarify = 'Peak is 1,400 QPS in total.';

  it.each([
    'In the shadow phase 3 replicas take 50 QPS each.',
    'We start the canary with 2 replicas at 100 QPS each and then grow to 20.',
    'The A/B test arm gets 4 replicas that handle 100 QPS each.',
    'With 10 replicas at 100 QPS each we would fall over, so I plan 20.',
    'I add 4 replicas at 100 QPS each to the 12 that exist.',
    'At night 4 replicas at 100 QPS each are enough.',
    'Each shard has 2 replicas at 100 QPS each.',
    'The pilot runs on 3 replicas, each handles 100 QPS.',
    'Another 5 replicas at 100 QPS each stand by in the second zone.',
    'When 5 replicas are left, each handles 100 QPS.',
    'In the EU region 6 replicas, each handles 100 QPS.',
    'The fallback runs on 2 machines at 200 QPS per machine.',
    'For the mobile app 5 replicas, each handles 100 QPS.',
    'A load test of 4 replicas gave 100 QPS per replica.',
    'We begin with 5 replicas, each handles 100 QPS. At launch there are 20 replicas.',
    '6 replicas, each handles 100 QPS, and they autoscale.',
    'At least 5 replicas, each handles 100 QPS.',
    '8 machines at 100 QPS per machine in Dublin. 8 machines at 100 QPS per machine in Oregon.',
    '5 replicas, each handles 100 QPS. The CDN answers the rest.',
  ])('says nothing of "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ clarify, serve }))).toEqual([]);
  });

  const scaleOf = [{ quantity: 'Peak requests per second', value: '1400', unit: 'QPS' }];
  it.each([
    [{ component: 'encoder of the canary', qps: '100', replicas: '2' }],
    [{ component: 'encoder, per zone', qps: '100', replicas: '5' }],
    [{ component: 'ranker (arm B)', qps: '100', replicas: '5' }],
    [{ component: 'ranker for TV', qps: '100', replicas: '5' }],
    [{ component: 'ranker at night', qps: '100', replicas: '5' }],
    [{ component: 'new ranker', qps: '100', replicas: '5' }],
    [{ component: 'model monitoring', qps: '10', replicas: '2' }],
    [{ component: 'search, one shard', qps: '100', replicas: '2' }],
    [
      { component: 'ranker', qps: '100', replicas: '8' },
      { component: 'ranker EU', qps: '100', replicas: '8' },
    ],
  ])('says nothing of the rows %#', (...rows) => {
    expect(findingsOf(RULE, guided({ clarify: { scale: scaleOf }, serve: { capacity: rows } }))).toEqual([]);
  });

  it.each(['ranker', 'Query encoder', 'ranking service', 'prediction API', 'DLRM ranker on GPU'])(
    'finds the row of the %s',
    (component) => {
      const capacity = [{ component, qps: '100', replicas: '5' }];
      expect(findingsOf(RULE, guided({ clarify: { scale: scaleOf }, serve: { capacity } }))).toHaveLength(1);
    },
  );

  it.each([
    'We run 5 replicas at 100 QPS per replica.',
    '10 GPUs, each serves 100 requests per second.',
    'The ranker has 12 machines that take 100 QPS each.',
    'So 4 servers at 200 QPS per server.',
    'Each of the 10 pods handles 120 QPS.',
  ])('finds "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ clarify, serve }))).toEqual([[serve, clarify]]);
  });
});
