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

describe('liveFeatureInBatch stays silent where something is worked out live after all', () => {
  const typed = (why: string, name = 'clicks in the last 5 minutes', more: Record<string, string> = {}) =>
    guided({
      data: { features: [{ name, freshness: 'stream' }] },
      serve: { mode: { chosen: ['batch'], why }, ...more },
    });

  it.each([
    ['the why says so', typed('Candidates at night, re-ranked at request time.')],
    ['the path says so', typed('Cheap.', undefined, { request_path: 'A light ranker runs online on the list.' })],
    ['the feature only filters', typed('Cheap.', 'seen items, a filter at display')],
    ['the feature comes later', typed('Cheap.', 'clicks in the session (v2)')],
    ['only a part is in batch', typed('Only candidates are made in batch.')],
    ['scores are made again on an event', typed('Scores are recomputed when the member opens the app.')],
  ])('in the forms: %s', (_, answers) => {
    expect(findingsOf(RULE, answers)).toEqual([]);
  });

  const data = 'Features are the history, the device and the time of day.';
  it.each([
    'Scores are precomputed nightly, and a bandit blends them live.',
    'Scores are precomputed every 10 minutes.',
    'Recommendations are computed nightly but refreshed after each session.',
    'Scores are precomputed nightly for logged-out visitors.',
    'Scores are precomputed nightly; context is a boost at serving time.',
    'Predictions are precomputed nightly for the e-mail digest.',
    'All features of the item side are computed nightly.',
    'All features are computed nightly, except the session.',
  ])('says nothing of "%s"', (serve) => {
    expect(quotedBy(RULE, unaided({ data, serve }))).toEqual([]);
  });

  it.each([
    ['Features: the current session and the age of the item.', 'All recommendations are precomputed nightly.'],
    ['We use the current location.', 'Predictions are computed overnight and stored.'],
    ['One feature is clicks in the last 5 minutes.', 'A nightly batch job computes all the scores.'],
    ['A feature counts clicks in the last hour.', 'All features are computed once a day.'],
    ['We use in-session clicks.', 'Scores are calculated every night and read from Redis.'],
  ])('finds "%s" against "%s"', (features, serve) => {
    expect(quotedBy(RULE, unaided({ data: features, serve }))).toEqual([[serve, features]]);
  });
});
