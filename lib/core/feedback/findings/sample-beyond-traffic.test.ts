import { describe, expect, it } from 'vitest';
import { findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'sample-beyond-traffic';
const scale = [{ quantity: 'daily users', value: '100k', unit: 'users' }];
const row = { unit: 'user', split: '5 % / 5 %', n_per_arm: '753k', days: '14' };

describe('sampleBeyondTraffic, in the forms', () => {
  it('finds an arm that is larger than all who come', () => {
    const [finding] = findingsOf(RULE, guided({ clarify: { scale }, evaluate: { experiment: [row] } }));
    expect(finding?.why).toBe('5 % of 100k daily users over 14 days are 70k at most, and an arm is to have 753k.');
    expect(finding?.quotes.map(({ text }) => text)).toEqual([
      'user · 5 % / 5 % · 753k · 14',
      'daily users · 100k · users',
    ]);
  });

  it.each([
    ['a larger share', { ...row, split: '50/50', n_per_arm: '600k' }],
    ['longer', { ...row, days: '160' }],
    ['fewer people', { ...row, n_per_arm: '60k' }],
    ['another unit', { ...row, unit: 'search' }],
    ['no unit', { ...row, unit: '' }],
    ['no days', { ...row, days: '' }],
    ['no sample', { ...row, n_per_arm: 'enough' }],
  ])('says nothing: %s', (_, experiment) => {
    expect(findingsOf(RULE, guided({ clarify: { scale }, evaluate: { experiment: [experiment] } }))).toEqual([]);
  });
});

describe('sampleBeyondTraffic, in prose', () => {
  const clarify = 'There are 100k DAU.';

  it.each(['We need 2M users per arm for 14 days.', 'I take 2.5M people in each arm and run it for two weeks.'])(
    'finds "%s"',
    (evaluate) => {
      expect(quotedBy(RULE, unaided({ clarify, evaluate }))).toEqual([[evaluate, clarify]]);
    },
  );

  it.each([
    'We need 500k users per arm for 14 days.',
    'We would need 2M users per arm for 14 days, too many.',
    'We need 2M searches per arm for 14 days.',
    'We need 2M users per arm.',
    'Run it for 14 days.',
    'We cannot get 2M users per arm in 14 days.',
    'Are 2M users per arm possible in 14 days?',
    'Between 2 and 4 weeks with 2M users per arm, or 8 weeks.',
  ])('says nothing of "%s"', (evaluate) => {
    expect(quotedBy(RULE, unaided({ clarify, evaluate }))).toEqual([]);
  });

  it('does not take the traffic of a part for all', () => {
    const answers = unaided({
      clarify: '100k DAU in one country, 200M people in all.',
      evaluate: 'We need 2M users per arm for 14 days.',
    });
    expect(quotedBy(RULE, answers)).toEqual([]);
  });
});

describe('sampleBeyondTraffic counts people against people', () => {
  const clarify = 'We have 1M DAU.';

  it.each([
    ['sessions', clarify, 'We need 20M sessions per arm for 14 days; each user has 5 sessions a day.'],
    ['impressions', clarify, 'We need 20M impressions per arm for 7 days.'],
    ['days of people', clarify, 'We need 20M user-days per arm, say 20M users per arm for 7 days.'],
    ['monthly users beside', '1M daily users, 30M monthly users.', 'We need 10M users per arm for 28 days.'],
    ['one country', 'We have 1M DAU in Austria.', 'We need 20M users per arm for 7 days.'],
    ['the pilot', 'The pilot has 1M DAU.', 'We need 20M users per arm for 7 days.'],
    ['several tests', clarify, 'Pooled across 5 experiments, 20M users per arm for 7 days.'],
    ['turned down', clarify, 'We would need 20M users per arm for 7 days, so I use CUPED.'],
    ['a question', clarify, 'Can we get 20M users per arm for 7 days?'],
    ['mobile alone', 'On mobile we have 1M DAU.', 'We need 20M users per arm for 7 days.'],
  ])('says nothing of %s', (_, said, evaluate) => {
    expect(quotedBy(RULE, unaided({ clarify: said, evaluate }))).toEqual([]);
  });

  it('says nothing of a sample that is typed as impressions', () => {
    const users = [{ quantity: 'DAU', value: '1M', unit: 'users' }];
    const experiment = (n_per_arm: string) =>
      guided({
        clarify: { scale: users },
        evaluate: { experiment: [{ unit: 'user', split: '50/50', n_per_arm, days: '7' }] },
      });
    expect(findingsOf(RULE, experiment('200M impressions'))).toEqual([]);
    expect(findingsOf(RULE, experiment('200M'))).toHaveLength(1);
    expect(findingsOf(RULE, experiment('200M users'))).toHaveLength(1);
  });

  it.each([
    'We need 20M users per arm for 7 days.',
    'I need 10M people per arm over 14 days.',
    'The test takes 8M members in each arm for two weeks.',
  ])('finds "%s"', (evaluate) => {
    expect(quotedBy(RULE, unaided({ clarify, evaluate }))).toEqual([[evaluate, clarify]]);
  });
});
