import { describe, expect, it } from 'vitest';
import { fact, findingsOf, guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'accuracy-on-rare-class';
const data = 'Only 0.1 % of transactions are fraudulent, so the base rate is 0.1 %.';

describe('accuracyOnRareClass', () => {
  it.each([
    'I would report accuracy.',
    'The metric is accuracy, and I want it to be high.',
    'Accuracy should be above 95 %.',
    'Offline we measure accuracy and the loss.',
    'Metrics: accuracy, then F1.',
  ])('finds "%s"', (evaluate) => {
    const quoted = quotedBy(RULE, unaided({ data: 'The share of positives is 0.1 %.', evaluate }));
    expect(quoted).toEqual([[evaluate, 'The share of positives is 0.1 %.']]);
  });

  it('works out what always saying no would score', () => {
    const answers = unaided({ data: 'The base rate is 0.1 %.', evaluate: 'Accuracy should be above 95 %.' });
    expect(findingsOf(RULE, answers)[0]?.why).toBe(
      'With 0.1 % positives, a model that always says no has an accuracy of 99.9 %, more than the 95 % asked for.',
    );
  });

  it('takes the word for it where no share is given', () => {
    const answers = unaided({ data: 'Clicks are rare, so I oversample.', evaluate: 'I would look at accuracy.' });
    expect(findingsOf(RULE, answers)[0]?.why).toContain('always says no');
  });

  it('reads the table of metrics', () => {
    const answers = guided({
      data: { labels: 'The base rate is 1 %.' },
      evaluate: { offline: [{ metric: 'Accuracy', slice: 'all', gate: '95 %' }] },
    });
    expect(quotedBy(RULE, answers)).toEqual([['Accuracy · all · 95 %', 'The base rate is 1 %.']]);
  });

  it('knows the share from a fact that was revealed', () => {
    const facts = [fact('negatives', 'One impression in a hundred ends in a valid click; 99 % of rows are negatives.')];
    const answers = unaided({ evaluate: 'I would report accuracy.' });
    expect(quotedBy(RULE, answers, facts)).toEqual([['I would report accuracy.', 'One impression in a hundred']]);
    expect(quotedBy(RULE, answers)).toEqual([]);
  });

  it.each([
    'I would not report accuracy.',
    'Accuracy is 99 % for a model that never predicts a click.',
    'Accuracy is misleading here.',
    'I wouldn’t report accuracy, it is useless.',
    'I report PR-AUC instead of accuracy.',
    'We report balanced accuracy.',
    'We report top-5 accuracy.',
    'Triplet accuracy is measured on the locked set.',
    'We trade accuracy for latency.',
    'I report accuracy of the category classifier.',
    'On a balanced set we report accuracy.',
    'We measure accuracy per class.',
    'Dashboards show latency and model accuracy.',
    'Do we measure accuracy?',
    'People who report accuracy would be fooled.',
    'I report recall at a precision of 99 %.',
  ])('says nothing of "%s"', (evaluate) => {
    expect(quotedBy(RULE, unaided({ data, evaluate }))).toEqual([]);
  });

  it.each([
    'The classes are balanced: 45 % are positive.',
    'The base rate is 30 %.',
    'We sample negatives at 1 %.',
    'A lift of 0.1 % in the click rate is worth it.',
    'The click rate may drop by 0.5 %.',
    'Clicks are not rare.',
    'Hides may rise by 2 %.',
  ])('is not told by "%s" that a class is rare', (text) => {
    expect(quotedBy(RULE, unaided({ data: text, evaluate: 'I would report accuracy.' }))).toEqual([]);
  });
});

describe('accuracyOnRareClass leaves the accuracy of something else alone', () => {
  it.each([
    'The object detector: we measure accuracy on photos.',
    'For the language identifier I report accuracy.',
    'We measure label accuracy every week.',
    'Annotators: we track accuracy against a gold set.',
    'We use human accuracy of the labellers as the ceiling.',
    'The OCR step finds the brand. We report accuracy.',
    'We measure accuracy of the category model.',
    'We report accuracy alongside PR-AUC, for readers who know nothing else.',
    'Metrics: accuracy on a balanced 1:1 sample.',
    'Metrics: accuracy of the CTR calibration within 2 %, log loss.',
    'Many teams report accuracy. I do not.',
    'I report accuracy only to show what a constant model scores.',
    'Parser accuracy should be above 95 %.',
    'Attribute accuracy must be at least 98 %.',
    'We measure accuracy on tail languages.',
  ])('says nothing of "%s"', (evaluate) => {
    expect(quotedBy(RULE, unaided({ data, evaluate }))).toEqual([]);
  });

  it.each(['Labels are scarce.', 'Data is scarce in new markets.', 'The data set is skewed towards head items.'])(
    'is not told by "%s" that positives are rare',
    (text) => {
      expect(quotedBy(RULE, unaided({ data: text, evaluate: 'I would report accuracy.' }))).toEqual([]);
    },
  );
});
