import { describe, expect, it } from 'vitest';
import { findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'latency-over-target';
const stages = (...rows: readonly (readonly [string, string])[]) => rows.map(([stage, ms]) => ({ stage, ms }));

describe('latencyOverTarget, in the forms', () => {
  const over = guided({
    clarify: { slo: [{ p99: '200', availability: '99.9' }] },
    serve: { latency_budget: stages(['features', '40'], ['retrieval', '60'], ['ranking', '120'], ['re-rank', '30']) },
  });

  it('adds up the stages and shows the largest', () => {
    const [finding] = findingsOf(RULE, over);
    expect(finding?.why).toBe('The 4 stages add up to 250 ms, and the latency agreed on is 200 ms.');
    expect(finding?.quotes.map(({ text }) => text)).toEqual(['ranking · 120', '200 · 99.9']);
  });

  it('reads units in the cells', () => {
    const answers = guided({
      clarify: { slo: [{ p99: '0.2 s' }] },
      serve: { latency_budget: stages(['retrieval', '100 ms'], ['ranking', '0.15 s']) },
    });
    expect(findingsOf(RULE, answers)[0]?.why).toContain('250 ms');
  });

  it.each([
    ['it fits', '200', stages(['features', '40'], ['ranking', '120'])],
    ['it fits exactly', '160', stages(['features', '40'], ['ranking', '120'])],
    ['one ms too much is rounding', '160', stages(['features', '40'], ['ranking', '121'])],
    ['slack is not a stage', '150', stages(['features', '40'], ['ranking', '100'], ['slack', '40'])],
    ['the sum is not a stage', '150', stages(['features', '40'], ['ranking', '100'], ['total', '140'])],
    ['a parallel stage does not add up', '150', stages(['a', '90'], ['b, in parallel', '90'], ['rank', '50'])],
    ['cells without a number', '50', stages(['features', 'a lot'], ['ranking', 'most of it'])],
    ['no target', '', stages(['features', '400'], ['ranking', '900'])],
  ])('says nothing when %s', (_, p99, latency_budget) => {
    expect(findingsOf(RULE, guided({ clarify: { slo: [{ p99 }] }, serve: { latency_budget } }))).toEqual([]);
  });
});

describe('latencyOverTarget, in prose', () => {
  const clarify = 'We agreed on a p99 latency of 200 ms.';

  it.each([
    'Latency budget in ms: 35 decode + 70 detector + 55 encoder + 90 index.',
    '40 ms features + 120 ms retrieval + 60 ms ranking.',
    'The budget is features 60 ms, retrieval 100 ms, ranking 90 ms.',
    'The ranker takes 250 ms for a page.',
  ])('finds "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ clarify, serve }))).toEqual([[serve, clarify]]);
  });

  it.each([
    '40 ms features + 90 ms retrieval + 60 ms ranking.',
    'Latency budget in ms: 35 decode + 70 detector + 55 encoder + 60 slack.',
    'Five sources in parallel: 90 ms + 80 ms + 70 ms.',
    'Attention over 50 events would need 250 ms, so no.',
    'A cross-encoder takes 300 ms and is too slow.',
    'The old ranker takes 250 ms.',
    'Today the ranker takes 250 ms.',
    'If the ranker takes 250 ms, we return the retrieval order.',
    'Does the ranker take 250 ms?',
    'The index is built in 3 h, the model takes 400 ms a batch offline.',
    'The encoder has a timeout of 300 ms.',
    'The encoder takes 300 ms once, at upload.',
    'The model takes 250 ms on a CPU and 20 ms on a GPU.',
    'The ranker takes 25 ms for a page.',
    'We do not want stages of 100 ms + 90 ms + 80 ms.',
  ])('says nothing of "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ clarify, serve }))).toEqual([]);
  });

  it('takes the most lenient target: a page may have more than its models', () => {
    const both = 'The page has 200 ms at p99, and the models share a latency of 100 ms.';
    expect(quotedBy(RULE, unaided({ clarify: both, serve: '40 ms a + 60 ms b + 50 ms c.' }))).toEqual([]);
  });

  it('needs a target', () => {
    expect(quotedBy(RULE, unaided({ clarify: 'It must be fast.', serve: 'The ranker takes 2500 ms.' }))).toEqual([]);
  });
});
