import { describe, expect, it } from 'vitest';
import { findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'latency-over-target';
const stages = (...rows: readonly (readonly [string, string])[]) => rows.map(([stage, ms]) => ({ stage, ms }));

describe('latencyOverTarget, in the forms', () => {
  const over = guided({
    clarify: { slo: [{ p99: '200', availability: '99.9' }] },
    serve: { latency_budget: stages(['features', '40'], ['retrieval', '60'], ['ranking', '120'], ['re-rank', '30']) },
  });

  it('adds up the stages and shows each of them', () => {
    const [finding] = findingsOf(RULE, over);
    expect(finding?.why).toBe('The 4 stages come to 40 + 60 + 120 + 30 = 250 ms > 200 ms, the latency agreed on.');
    expect(finding?.quotes.map(({ text }) => text)).toEqual(['features · 40', '200 · 99.9']);
    expect(finding?.terms?.map(({ text }) => text)).toEqual([
      'features · 40',
      'retrieval · 60',
      'ranking · 120',
      're-rank · 30',
    ]);
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

describe('latencyOverTarget adds only what a request surely waits for', () => {
  const slo = [{ p99: '200' }];
  const typed = (latency_budget: ReturnType<typeof stages>, more: Record<string, string> = {}) =>
    guided({ clarify: { slo }, serve: { latency_budget, ...more } });

  it.each([
    ['beside it', stages(['text retrieval', '110'], ['image retrieval at the same time', '110'], ['ranking', '50'])],
    ['in parallel', stages(['retrieval', '110'], ['features, in parallel', '110'], ['ranking', '50'])],
    ['concurrently', stages(['retrieval', '110'], ['features (concurrent)', '110'], ['ranking', '50'])],
    ['hidden', stages(['retrieval', '110'], ['features, hidden behind retrieval', '110'], ['ranking', '50'])],
    [
      'branches that are not called so',
      stages(['text retrieval', '110'], ['image retrieval', '110'], ['ranking', '50']),
    ],
    ['a part', stages(['retrieval', '120'], ['of which index scan', '90'], ['ranking', '50'])],
    ['a part with a sign', stages(['retrieval', '120'], ['↳ index scan', '90'], ['ranking', '50'])],
    ['a part in brackets', stages(['retrieval', '120'], ['(network inside it)', '90'], ['ranking', '50'])],
    ['a fallback', stages(['retrieval', '80'], ['ranking (normal)', '100'], ['ranking (fallback instead)', '40'])],
    ['two formats', stages(['ranker in fp32', '120'], ['ranker in int8', '60'], ['retrieval', '60'])],
    ['two machines', stages(['encoder on CPU', '120'], ['encoder on GPU', '20'], ['retrieval', '90'])],
    ['before and after', stages(['ranker today', '150'], ['ranker, distilled', '60'], ['retrieval', '90'])],
    ['a hit and a miss', stages(['features, cache hit', '5'], ['features, cache miss', '90'], ['ranking', '110'])],
    ['two statistics', stages(['ranking p50', '60'], ['ranking p99', '120'], ['retrieval', '70'])],
    ['after the answer', stages(['retrieval', '120'], ['ranking', '60'], ['impression log after the response', '90'])],
    ['ahead of it', stages(['retrieval', '120'], ['ranking', '60'], ['prefetch before the request', '90'])],
    ['offline', stages(['retrieval', '120'], ['ranking', '60'], ['item embeddings, offline', '90'])],
    ['the browser', stages(['retrieval', '120'], ['ranking', '60'], ['rendering in the browser', '90'])],
    ['an experiment', stages(['retrieval', '100'], ['ranking', '60'], ['cross-encoder in the test arm', '90'])],
    ['only some', stages(['retrieval', '100'], ['ranking', '60'], ['spelling, only for rare queries', '90'])],
    ['a timeout', stages(['retrieval', '100'], ['ranking', '60'], ['feature store timeout', '50'])],
    ['a subtotal', stages(['retrieval', '100'], ['subtotal', '100'], ['ranking', '60'])],
  ])('and so says nothing of %s', (_, latency_budget) => {
    expect(findingsOf(RULE, typed(latency_budget))).toEqual([]);
  });

  it('and so says nothing where the path says that stages overlap, and not which', () => {
    const rows = stages(['features', '110'], ['retrieval', '110'], ['ranking', '50']);
    expect(findingsOf(RULE, typed(rows, { request_path: 'Features are fetched in parallel with retrieval.' }))).toEqual(
      [],
    );
    expect(findingsOf(RULE, typed(rows, { request_path: 'Features are fetched first.' }))).toHaveLength(1);
  });

  it.each([
    [
      'what is left over the limit all the same',
      stages(['retrieval', '150'], ['features in parallel', '90'], ['ranking', '80']),
      '150 + 80 = 230 ms',
    ],
    [
      'the shorter of two settings',
      stages(['ranker in fp32', '160'], ['ranker in int8', '120'], ['retrieval', '100']),
      '120 + 100 = 220 ms',
    ],
    [
      'the longer of two branches',
      stages(['text retrieval', '90'], ['image retrieval', '110'], ['ranking', '120']),
      '110 + 120 = 230 ms',
    ],
    ['one stage', stages(['ranking', '250'], ['slack', '10']), 'This stage alone takes 250 ms > 200 ms'],
    ['fractions', stages(['retrieval', '99.5'], ['ranking', '120.25']), '99.5 + 120.25'],
  ])('finds %s', (_, latency_budget, said) => {
    expect(findingsOf(RULE, typed(latency_budget))[0]?.why).toContain(said);
  });

  it('reads a list under its announcement', () => {
    const clarify = 'The p99 latency must be under 200 ms.';
    const items = (...lines: readonly string[]) => unaided({ clarify, serve: `Latency budget:\n${lines.join('\n')}` });
    const [finding] = findingsOf(RULE, items('- features 40 ms', '- retrieval 100 ms', '- ranking: 90 ms'));
    expect(finding?.why).toContain('40 + 100 + 90 = 230 ms > 200 ms');
    expect(finding?.terms).toHaveLength(3);
    expect(findingsOf(RULE, items('- features 40 ms', '- retrieval 100 ms, in parallel', '- ranking 90 ms'))).toEqual(
      [],
    );
    expect(findingsOf(RULE, items('- retrieval 110 ms', '  - scan 90 ms', '- ranking 60 ms'))).toEqual([]);
    expect(
      findingsOf(RULE, items('- features 40 ms', '- retrieval 100 ms', '- ranking on the GPU', '- write 90 ms')),
    ).toEqual([]);
  });
});

describe('latencyOverTarget, in prose that a careful reader would not hold against its author', () => {
  const clarify = 'We agreed on a p99 latency of 200 ms.';

  it.each([
    '120 ms retrieval + 110 ms features at the same time + 60 ms ranking.',
    'Stages: 120 ms retrieval + 60 ms ranking + 90 ms logging after the response.',
    '80 ms retrieval + 100 ms ranking + 40 ms fallback instead.',
    '60 ms ranking p50 + 120 ms ranking p99 + 50 ms retrieval.',
    'Retrieval takes 120 ms, of which 90 ms are the scan; then ranking takes 60 ms.',
    'The ranker takes 250 ms in fp32. With int8 it takes 60 ms.',
    'The model takes 12 s to load.',
    'A failover of the search cluster takes 10 s.',
    'The ranker takes 250 ms on my laptop.',
    'On CPU the encoder takes 300 ms.',
    'The LLM takes 2 s, its summary is shown after the page.',
    'The model takes 400 ms for the 1 % longest queries.',
    'At p99.9 the ranker takes 400 ms.',
    'The ranker in shadow takes 400 ms.',
    'Search over the archive takes 800 ms.',
    'At my last company the ranker took 900 ms, and a model needs 250 ms there.',
    'For example, a ranker that takes 900 ms.',
    'The explanation model takes 1 s on demand.',
    'The two retrievals run side by side. 110 ms text + 110 ms image + 50 ms ranking.',
  ])('says nothing of "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ clarify, serve }))).toEqual([]);
  });

  it.each([
    [
      'a limit of one part',
      'The ANN lookup must answer within 50 ms.',
      '40 ms features + 60 ms retrieval + 50 ms ranking.',
    ],
    ['a median', 'The median latency is under 100 ms.', '40 ms features + 60 ms retrieval + 50 ms ranking.'],
    ['a limit of the ranker', 'The ranker has a p99 of 80 ms.', '40 ms features + 60 ms retrieval + 50 ms ranking.'],
    [
      'the more lenient surface',
      'The p99 latency is 200 ms on the web and 500 ms on TV.',
      'On TV: 90 ms features + 190 ms retrieval + 150 ms ranking.',
    ],
  ])('takes no target from %s', (_, target, serve) => {
    expect(quotedBy(RULE, unaided({ clarify: target, serve }))).toEqual([]);
  });

  it.each([
    'We spend 120 ms retrieval + 110 ms ranking.',
    'Retrieval takes 120 ms, then ranking takes 110 ms.',
    'The stages are features 60 ms, retrieval 100 ms and ranking 90 ms.',
    'The cross-encoder adds 450 ms.',
    '60 ms features + 90 ms retrieval + 80 ms ranking = 230 ms.',
  ])('finds "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ clarify, serve }))).toEqual([[serve, clarify]]);
  });
});
