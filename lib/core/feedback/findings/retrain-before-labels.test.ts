import { describe, expect, it } from 'vitest';
import { findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'retrain-before-labels';
const data = 'Labels are chargebacks, and a chargeback takes 30 days to arrive.';

describe('retrainBeforeLabels', () => {
  it('holds the rhythm of training against the delay of the label', () => {
    const answers = guided({
      data: { label_delay: { value: '30', unit: 'days', derivation: 'chargebacks' } },
      monitor: { retrain: 'The model is retrained every night on the newest rows.' },
    });
    const [finding] = findingsOf(RULE, answers);
    expect(finding?.why).toBe(
      'The model is trained every day, and a label takes 30 days: the newest rows have none yet.',
    );
    expect(finding?.quotes.map(({ text }) => text)).toEqual([
      'The model is retrained every night on the newest rows.',
      '30 days · chargebacks',
    ]);
  });

  it.each([
    'We retrain daily.',
    'The model is retrained every week.',
    'Online learning: each transaction updates the model immediately.',
    'We retrain every 6 hours.',
  ])('finds "%s"', (monitor) => {
    expect(quotedBy(RULE, unaided({ data, monitor }))).toEqual([[monitor, data]]);
  });

  it.each([
    'We retrain every quarter.',
    'We retrain monthly.',
    'We do not retrain daily.',
    'Daily retraining would be pointless.',
    'We retrain daily on mature rows only.',
    'We retrain daily; young rows wait in a buffer.',
    'We retrain daily with importance weights.',
    'If drift is found, we retrain at once.',
    'Today the model is retrained every night.',
    'Dashboards are refreshed daily.',
    'Should we retrain daily?',
    'We retrain daily or weekly, whichever the gate allows.',
  ])('says nothing of "%s"', (monitor) => {
    expect(quotedBy(RULE, unaided({ data, monitor }))).toEqual([]);
  });

  it('does not let a fast label wait for a slow one', () => {
    const slow = 'Conversions are reported after 7 days.';
    expect(quotedBy(RULE, unaided({ data: slow, monitor: 'We retrain hourly.' }))).toHaveLength(1);
    expect(
      quotedBy(RULE, unaided({ frame: 'The label is a click.', data: slow, monitor: 'We retrain hourly.' })),
    ).toEqual([]);
  });

  it.each([
    'Labels take some time.',
    'We keep logs for 30 days.',
    'A label is known after 5 minutes.',
    'The label is a click, and the survey comes after two days, the return after 28 days.',
    'Most labels arrive within 1 hour, the last after 30 days.',
  ])('is not told by "%s" when labels are known', (text) => {
    expect(quotedBy(RULE, unaided({ data: text, monitor: 'We retrain daily.' }))).toEqual([]);
  });
});

describe('retrainBeforeLabels stays silent where the young rows are seen to, or another model is meant', () => {
  it.each([
    'Every night a warm start on rows whose labels closed, 31 days old.',
    'We retrain daily on rows at least 30 days old.',
    'We retrain daily, with the training window shifted by a month.',
    'We retrain daily on everything up to a cut-off 30 days back.',
    'Retrain hourly with delayed-feedback correction.',
    'The item embeddings are retrained daily.',
    'The calibrator is retrained daily.',
    'The anomaly detector is retrained every night.',
    'Retraining is triggered, and drift is checked daily.',
    'We retrain daily on clicks.',
    'We look at dashboards daily and retrain the model after the quarter.',
    'We retrain daily on resolved cases.',
    'A fast head is retrained hourly, the slow head monthly.',
    'I tried a model that was retrained hourly.',
  ])('says nothing of "%s"', (monitor) => {
    expect(quotedBy(RULE, unaided({ data, monitor }))).toEqual([]);
  });

  it.each([
    ['of a part', { value: '30', unit: 'days', derivation: 'survey only; clicks come at once' }],
    ['of most', { value: '30', unit: 'days', derivation: 'at most; 90 % of labels are there in an hour' }],
    ['of another', { value: '30', unit: 'days', derivation: 'for the second objective' }],
  ])('does not read a delay %s as that of all labels', (_, label_delay) => {
    const answers = guided({ data: { label_delay }, monitor: { retrain: 'We retrain every hour.' } });
    expect(findingsOf(RULE, answers)).toEqual([]);
  });

  it.each([
    'Most labels arrive within an hour. Labels are final after 30 days.',
    '95 % of chargebacks come within a day. Labels are confirmed after 30 days.',
  ])('is not told by "%s" that all of them are late', (text) => {
    expect(quotedBy(RULE, unaided({ data: text, monitor: 'We retrain daily.' }))).toEqual([]);
  });
});
