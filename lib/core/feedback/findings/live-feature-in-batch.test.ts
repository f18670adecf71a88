import { describe, expect, it } from 'vitest';
import { findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'live-feature-in-batch';

describe('liveFeatureInBatch, in the forms', () => {
  const answers = (chosen: string, freshness: string) =>
    guided({
      data: { features: [{ name: 'current query', entity: 'request', freshness }] },
      serve: { mode: { chosen: [chosen], why: 'cheap' } },
    });

  it('finds a request feature served in batch', () => {
    const [finding] = findingsOf(RULE, answers('batch', 'request'));
    expect(finding?.why).toBe('Serving is in batch, and the feature "current query" is known only with the request.');
    expect(finding?.quotes.map(({ text }) => text)).toEqual(['batch: cheap', 'current query · request · request']);
  });

  it('finds a streamed feature served in batch', () => {
    expect(findingsOf(RULE, answers('batch', 'stream'))).toHaveLength(1);
  });

  it.each([
    ['batch', 'batch'],
    ['online', 'request'],
    ['hybrid', 'stream'],
    ['streaming', 'stream'],
    ['batch', ''],
  ])('says nothing of %s serving and a %s feature', (mode, freshness) => {
    expect(findingsOf(RULE, answers(mode, freshness))).toEqual([]);
  });

  it('finds a streamed feature that a nightly job computes', () => {
    const forms = guided({
      data: { features: [{ name: 'clicks in the last hour', freshness: 'stream' }] },
      serve: {
        mode: { chosen: ['online'], why: '' },
        feature_path: 'All features are computed nightly and read from the store.',
      },
    });
    expect(quotedBy(RULE, forms)).toEqual([
      ['All features are computed nightly and read from the store.', 'clicks in the last hour · stream'],
    ]);
  });
});

describe('liveFeatureInBatch, in prose', () => {
  const data = 'Features are the history, the device and the time of day.';

  it.each([
    'Scores for every pair of user and ad can be precomputed at night and stored in Redis.',
    'Recommendations are computed nightly and kept in a table.',
    'We precompute all scores for all users.',
  ])('finds "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ data, serve }))).toEqual([[serve, data]]);
  });

  it.each([
    'Candidates are precomputed at night; the ranker runs online.',
    'Item embeddings are computed nightly.',
    'Scores are not precomputed at night.',
    'Precomputing scores would need 10 TB.',
    'Scores are precomputed at night and re-ranked at request time.',
    'Scores are precomputed at night as a fallback.',
    'Scores are computed for each request.',
    'Results of popular queries are precomputed at night.',
    'Recommendations for the newsletter are computed nightly.',
    'Predictions are precomputed nightly; what is left is scored online.',
    'Could scores be precomputed at night?',
    'Today the scores are precomputed at night.',
  ])('says nothing of "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ data, serve }))).toEqual([]);
  });

  it('needs a value that is known only with the request', () => {
    const serve = 'Recommendations are computed nightly and kept in a table.';
    expect(quotedBy(RULE, unaided({ data: 'Features are age and the history.', serve }))).toEqual([]);
    expect(quotedBy(RULE, unaided({ data: 'The time of day is not used.', serve }))).toEqual([]);
  });
});
