import { describe, expect, it } from 'vitest';
import { findContradictions } from '@/lib/core/feedback/findings/find-contradictions';
import type { RuleId } from '@/lib/core/feedback/findings/finding';
import { type Prose, unaided } from '@/tests/fixtures/answers-of';

/*
 * What a rule holds a plan against has to be the target, the traffic, the index, the rare class, the rows, the labels, the goal or the
 * people of the system in hand, and not those of something else.
 */

const rulesIn = (prose: Prose): RuleId[] =>
  findContradictions({ caseStudy: { facts: [] }, answers: unaided(prose), revealedFacts: [] }).map(({ rule }) => rule);

describe('says nothing where something else is meant than', () => {
  it.each([
    'The p99 latency of the upload path must be below 100 ms.',
    'The ranking call must respond within 80 ms at p99.',
    'Autocomplete has a p99 latency of 50 ms; search itself has none.',
    'Mobile asks for a p99 below 100 ms, the TV app has no limit.',
    'Median latency must be under 100 ms.',
    'End-to-end freshness must be below 10 s, p99.',
    'The database has a p99 of 20 ms.',
    'The vendor promises a p99 latency of 100 ms for its API.',
    'Today the p99 latency is 120 ms.',
    'p99 latency was 120 ms last year.',
    'We could offer a p99 latency of 100 ms on 5G.',
    'Each of the two calls must return within 100 ms.',
    'The model share of the latency is at most 90 ms.',
    'The competitor answers with a p99 of 100 ms.',
    'p99 below 100 ms would be nice, it is not required.',
  ])('the target: "%s"', (said) => {
    expect(rulesIn({ clarify: said, serve: '40 ms features + 60 ms retrieval + 50 ms ranking.' })).toEqual([]);
  });

  it.each([
    'Peak is 12k QPS for the whole company, a tenth of it reaches us.',
    'Feature reads peak at 12k QPS.',
    'The log pipeline peaks at 12k QPS.',
    'Bots send 12k QPS at peak, which the gateway drops.',
    'Peak is 12k QPS at the CDN.',
    'On Black Friday the peak would be 12k QPS.',
    'Peak for search is 12k QPS, for us 1k QPS.',
    'The old site had a peak of 12k QPS.',
    '12k QPS at peak over all regions; a region has 2k.',
    'Scoring calls: 12k QPS at peak per page of 500.',
  ])('the traffic: "%s"', (said) => {
    expect(rulesIn({ clarify: said, serve: '20 replicas, each handles 100 QPS.' })).toEqual([]);
  });

  it.each([
    'All 1B photos of the archive as 512-dim fp32 vectors would be 2 TB.',
    'We train on 1B embeddings of 512 dims in fp32.',
    'The embedding table of the users has 1B rows of 512 dims in fp32.',
    'The logs of embeddings take 2 TB a day.',
    '1B vectors of 512 dims in fp32 was the first estimate; after filtering 20M are left.',
    'The flat index of all history takes 2 TB on S3.',
    'Checkpoints with embeddings take 2 TB.',
    '1B sessions of 512-dim vectors in fp32 go to the training set.',
    'With 1B vectors of 512 dims in fp32 we would need sharding; we have 20M.',
  ])('the index: "%s"', (said) => {
    expect(rulesIn({ model: said, serve: 'The index fits in the memory of one 64 GB machine.' })).toEqual([]);
  });

  it.each([
    '1 % of photos are unreadable.',
    'Hides happen at 1 %, clicks at 30 %.',
    '1 % of traffic goes to exploration.',
    'The click rate of the worst slot is 1 %.',
    '1 % of labels are wrong.',
    'We keep 1 % of the negatives.',
    '2 % of queries have no click.',
    'A lift of 1 % in CTR is the smallest effect.',
    '1 % are duplicates.',
    'Fraud is not rare here.',
  ])('the rare class: "%s"', (said) => {
    expect(rulesIn({ data: said, evaluate: 'I would report accuracy.' })).toEqual([]);
  });

  it.each([
    'Logs are kept for the last 30 days only for audits.',
    'Photos of products do not change.',
    'The catalogue was bought in the last 30 days.',
    'Seasonal clothes are a category.',
    'A dashboard shows the clicks of the last 7 days.',
    'We deploy in the last week.',
    'Drift is monitored on the images.',
    'The taxonomy changes over time, the photos do not.',
  ])('the time: "%s"', (said) => {
    expect(rulesIn({ model: said, data: 'We split the rows randomly into train and test.' })).toEqual([]);
  });

  it.each([
    'Label guidelines take 7 days to write.',
    'A survey label arrives after 7 days; clicks come at once and are the label.',
    'Labels of the golden set are delivered after 7 days by the vendor.',
    'Relabelling takes 7 days.',
    'For 2 % of rows the label comes after 7 days.',
    'Refund labels arrive after 7 days and are not used for training.',
    'Labels arrive within 7 days at the latest.',
    'Label storage is kept for 7 days.',
    'The label is a click in the session; conversions are known after 7 days.',
  ])('the labels: "%s"', (said) => {
    expect(rulesIn({ data: said, monitor: 'We retrain daily.' })).toEqual([]);
  });

  it.each([
    'The goal is not clicks but retention, which I measure as sessions.',
    'One goal among several is revenue.',
    'The goal of the team is retention; ours is clicks.',
    'The goal is revenue in the long run, clicks now.',
    'We want to keep retention flat.',
    'Success means that people find the item; revenue follows.',
  ])('the goal: "%s"', (said) => {
    expect(rulesIn({ clarify: said, evaluate: 'In the A/B test the primary metric is CTR.' })).toEqual([]);
  });

  it.each([
    '1M DAU in Finland, where we start.',
    'New users: 1M DAU.',
    '1M DAU see the carousel, 80M visit the site.',
    'The control group has 1M DAU.',
    '1M daily users of the beta.',
    '1M DAU and growing by 10 % a day.',
    'At least 1M DAU.',
    'More than 1M DAU.',
  ])('the people: "%s"', (said) => {
    expect(rulesIn({ clarify: said, evaluate: 'We need 20M users per arm for 7 days.' })).toEqual([]);
  });

  it.each([
    'The time of day is logged, and not used.',
    'Device is known from the last session.',
    'Time of day matters little, so it is dropped.',
    'We could add the current session later.',
    'Features come from profiles; hour of day is used in the notification service.',
  ])('the features: "%s"', (said) => {
    expect(
      rulesIn({ data: said, serve: 'All recommendations are precomputed every night and stored in Redis.' }),
    ).toEqual([]);
  });
});
