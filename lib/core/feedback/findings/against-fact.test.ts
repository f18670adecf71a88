import { describe, expect, it } from 'vitest';
import { fact, findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'against-fact';
const FACTS = [
  fact(
    'scale',
    'About 200 million people use the home page on a day, and the catalogue holds 100 million eligible videos.',
  ),
  fact('latency', 'The page must be complete within 200 ms at the 99th percentile; the models get 100 ms.'),
  fact('negatives', 'One impression in a hundred ends in a valid click.'),
];

describe('againstFact', () => {
  it.each([
    ['We have 50M DAU.', '200 million people'],
    ['The catalogue has 5 million videos.', '100 million eligible videos'],
    ['The p99 latency is 500 ms.', '200 ms'],
    ['The base rate is 10 %.', 'One impression in a hundred'],
  ])('finds "%s"', (clarify, said) => {
    expect(quotedBy(RULE, unaided({ clarify }), FACTS)).toEqual([[clarify, said]]);
  });

  it('says both figures, and where the fact stands', () => {
    const [finding] = findingsOf(RULE, unaided({ clarify: 'We have 50M DAU.' }), FACTS);
    expect(finding?.why).toBe('The answer reckons with 50M users (daily users), and the interviewer said 200M users.');
    const [, second] = finding?.quotes ?? [];
    expect(second).toMatchObject({ fact: 'scale' });
    expect(FACTS[0]?.answer.text.slice(second?.start, second?.end)).toBe(second?.text);
  });

  it('reads the table of scale', () => {
    const scale = [{ quantity: 'daily users', value: '20M', unit: 'users', formula: 'guess' }];
    expect(quotedBy(RULE, guided({ clarify: { scale } }), FACTS)).toEqual([
      ['daily users · 20M · users · guess', '200 million people'],
    ]);
  });

  it('says nothing of a fact that was not revealed', () => {
    expect(findingsOf(RULE, unaided({ clarify: 'We have 50M DAU.' }))).toEqual([]);
  });

  it.each([
    'We have 200M DAU.',
    'After filters 5 million videos are eligible.',
    '2M videos are live in one city.',
    'We have about 195M daily users.',
    'The p99 latency is 150 ms.',
    'The p99 latency of the models is 100 ms.',
    'There are 20M new users daily.',
    'There are not 50M DAU.',
    'If there were 50M DAU, one machine would do.',
    'Suppose 50M DAU in one country.',
    'Are there 50M DAU?',
    '500k videos are uploaded a day.',
    'An arm has 2M daily users per arm.',
    'The ranking stage has a p99 of 300 ms today.',
    'We sample 10 % of the negatives.',
    'The click rate rises by 5 %.',
    'A lift of 10 % in CTR.',
    'We keep 5 million videos in the cache.',
    'More than 50M DAU.',
    'First 50M DAU in one country, then all 200M DAU.',
  ])('says nothing of "%s"', (clarify) => {
    expect(quotedBy(RULE, unaided({ clarify }), FACTS)).toEqual([]);
  });

  it('knows a time whose unit stands in the sentence before', () => {
    const latency = [fact('latency', 'Thirty milliseconds at the 99th percentile. The whole request has 120.')];
    expect(findingsOf(RULE, unaided({ clarify: 'The request has a p99 of 120 ms.' }), latency)).toEqual([]);
    expect(findingsOf(RULE, unaided({ clarify: 'The request has a p99 of 200 ms.' }), latency)).toHaveLength(1);
  });

  it('stays silent when the right figure is given elsewhere', () => {
    expect(findingsOf(RULE, unaided({ clarify: 'We have 50M DAU.', serve: 'Sized for 200M DAU.' }), FACTS)).toEqual([]);
  });
});

describe('againstFact compares the same thing only', () => {
  it.each([
    'We have 50M DAU in Germany.',
    'The pilot has 50M DAU.',
    'On TV we have 50M DAU.',
    '50M of the daily users are on mobile.',
    'The p99 latency of the upload API is 2 s.',
    'The p99 latency of the batch endpoint is 2 s.',
    'For example, 50M DAU.',
    'At my last company we had 50M DAU.',
    'The click rate of the first slot is 10 %.',
    '5 million videos are new.',
    'The index holds 5 million videos of one city.',
  ])('says nothing of "%s"', (clarify) => {
    expect(quotedBy(RULE, unaided({ clarify }), FACTS)).toEqual([]);
  });

  it.each(['We have 2B DAU.', 'There are 20M daily users.', 'The catalogue holds 1B videos.', 'p99 latency: 900 ms.'])(
    'finds "%s"',
    (clarify) => {
      expect(findingsOf(RULE, unaided({ clarify }), FACTS)).toHaveLength(1);
    },
  );
});
