import { describe, expect, it } from 'vitest';
import { guided, quotedBy, unaided } from '@/tests/fixtures/answers-of';

const RULE = 'random-split-of-time';
const time = 'We train on the clicks of the last 30 days.';

describe('randomSplitOfTime', () => {
  it.each([
    'Then I shuffle the rows and take 80 % for training and 20 % for test.',
    'We split the rows randomly into train and test.',
    'A random train/test split, 80/20.',
    'K-fold cross-validation gives a robust estimate.',
    'Split: shuffle all rows, 80/10/10.',
  ])('finds "%s"', (split) => {
    expect(quotedBy(RULE, unaided({ data: split, model: time }))).toEqual([[split, time]]);
  });

  it('reads the field for it', () => {
    const answers = guided({ data: { split: 'Random, 80/20 by row.', labels: 'Clicks in the last 30 days.' } });
    expect(quotedBy(RULE, answers)).toEqual([['Random, 80/20 by row.', 'Clicks in the last 30 days.']]);
  });

  it.each([
    'We do not shuffle the rows before the split into train and test.',
    'I would not split at random; train on two weeks and test on the next day.',
    'A random split of train and test would leak the future.',
    'Split by time: train on two weeks, test on the next day.',
    'We split randomly by user, and by date: test is newer than train.',
    'Shuffled rows would leak sessions from train into test.',
    'A random split is wrong for test data like this.',
    'Users are assigned randomly to the arms of the test.',
    'A random split by user into train and test.',
    'We split products randomly into train and test, by cluster.',
    'The rows are shuffled within each training epoch.',
    'A random sample of 1 % is kept for evaluation.',
    'Random negatives are drawn from the catalogue for training.',
    'Should we shuffle and split into train and test?',
    'Instead of a random split into train and test, take the days in order.',
  ])('says nothing of "%s"', (split) => {
    expect(quotedBy(RULE, unaided({ data: split, model: time }))).toEqual([]);
  });

  const split = 'We split the rows randomly into train and test.';

  it.each([
    'The images were bought in 2019.',
    'The encoder is a ViT.',
    'Drift is not expected.',
    'If the data drifts, we retrain.',
  ])('is not told by "%s" that the rows are of a time', (model) => {
    expect(quotedBy(RULE, unaided({ data: split, model }))).toEqual([]);
  });

  it('stays silent when a split by time is named as well', () => {
    const evaluate = 'The final test set is the next week, split by time.';
    expect(quotedBy(RULE, unaided({ data: split, model: time, evaluate }))).toEqual([]);
  });

  it('takes drift for a sign only where people make the rows', () => {
    const monitor = 'We monitor data drift.';
    expect(quotedBy(RULE, unaided({ data: `${split} Rows are clicks.`, monitor }))).toEqual([[split, monitor]]);
    expect(quotedBy(RULE, unaided({ data: split, monitor }))).toEqual([]);
  });
});

describe('randomSplitOfTime leaves other random splits alone', () => {
  it.each([
    'The detector is trained on a random train/test split of the photos.',
    'The calibrator is fitted on a random split of the validation data.',
    'For hyperparameters I use a random split of the training rows.',
    'As a sanity check, a random train/test split gives the same AUC.',
    'Annotators get a random split of the test queries.',
    'For cold start I additionally split train and test at random.',
    'We use 5-fold cross-validation within each day.',
    'The traffic of the experiment is split at random into test and control.',
    'Random negatives are drawn per batch for training.',
    'We split sellers at random between train and test.',
    'At my last job we used a random train/test split.',
    'I tried a random train/test split first.',
  ])('says nothing of "%s"', (split) => {
    expect(quotedBy(RULE, unaided({ data: split, model: time }))).toEqual([]);
  });

  it.each([
    ['Rows are shuffled and 80 % go to train, 20 % to test.', 'Clicks drift over time.'],
    ['We split train and test at random.', 'The rows are the logs of the last 14 days.'],
    ['Random split, 90/10.', 'Features are the purchases in the last 30 days.'],
    ['Split: we shuffle and take 80/20.', 'Demand is seasonal.'],
    ['10-fold cross-validation.', 'We train on the newest clicks.'],
  ])('finds "%s" against "%s"', (split, said) => {
    expect(quotedBy(RULE, unaided({ data: split, model: said }))).toEqual([[split, said]]);
  });
});
