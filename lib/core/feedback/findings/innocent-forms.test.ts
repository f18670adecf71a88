import { describe, expect, it } from 'vitest';
import type { FieldValue, TableRow } from '@/lib/core/answer';
import { findContradictions } from '@/lib/core/feedback/findings/find-contradictions';
import type { RuleId } from '@/lib/core/feedback/findings/finding';
import { type Forms, guided } from '@/tests/fixtures/answers-of';

/*
 * The same as `innocent-prose.test.ts`, in the forms: what no rule may hold against a candidate, and what contradicts itself.
 */

const rulesIn = (forms: Forms): RuleId[] =>
  findContradictions({ caseStudy: { facts: [] }, answers: guided(forms), revealedFacts: [] }).map(({ rule }) => rule);

describe('in the forms, on latency', () => {
  const answers = (...stages: (readonly [string, string])[]): Forms => ({
    clarify: { slo: [{ p99: '150' }] },
    serve: { latency_budget: stages.map(([stage, ms]) => ({ stage, ms })) },
  });

  it.each<(readonly [string, string])[]>([
    [
      ['gateway + auth', '10'],
      ['user features (Redis)', '15'],
      ['retrieval', '40'],
      ['item features, prefetched', '60'],
      ['ranker', '50'],
      ['rules', '10'],
    ],
    [
      ['A: candidate sources', '60'],
      ['B: features (starts with A)', '60'],
      ['C: rank', '60'],
    ],
    [
      ['retrieval', '60'],
      ['ranking', '60'],
      ['thumbnail choice (lazy)', '50'],
    ],
    [
      ['retrieval', '60'],
      ['ranking (cache hit 80 %)', '20'],
      ['ranking (miss)', '90'],
    ],
    [
      ['retrieval, typical', '30'],
      ['retrieval, worst', '80'],
      ['ranking', '60'],
    ],
    [
      ['happy path', '120'],
      ['degraded path', '60'],
    ],
    [
      ['mobile', '120'],
      ['desktop', '90'],
    ],
    [
      ['step 1: retrieve', '60'],
      ['step 2: rank', '60'],
      ['step 3: log asynchronously', '60'],
    ],
    [
      ['ANN (8 shards in parallel)', '80'],
      ['merge', '10'],
      ['ranker', '50'],
    ],
    [
      ['query encoder ∥ feature fetch', '50'],
      ['feature fetch', '50'],
      ['ANN', '40'],
      ['ranker', '40'],
    ],
    [
      ['retrieval', '70'],
      ['  - probe', '50'],
      ['ranking', '60'],
    ],
    [
      ['retrieval', '70'],
      ['ranking', '60'],
      ['p95 headroom', '40'],
    ],
    [
      ['retrieval (or cache)', '70'],
      ['ranking', '60'],
      ['cache', '40'],
    ],
    [
      ['encode', '40'],
      ['search', '50'],
      ['(encode + search)', '90'],
      ['rerank', '40'],
    ],
  ])('nothing is said of %j', (...row) => {
    expect(rulesIn(answers(...row))).toEqual([]);
  });

  it.each<(readonly [string, string])[]>([
    [
      ['encode', '40'],
      ['search', '70'],
      ['rerank', '60'],
    ],
    [
      ['gateway', '10'],
      ['features', '35'],
      ['retrieval', '60'],
      ['ranker', '70'],
    ],
    [
      ['Candidate generation', '80'],
      ['Ranking', '90'],
    ],
    [
      ['API', '5'],
      ['Feature fetch', '40'],
      ['Scoring', '140'],
    ],
    [
      ['detector', '60'],
      ['encoder', '50'],
      ['index lookup', '40'],
      ['re-rank', '30'],
    ],
  ])('%j is found', (...row) => {
    expect(rulesIn(answers(...row))).toEqual(['latency-over-target']);
  });
});

describe('in the forms, on capacity', () => {
  const answers = (rows: readonly (readonly [string, string, string])[], more: Record<string, FieldValue>): Forms => ({
    clarify: { scale: [{ quantity: 'Peak requests per second', value: '12000', unit: 'QPS' }] },
    serve: { capacity: rows.map(([component, qps, replicas]) => ({ component, qps, replicas })), ...more },
  });

  it.each<[(readonly [string, string, string])[], Record<string, FieldValue>]>([
    [[['ranker', '400', '30']], {}],
    [[['ranker (per zone)', '400', '10']], {}],
    [[['ranker spare', '400', '2']], {}],
    [[['LLM service', '4', '10']], {}],
    [[['admin API', '10', '2']], {}],
    [[['ranker', '400', '10']], { rollout: 'Ten replicas at first, HPA scales to 40.' }],
    [[['ranker', '400', '10+']], {}],
    [
      [
        ['retrieval service', '500', '10'],
        ['retrieval service B', '500', '20'],
      ],
      {},
    ],
    [[['training service', '5', '2']], {}],
    [[['ranker', '400', '10']], { request_path: '90 % of requests are answered from a cache.' }],
  ])('nothing is said of %j', (...row) => {
    expect(rulesIn(answers(...row))).toEqual([]);
  });

  it.each<[(readonly [string, string, string])[], Record<string, FieldValue>]>([
    [[['ranker', '400', '10']], {}],
    [[['Model server', '250', '12']], {}],
    [
      [
        ['retrieval', '400', '60'],
        ['ranker', '200', '20'],
      ],
      {},
    ],
    [[['API gateway', '1000', '4']], {}],
    [[['encoder', '100', '8']], {}],
  ])('%j is found', (...row) => {
    expect(rulesIn(answers(...row))).toEqual(['capacity-below-traffic']);
  });
});

describe('in the forms, on memory', () => {
  const answers = (architecture: string, rows: readonly (readonly [string, string, string])[]): Forms => ({
    model: { architecture },
    serve: { capacity: rows.map(([component, replicas, memory]) => ({ component, replicas, memory })) },
  });

  it.each<[string, (readonly [string, string, string])[]]>([
    ['The index holds 1B vectors of 128 dims in fp32.', [['ANN index', '10', '64 GB']]],
    ['The index holds 1B vectors of 128 dims in fp32.', [['ANN index (per shard)', '3', '64 GB']]],
    ['The index holds 1B vectors of 128 dims in fp32.', [['ANN index, hot tier', '3', '64 GB']]],
    ['The index holds 1B vectors of 128 dims in fp32, as PQ 16 bytes each.', [['ANN index', '2', '64 GB']]],
    [
      'The index holds 1B vectors of 128 dims in fp32.',
      [
        ['vector cache', '2', '64 GB'],
        ['vector store (SSD)', '4', '64 GB'],
      ],
    ],
    ['The index holds 1B vectors of 128 dims in fp32.', [['index builder', '2', '64 GB']]],
    ['The index holds 1B vectors of 128 dims in fp32.', [['inverted index', '2', '64 GB']]],
    ['The index holds 1B vectors of 128 dims in fp32.', [['feature index', '2', '64 GB']]],
  ])('nothing is said of %j', (...row) => {
    expect(rulesIn(answers(...row))).toEqual([]);
  });

  it.each<[string, (readonly [string, string, string])[]]>([
    ['The index holds 1B vectors of 128 dims in fp32.', [['ANN index', '2', '64 GB']]],
    ['The index holds 1B vectors of 128 dims in fp32.', [['vector store', '1', '128 GB']]],
    ['The item tower gives 1B vectors. Each has 256 dims in fp16.', [['ANN index', '1', '64 GB']]],
  ])('%j is found', (...row) => {
    expect(rulesIn(answers(...row))).toEqual(['memory-below-index']);
  });
});

describe('in the forms, on accuracy', () => {
  const answers = (labels: string, metric: TableRow): Forms => ({ data: { labels }, evaluate: { offline: [metric] } });

  it.each<[string, TableRow]>([
    ['The base rate is 1 %.', { metric: 'Label accuracy', slice: 'all', gate: '95 %' }],
    ['The base rate is 1 %.', { metric: 'Accuracy of the detector', slice: 'all', gate: '95 %' }],
    ['The base rate is 1 %.', { metric: 'Top-1 accuracy', slice: 'all', gate: '95 %' }],
    ['The base rate is 1 %.', { metric: 'Accuracy', slice: 'balanced probe', gate: '95 %' }],
    ['The base rate is 1 %.', { metric: 'Accuracy', slice: 'photos for the detector', gate: '95 %' }],
    ['The base rate is 1 %.', { metric: 'Balanced accuracy', slice: 'all', gate: '95 %' }],
    ['The base rate is 1 %.', { metric: 'Accuracy of calibration', slice: 'all', gate: '95 %' }],
    ['The base rate is 1 %.', { metric: 'Language accuracy', slice: 'all', gate: '95 %' }],
    ['The base rate is 40 %.', { metric: 'Accuracy', slice: 'all', gate: '95 %' }],
  ])('nothing is said of %j', (...row) => {
    expect(rulesIn(answers(...row))).toEqual([]);
  });

  it.each<[string, TableRow]>([
    ['The base rate is 1 %.', { metric: 'Accuracy', slice: 'all', gate: '95 %' }],
    ['The base rate is 1 %.', { metric: 'accuracy', slice: 'new users', gate: '97 %' }],
    ['The base rate is 1 %.', { metric: 'Overall accuracy', slice: 'all', gate: '' }],
    ['0.5 % of rows are positives.', { metric: 'Accuracy', slice: 'all', gate: '90 %' }],
    ['Fraud is rare: the fraud rate is 0.2 %.', { metric: 'Accuracy', slice: 'all', gate: '90 %' }],
  ])('%j is found', (...row) => {
    expect(rulesIn(answers(...row))).toEqual(['accuracy-on-rare-class']);
  });
});

describe('in the forms, on batch and live', () => {
  const answers = (features: TableRow[], mode: string, why: string, more: Record<string, FieldValue>): Forms => ({
    data: { features },
    serve: { mode: { chosen: [mode], why }, ...more },
  });

  it.each<[TableRow[], string, string, Record<string, FieldValue>]>([
    [
      [{ name: 'clicks in the last 5 minutes', freshness: 'stream' }],
      'batch',
      'Scores nightly, and the stream adjusts them.',
      {},
    ],
    [[{ name: 'clicks in the last 5 minutes', freshness: 'batch' }], 'batch', '', {}],
    [[{ name: 'items seen in this session (filter)', freshness: 'stream' }], 'batch', '', {}],
    [[{ name: 'current page (not used by the scores)', freshness: 'request' }], 'batch', '', {}],
    [
      [{ name: 'clicks today', freshness: 'stream' }],
      'batch',
      '',
      { request_path: 'A small model re-ranks on request.' },
    ],
    [[{ name: 'hour of day', freshness: 'stream' }], 'online', '', {}],
    [[{ name: 'time of day', freshness: 'request' }], 'batch', 'We precompute for each hour.', {}],
    [[{ name: 'session clicks, for monitoring', freshness: 'stream' }], 'batch', '', {}],
  ])('nothing is said of %j', (...row) => {
    expect(rulesIn(answers(...row))).toEqual([]);
  });

  it.each<[TableRow[], string, string, Record<string, FieldValue>]>([
    [[{ name: 'clicks in the last 5 minutes', freshness: 'stream' }], 'batch', '', {}],
    [[{ name: 'query text', freshness: 'request' }], 'batch', 'Everything is computed at night.', {}],
    [[{ name: 'current location', freshness: 'request' }], 'batch', '', {}],
    [[{ name: 'basket content', freshness: 'request' }], 'batch', 'Cheap.', {}],
    [
      [
        { name: 'age', freshness: 'batch' },
        { name: 'last viewed item', freshness: 'stream' },
      ],
      'batch',
      '',
      {},
    ],
  ])('%j is found', (...row) => {
    expect(rulesIn(answers(...row))).toEqual(['live-feature-in-batch']);
  });
});

describe('in the forms, on retraining', () => {
  const answers = (label_delay: FieldValue, retrain: string): Forms => ({
    data: { label_delay },
    monitor: { retrain },
  });

  it.each<[FieldValue, string]>([
    [{ value: '30', unit: 'days', derivation: '' }, 'Every six weeks.'],
    [{ value: '30', unit: 'days', derivation: '' }, 'Daily, on rows 30 days old.'],
    [{ value: '30', unit: 'days', derivation: '' }, 'Hourly on early clicks.'],
    [{ value: '30', unit: 'days', derivation: '' }, 'When PSI exceeds 0.2.'],
    [{ value: '30', unit: 'days', derivation: '' }, 'We retrain daily; the last 30 days are held back.'],
    [{ value: '30', unit: 'days', derivation: '' }, 'Nightly, but the training set ends 30 days ago.'],
    [{ value: '30', unit: 'min', derivation: '' }, 'We retrain daily.'],
    [{ value: '30', unit: 'days', derivation: '' }, 'The embedding model is retrained daily, the ranker monthly.'],
  ])('nothing is said of %j', (...row) => {
    expect(rulesIn(answers(...row))).toEqual([]);
  });

  it.each<[FieldValue, string]>([
    [{ value: '30', unit: 'days', derivation: '' }, 'We retrain every day on the latest data.'],
    [{ value: '30', unit: 'days', derivation: '' }, 'The model is retrained every week.'],
    [{ value: '30', unit: 'days', derivation: '' }, 'Retrain nightly.'],
    [{ value: '7', unit: 'days', derivation: 'returns' }, 'We retrain hourly.'],
    [{ value: '2', unit: 'weeks', derivation: '' }, 'The model is retrained every night.'],
  ])('%j is found', (...row) => {
    expect(rulesIn(answers(...row))).toEqual(['retrain-before-labels']);
  });
});

describe('in the forms, on the sample', () => {
  const answers = (row: TableRow): Forms => ({
    clarify: { scale: [{ quantity: 'DAU', value: '1M', unit: 'users' }] },
    evaluate: { experiment: [row] },
  });

  it.each<[TableRow]>([
    [{ unit: 'user', split: '50/50', n_per_arm: '3M', days: '14' }],
    [{ unit: 'session', split: '50/50', n_per_arm: '30M', days: '7' }],
    [{ unit: 'user-day', split: '50/50', n_per_arm: '30M', days: '7' }],
    [{ unit: 'user', split: '50/50', n_per_arm: '30M impressions', days: '7' }],
    [{ unit: 'search query', split: '50/50', n_per_arm: '30M', days: '7' }],
    [{ unit: 'city', split: '50/50', n_per_arm: '30', days: '7' }],
    [{ unit: 'user', split: '50/50', n_per_arm: '', days: '7' }],
    [{ unit: 'user', split: 'interleaved', n_per_arm: '30M sessions', days: '7' }],
  ])('nothing is said of %j', (...row) => {
    expect(rulesIn(answers(...row))).toEqual([]);
  });

  it.each<[TableRow]>([
    [{ unit: 'user', split: '50/50', n_per_arm: '30M', days: '7' }],
    [{ unit: 'user', split: '5 % / 5 %', n_per_arm: '2M', days: '14' }],
    [{ unit: 'member', split: '1 % / 1 %', n_per_arm: '1M', days: '7' }],
    [{ unit: 'users', split: '', n_per_arm: '10M', days: '7' }],
    [{ unit: 'user', split: '50/50', n_per_arm: '100 million', days: '30' }],
  ])('%j is found', (...row) => {
    expect(rulesIn(answers(...row))).toEqual(['sample-beyond-traffic']);
  });
});

describe('in the forms, on the goal', () => {
  const answers = (business_goal: string, online: TableRow[]): Forms => ({
    clarify: { business_goal },
    evaluate: { online },
  });

  it.each<[string, TableRow[]]>([
    [
      'Retention.',
      [
        { primary: 'CTR', guardrail: 'primary' },
        { primary: 'D28 return', guardrail: 'guardrail' },
      ],
    ],
    ['Revenue per visitor.', [{ primary: 'GMV', guardrail: 'primary' }]],
    ['A great product.', [{ primary: 'CTR', guardrail: 'primary' }]],
    ['More purchases.', [{ primary: 'orders per visitor', guardrail: 'primary' }]],
    ['More clicks.', [{ primary: 'CTR', guardrail: 'primary' }]],
    ['Fewer fraud losses.', [{ primary: 'chargeback rate', guardrail: 'primary' }]],
    ['Engagement and retention through watch time.', [{ primary: 'CTR', guardrail: 'primary' }]],
    ['Satisfaction.', [{ primary: 'survey score', guardrail: 'primary' }]],
  ])('nothing is said of %j', (...row) => {
    expect(rulesIn(answers(...row))).toEqual([]);
  });
});
