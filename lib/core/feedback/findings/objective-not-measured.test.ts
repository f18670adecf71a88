import { describe, expect, it } from 'vitest';
import { findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'objective-not-measured';

describe('objectiveNotMeasured', () => {
  it('finds a goal that the online metrics leave out', () => {
    const answers = guided({
      clarify: { business_goal: 'People should still return after four weeks.' },
      evaluate: {
        online: [
          { primary: 'CTR', guardrail: 'primary' },
          { primary: 'p99 latency', guardrail: 'guardrail' },
        ],
      },
    });
    const [finding] = findingsOf(RULE, answers);
    expect(finding?.why).toBe('The goal is retention, and the experiment does not measure it.');
    expect(finding?.quotes.map(({ text }) => text)).toEqual([
      'People should still return after four weeks.',
      'CTR · primary',
    ]);
  });

  it('finds it in prose', () => {
    const clarify = 'The goal is 28-day retention.';
    const evaluate = 'In the A/B test the primary metric is click-through.';
    expect(quotedBy(RULE, unaided({ clarify, evaluate }))).toEqual([[clarify, evaluate]]);
  });

  it.each([
    [
      'it is the primary metric',
      'The goal is 28-day retention.',
      'In the A/B test the primary metric is D28 retention.',
    ],
    [
      'it is a guardrail',
      'The goal is retention.',
      'The A/B test has clicks as primary metric. Retention is watched too.',
    ],
    ['by another word', 'The goal is that people return.', 'In the experiment, churn and clicks are compared.'],
    [
      'fewer parcels returned are no people who return',
      'The goal is fewer returns.',
      'In the A/B test the primary metric is click-through.',
    ],
    [
      'it is explained',
      'The goal is retention. Watch time is my proxy for retention.',
      'In the A/B test the primary metric is watch time.',
    ],
    [
      'a holdback measures it',
      'The goal is retention.',
      'The A/B test compares watch time, and a holdback runs for a year.',
    ],
    ['two goals', 'The goal is revenue and retention.', 'In the A/B test the primary metric is click-through.'],
    ['no experiment', 'The goal is retention.', 'Offline we use NDCG on clicks.'],
    ['no goal', 'It has many users.', 'In the A/B test the primary metric is click-through.'],
    ['not the goal', 'The goal is not retention.', 'In the A/B test the primary metric is click-through.'],
    [
      'a goal without an outcome',
      'The goal is a good product.',
      'In the A/B test the primary metric is click-through.',
    ],
    ['nothing on evaluation', 'The goal is retention.', ''],
    ['a question', 'Is the goal retention?', 'In the A/B test the primary metric is click-through.'],
    ['an experiment without a metric', 'The goal is retention.', 'We run an A/B test for two weeks.'],
  ])('says nothing: %s', (_, clarify, evaluate) => {
    expect(quotedBy(RULE, unaided({ clarify, evaluate }))).toEqual([]);
  });
});

describe('objectiveNotMeasured knows other words for the goal', () => {
  const typed = (business_goal: string, primary: string) =>
    guided({ clarify: { business_goal }, evaluate: { online: [{ primary, guardrail: 'primary' }] } });

  it.each([
    ['The goal is 28-day retention.', 'people who are still here after four weeks'],
    ['The goal is 28-day retention.', 'satisfied watch minutes, the proxy chosen for returning users'],
    ['The goal is 28-day retention.', 'DAU/MAU'],
    ['The goal is retention.', 'cancellations in 60 days'],
    ['Keep viewers coming back: retention.', 'churn after 28 days'],
    ['Increase revenue.', 'RPM'],
    ['Increase revenue.', 'ARPU'],
    ['Increase revenue.', 'dollars earned per 1000 impressions'],
    ['More conversions.', 'checkouts per visitor'],
    ['The goal is satisfaction.', 'thumbs up per session'],
    ['Reduce fraud losses.', 'dollars lost per 1000 payments'],
    ['The goal is watch time.', 'hours per member'],
    ['The goal is retention, operationalised as sessions a week.', 'clicks per session'],
    ['The goal is retention.', 'the goal metric of step 1, and clicks'],
  ])('says nothing of "%s" measured as "%s"', (goal, primary) => {
    expect(findingsOf(RULE, typed(goal, primary))).toEqual([]);
  });

  it.each([
    ['The goal is 28-day retention.', 'clicks per user'],
    ['Increase revenue.', 'CTR'],
    ['The goal is watch time.', 'click-through rate'],
    ['The goal is satisfaction.', 'clicks per session'],
    ['More purchases.', 'CTR'],
  ])('finds "%s" measured as "%s"', (goal, primary) => {
    expect(findingsOf(RULE, typed(goal, primary))).toHaveLength(1);
  });
});
