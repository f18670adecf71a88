import { describe, expect, it } from 'vitest';
import { findContradictions } from '@/lib/core/feedback/findings/find-contradictions';
import type { RuleId } from '@/lib/core/feedback/findings/finding';
import { type Prose, unaided } from '@/tests/fixtures/answers-of';

/*
 * What contradicts itself in plain words. The rules understand little on purpose; this is what they must not stop understanding. And
 * what the words of a rule may say of something else, which has to stay silent.
 */

const rulesIn = (prose: Prose): RuleId[] =>
  findContradictions({ caseStudy: { facts: [] }, answers: unaided(prose), revealedFacts: [] }).map(({ rule }) => rule);

describe('plain contradictions', () => {
  it.each([
    'Retrieval 80 ms + ranking 100 ms.',
    'Features take 40 ms, then retrieval takes 60 ms, then ranking takes 80 ms.',
    'Our budget: 20 ms network + 60 ms retrieval + 90 ms ranking.',
    'The ranker takes 300 ms.',
    'Inference takes 400 ms per request.',
    'Latency budget: 30 ms for features, 60 ms for retrieval, 90 ms for ranking.',
    'Stages: feature lookup 40 ms, ANN search 50 ms, scoring 80 ms.',
    '## Latency budget\n- Feature fetch: 40 ms\n- ANN retrieval: 60 ms\n- Ranking (500 candidates): 80 ms',
  ])('latency-over-target: "%s"', (said) => {
    expect(rulesIn({ clarify: 'The p99 latency must be below 150 ms.', serve: said })).toEqual(['latency-over-target']);
  });

  it.each([
    'We need 20 replicas, each handles 300 QPS.',
    '10 GPU servers at 500 QPS per server.',
    'The ranker runs on 30 pods, each takes 200 requests per second.',
    '20 machines × 300 QPS per machine.',
    'I deploy 15 replicas with 400 QPS each.',
  ])('capacity-below-traffic: "%s"', (said) => {
    expect(rulesIn({ clarify: 'We expect 12k QPS at peak.', serve: said })).toEqual(['capacity-below-traffic']);
  });

  it.each([
    'The index fits on a single 64 GB machine.',
    'All vectors are kept in the RAM of one 128 GB server.',
    'The whole index is loaded into the memory of a 32 GB GPU.',
    'It fits in 64 GB of RAM.',
  ])('memory-below-index: "%s"', (said) => {
    expect(rulesIn({ serve: `The index has 500M vectors with 256 dims in fp32. ${said}` })).toEqual([
      'memory-below-index',
    ]);
  });

  it.each([
    'I use accuracy as the metric.',
    'We measure accuracy on the test set.',
    'The main metric is accuracy.',
    'Offline metrics: accuracy, F1.',
    'Accuracy should reach 98 %.',
  ])('accuracy-on-rare-class: "%s"', (said) => {
    expect(rulesIn({ data: 'The base rate is 0.5 %.', evaluate: said })).toEqual(['accuracy-on-rare-class']);
  });

  it.each([
    'I split the data randomly, 80/20 train and test.',
    'We use 5-fold cross-validation.',
    'Random split: 70 % train, 15 % validation, 15 % test.',
    'The data set is shuffled and split into train and test.',
    'We shuffle all the examples and hold out 10 % for test.',
  ])('random-split-of-time: "%s"', (said) => {
    expect(rulesIn({ data: said, frame: 'Labels are clicks in the last 60 days.' })).toEqual(['random-split-of-time']);
  });

  it.each([
    'Recommendations are precomputed every night and stored in Redis.',
    'We precompute scores for all users at night.',
    'All predictions are computed overnight.',
  ])('live-feature-in-batch: "%s"', (said) => {
    expect(rulesIn({ data: 'Features include the current session and the device.', serve: said })).toEqual([
      'live-feature-in-batch',
    ]);
  });

  it.each([
    'We retrain every night.',
    'The model is retrained hourly on the latest data.',
    'Daily retraining.',
    'We fine-tune again every hour.',
    'Retraining: daily.',
  ])('retrain-before-labels: "%s"', (said) => {
    expect(rulesIn({ data: 'The label arrives after 30 days.', monitor: said })).toEqual(['retrain-before-labels']);
  });

  it.each([
    'We run an A/B test with CTR as the primary metric.',
    'Online: A/B test, primary metric click-through rate, guardrail latency.',
    'The experiment compares clicks per user.',
  ])('objective-not-measured: "%s"', (said) => {
    expect(rulesIn({ clarify: 'The business goal is retention.', evaluate: said })).toEqual(['objective-not-measured']);
  });

  it.each([
    'We need 30M users per arm for 14 days.',
    'Run for 7 days with 10M users per arm.',
    '2 weeks, 20M members per arm.',
  ])('sample-beyond-traffic: "%s"', (said) => {
    expect(rulesIn({ clarify: 'The app has 1M DAU.', evaluate: said })).toEqual(['sample-beyond-traffic']);
  });
});

describe('beside the point', () => {
  it.each([
    'For the quality gate on thumbnails we report accuracy.',
    'Spam filter upstream: metric is accuracy.',
    'We evaluate the query understanding part with accuracy.',
    'I track accuracy per release but decide on NE.',
    'The metric is accuracy at the chosen operating point only for the dashboard.',
    'We optimise log loss; we report accuracy to finance.',
    'Cost model: accuracy should be above 90 %.',
    'Offline: accuracy of pairwise preferences.',
    'The ETA model is judged by accuracy: accuracy above 90 %.',
    'Deduplication: we measure accuracy on 1,000 pairs.',
    'I report accuracy of the labels from two raters.',
    'Data quality: we track accuracy of the join.',
    'We use accuracy when classes are resampled to 50/50.',
    'Metrics: accuracy@k for retrieval.',
    'We report accuracy of ranking pairs.',
  ])('says nothing of "%s"', (said) => {
    expect(rulesIn({ data: 'The base rate is 1 %.', evaluate: said })).toEqual([]);
  });

  it.each([
    'A random 1 % sample of train rows is labelled by hand as a test of label quality.',
    'The test of the encoder uses a random split of images.',
    'To estimate variance I bootstrap: a random split of the test set, 20 times.',
    'Folds: 5-fold cross-validation on the survey data.',
    'A random split of train/test by household.',
    'I keep a random sample of 5 % of the test week for speed.',
    'Train on four weeks, test on the fifth; within train, shuffled batches.',
    'Random split into train and test is tempting; the future leaks.',
    'Propensity model: random split 80/20.',
    'We split the catalogue at random into train and test items to measure cold start.',
    'Each epoch takes a random 10 % sample of the training rows.',
    'Random train/test split for the toy notebook, time for everything that ships.',
    'Random split of the pages of the annotated golden set into train and test.',
    'Shuffle rows in each training day, test on the following days.',
  ])('says nothing of "%s"', (said) => {
    expect(rulesIn({ data: said, model: 'We train on the clicks of the last 30 days.' })).toEqual([]);
  });

  it.each([
    [
      'Features: time of day, device.',
      'All embeddings and predictions of static properties are computed nightly; the final score is made when the page is opened.',
    ],
    [
      'Features: time of day, device.',
      'Nightly batch scoring gives a shortlist of 500; the request picks from it with the context.',
    ],
    ['Features: current session.', 'Recommendations for e-mails are computed nightly. The app has its own ranker.'],
    [
      'Features: clicks in the last 5 minutes.',
      'Scores are computed nightly, then a delta job every quarter of an hour.',
    ],
    [
      'One feature is the current basket, used by the checkout widget.',
      'Recommendations are computed nightly for the home page. The checkout widget scores per request.',
    ],
    [
      'Real-time features within a minute come from Flink.',
      'All features are computed nightly as well, for backfills.',
    ],
  ])('says nothing of "%s" and "%s"', (data, serve) => {
    expect(rulesIn({ data, serve })).toEqual([]);
  });

  it.each([
    ['Labels take 7 days.', 'The model is retrained daily on the day that is a week past.'],
    ['Labels take 7 days.', 'The retrieval index is rebuilt nightly and the model retrained when needed.'],
    ['Labels take 7 days.', 'We retrain daily. Rows enter training once their label is there.'],
    ['Labels take 7 days.', 'We retrain daily, each time adding the day whose window has just ended.'],
    ['Chargebacks take 30 days.', 'The rules are updated daily and the model quarterly.'],
    [
      'Labels take 14 days to arrive.',
      'Daily, a job retrains the model for the features that drifted and uses labels up to two weeks ago.',
    ],
    ['Labels take 7 days.', 'Models are retrained weekly.'],
    ['Labels take 7 days.', 'The challenger is retrained daily on implicit feedback.'],
    ['Conversion labels take 7 days.', 'The click model is retrained hourly, the conversion model weekly.'],
    ['Labels take 3 days.', 'We retrain daily, training on what is known; recent days count less.'],
  ])('says nothing of "%s" and "%s"', (data, monitor) => {
    expect(rulesIn({ data, monitor })).toEqual([]);
  });

  it.each([
    ['The goal is retention.', 'A/B test: primary metric is weekly active days.'],
    ['The goal is revenue.', 'A/B test with clicks as primary; the OEC includes the goal.'],
    ['The goal is revenue.', 'A/B: advertiser value per thousand views; CTR is a guardrail.'],
    ['The goal is satisfaction.', 'The experiment compares clicks and complaint tickets.'],
    ['The goal is conversions.', 'The experiment compares clicks and completed payments.'],
    ['The goal is watch time.', 'The experiment compares clicks and consumption.'],
    ['We want to increase revenue.', 'In the A/B test the primary metric is take rate.'],
    ['The goal is retention.', 'Experiment: clicks first week, then the survivors after a month.'],
    ['The goal is revenue.', 'Primary: incremental sales. Guardrail: clicks.'],
    ['The goal is clicks.', 'Experiment: primary is CTR'],
  ])('says nothing of "%s" and "%s"', (clarify, evaluate) => {
    expect(rulesIn({ clarify, evaluate })).toEqual([]);
  });
});
