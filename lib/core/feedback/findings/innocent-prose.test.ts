import { describe, expect, it } from 'vitest';
import { findContradictions } from '@/lib/core/feedback/findings/find-contradictions';
import type { RuleId } from '@/lib/core/feedback/findings/finding';
import { type Prose, unaided } from '@/tests/fixtures/answers-of';

/*
 * What a candidate may well write, and no rule may hold against them; and beside it, what contradicts itself. All rules look at each
 * of them. A finding that proves false is added here before its rule is made stricter.
 */

const rulesIn = (prose: Prose): RuleId[] =>
  findContradictions({ caseStudy: { facts: [] }, answers: unaided(prose), revealedFacts: [] }).map(({ rule }) => rule);

describe('in prose, on latency', () => {
  const clarify = 'The p99 latency must be below 200 ms.';

  it.each([
    'Retrieval 80 ms and ranking 70 ms give 150 ms; a hedged request may add 80 ms.',
    'Budget: network 20 ms, retrieval 60 ms, ranking 80 ms, and 40 ms slack.',
    'We spend 60 ms on retrieval (max of text 60 ms and image 55 ms), 90 ms on ranking and 30 ms on re-ranking.',
    'Text search takes 110 ms, image search takes 110 ms, both issued together; fusion takes 10 ms.',
    'Feature fetch (40 ms) overlaps with retrieval (90 ms); then ranking takes 80 ms.',
    'The LLM re-ranker takes 900 ms, hence it only runs for the e-mail digest.',
    'Generation takes 2 s, but tokens are streamed and the first arrives at 150 ms.',
    'The ranker takes 250 ms on the biggest pages of the seller tool.',
    'ANN search takes 250 ms per thousand queries.',
    'The model takes 400 ms per 1,000 candidates on one core; sixteen cores make it 25 ms.',
    'Ranking 500 candidates takes 5 ms, 50,000 would take 500 ms.',
    'Retraining takes 4 h and warming the model takes 20 s.',
    'A cold model needs 3 s for its first request.',
    'If the feature store times out after 50 ms we go on: 50 ms + 100 ms + 80 ms never happens together.',
    'Budget in ms: 30 network + 60 retrieval + 80 ranking = 170, leaving 30.',
    'p50: 20 ms + 40 ms + 50 ms; p99: 40 ms + 60 ms + 80 ms.',
    'In v1: 90 ms retrieval + 140 ms ranking. In v2: 60 ms retrieval + 70 ms ranking.',
    'The search index takes 20 s to pick up a new item.',
    'The detector adds 300 ms at upload time.',
    'Freshness: the model needs 10 s until a click counts.',
    'Latency budget:\n- retrieval: 80 ms\n- ranking: 90 ms\n- logging: 50 ms, after the response',
    'Latency budget:\n- text retrieval: 90 ms\n- image retrieval: 95 ms\n- ranking: 80 ms\n\nThe two retrievals run concurrently.',
    'Latency budget (p99):\n1. network 20 ms\n2. retrieval 60 ms\n3. ranking 80 ms\n4. total 160 ms',
    'Latency budget:\n- p50: 90 ms\n- p99: 180 ms\n- p99.9: 400 ms',
    'Stages: 100 ms retrieval, 80 ms ranking, 60 ms ranking on the fallback path.',
    'The cross-encoder takes 300 ms, so it is distilled into a model of 20 ms.',
    'Scoring takes 250 ms with 2,000 candidates, therefore I cap them at 500.',
    'Inference takes 300 ms. That is too slow, so I quantise.',
    'The page has 200 ms; ranking takes 60 ms and the ads call, which the page does not wait for, takes 300 ms.',
  ])('nothing is said of "%s"', (serve) => {
    expect(rulesIn({ clarify, serve })).toEqual([]);
  });

  it.each([
    'Network 30 ms, retrieval 90 ms, ranking 100 ms: these stages add up to the whole.',
    'First retrieval takes 120 ms, then the ranker takes 130 ms.',
    'Each request passes detection (70 ms) + encoding (60 ms) + search (90 ms).',
    'Latency budget:\n- network: 30 ms\n- retrieval: 90 ms\n- ranking: 100 ms',
    'The cross-encoder takes 350 ms for a page.',
  ])('"%s" is found', (serve) => {
    expect(rulesIn({ clarify, serve })).toEqual(['latency-over-target']);
  });
});

describe('in prose, on capacity', () => {
  const clarify = 'Peak is 12k QPS.';

  it.each([
    'One replica handles 300 QPS, so we need 40 replicas.',
    'Each replica handles 300 QPS; 50 replicas.',
    'We run 20 replicas per region in three regions, each handles 300 QPS.',
    '20 replicas, each handles 300 QPS, per cell.',
    'Blue/green: the green fleet has 10 replicas at 300 QPS each.',
    'Per data centre we keep 20 machines at 300 QPS per machine.',
    'A cell has 20 machines at 300 QPS per machine.',
    'There are 6 cells. A cell has 20 machines at 300 QPS per machine.',
    'The LLM fleet has 4 GPUs, each handles 20 QPS.',
    'The spell checker runs on 4 machines at 300 QPS per machine.',
    'The embedding service for uploads runs on 4 GPUs, each handles 20 requests per second.',
    'During an outage of two zones, 20 replicas remain, each handles 300 QPS.',
    'For the first market 5 replicas at 300 QPS each are enough.',
    '20 replicas, each handles 300 QPS, which covers the average; HPA adds the rest.',
    'I size for 20 replicas, each handles 300 QPS on one of its 16 cores.',
    '20 machines with 8 workers, each handles 300 QPS.',
    '20 hosts of 4 GPUs, each GPU handles 300 QPS.',
    'Thirty replicas, each handles 300 QPS, serve the head queries.',
    '20 replicas at 300 QPS each take half of the load, the rest goes to the old fleet.',
  ])('nothing is said of "%s"', (serve) => {
    expect(rulesIn({ clarify, serve })).toEqual([]);
  });

  it.each(['20 replicas, each takes 300 QPS.', 'The ranking fleet is 20 GPUs at 300 QPS per GPU.'])(
    '"%s" is found',
    (serve) => {
      expect(rulesIn({ clarify, serve })).toEqual(['capacity-below-traffic']);
    },
  );
});

describe('in prose, on memory', () => {
  it.each([
    [
      'The index holds 1B vectors of 512 dims in fp32.',
      'Each machine has 64 GB, and the index is spread over 40 of them.',
    ],
    ['The index holds 1B vectors of 512 dims in fp32.', 'Recent items are in an index that fits in 64 GB.'],
    ['The index holds 1B vectors of 512 dims in fp32.', 'The HNSW links alone fit in 64 GB of RAM.'],
    ['The index holds 1B vectors of 512 dims in fp32.', 'The index of the EU fits in 64 GB.'],
    ['The index holds 1B vectors of 512 dims in fp32.', 'The index fits in 64 GB once the vectors are 16-byte codes.'],
    ['The index holds 1B vectors of 512 dims in fp32.', 'With 40 nodes of 64 GB the index fits in RAM.'],
    ['The index holds 1B vectors of 512 dims in fp32.', 'Our index fits in 64 GB GPUs when cut into 40 pieces.'],
    ['The index holds 1B vectors of 512 dims in fp32.', 'A replica of 64 GB holds 1/40 of the index.'],
    ['The index holds 1B vectors of 512 dims in fp32.', 'The model fits in 64 GB, the index does not.'],
    [
      'The index holds 1B vectors of 512 dims in fp32.',
      'IVF lists stay on NVMe; the quantiser of the index fits in 64 GB.',
    ],
    ['The index holds 1B vectors of 512 dims in fp32.', 'The index of embeddings of sellers fits in 64 GB.'],
    [
      'The index holds 1B vectors of 512 dims in fp32.',
      'The two-tower model fits on one GPU with 24 GB; its embeddings are served from the index.',
    ],
    ['We have 1B users. The model has 512-dim fp16 layers.', 'It fits in 64 GB on one machine.'],
    [
      'We store 1B raw images. The index has 2M vectors of 512 dims in fp32.',
      'The index fits in the memory of one 64 GB machine.',
    ],
    [
      'There are 1B uploads in the archive. The vectors of the 20M live items have 512 dims in fp16.',
      'The index fits in the memory of one 64 GB machine.',
    ],
    [
      '1B images were crawled. Only products are put into the index, as 512-dim fp16.',
      'The index fits in the memory of one 64 GB machine.',
    ],
  ])('nothing is said of "%s" and "%s"', (model, serve) => {
    expect(rulesIn({ model, serve })).toEqual([]);
  });

  it.each([
    ['The index holds 1B vectors of 512 dims in fp32.', 'The whole index fits in 64 GB.'],
    ['The index holds 1B vectors of 512 dims in fp32.', 'We keep the index in RAM on one 128 GB server.'],
  ])('"%s" and "%s" are found', (model, serve) => {
    expect(rulesIn({ model, serve })).toEqual(['memory-below-index']);
  });
});

describe('in prose, on accuracy', () => {
  const data = 'The base rate is 1 %.';

  it.each([
    'Reviewers agree in 92 % of cases; we track reviewer accuracy.',
    'Metrics: log loss and NE; accuracy says nothing.',
    'We report accuracy at the chosen threshold with precision and recall at 1 % FPR.',
    'The intent model: metric is accuracy.',
    'For duplicates we measure accuracy by hand.',
    'We measure timing accuracy of the event log.',
    'I use accuracy as a smoke test only.',
  ])('nothing is said of "%s"', (evaluate) => {
    expect(rulesIn({ data, evaluate })).toEqual([]);
  });

  it.each(['Offline: accuracy, F1 and AUC.', 'I measure accuracy on the test set.', 'Our metric is accuracy.'])(
    '"%s" is found',
    (evaluate) => {
      expect(rulesIn({ data, evaluate })).toEqual(['accuracy-on-rare-class']);
    },
  );
});

describe('in prose, on a random split', () => {
  const model = 'We train on the clicks of the last 30 days.';

  it.each([
    'Test is the last week; the rest is split randomly into train and validation.',
    'Train and test are split by day, validation is a random split of the training days.',
    'Random split of users so that nobody is in train and test.',
    'The random 10 % hold-out of traffic trains nothing and tests exploration.',
    'We hold out random 1 % of users for the long-term test.',
    'A random split of train and test is what the team has now; I replace it by time.',
    'For the image encoder photos are shuffled, 90 % train, 10 % test.',
    'Shuffle within the shard before training, validate on tomorrow.',
    'Queries are split at random into train, validation and test.',
  ])('nothing is said of "%s"', (data) => {
    expect(rulesIn({ model, data })).toEqual([]);
  });

  it.each(['Random split, 80/20.', 'I shuffle all rows and take 80 % for train and 20 % for test.'])(
    '"%s" is found',
    (data) => {
      expect(rulesIn({ model, data })).toEqual(['random-split-of-time']);
    },
  );
});

describe('in prose, on batch and live', () => {
  it.each([
    ['Features: time of day and device.', 'Embeddings are precomputed nightly; scores are computed per request.'],
    ['Features: time of day and device.', 'Candidate scores are precomputed nightly, the ranker reads the request.'],
    ['Features: time of day and device.', 'Results for the 10k most frequent queries are computed nightly.'],
    ['We leave the current session out of the features.', 'All recommendations are computed nightly.'],
    ['Features: time of day.', 'Scores are precomputed nightly for each of the 24 hours.'],
    ['Features: clicks in the last 5 minutes.', 'Nightly batch scoring for cold users; others online.'],
  ])('nothing is said of "%s" and "%s"', (data, serve) => {
    expect(rulesIn({ data, serve })).toEqual([]);
  });

  it.each([['Features: current session.', 'All recommendations are precomputed overnight and read from Redis.']])(
    '"%s" and "%s" are found',
    (data, serve) => {
      expect(rulesIn({ data, serve })).toEqual(['live-feature-in-batch']);
    },
  );
});

describe('in prose, on retraining', () => {
  it.each([
    ['Labels arrive after 7 days.', 'We retrain daily on the window that ended 7 days before.'],
    ['Labels arrive after 7 days.', 'We retrain daily; unlabelled rows are left out.'],
    ['Labels arrive after 7 days.', 'Daily retraining uses only rows with labels.'],
    ['Conversions are reported after 7 days.', 'We retrain daily on clicks and add conversions when they come.'],
    ['Chargebacks arrive within 90 days.', 'The model is retrained weekly; fresh rows use analyst decisions.'],
    ['Labels are delayed by 2 days.', 'We retrain every day at 02:00, always two days behind.'],
    [
      'Labels are complete after 24 hours.',
      'We fine-tune hourly, and the label of an open row counts as negative with a weight.',
    ],
  ])('nothing is said of "%s" and "%s"', (data, monitor) => {
    expect(rulesIn({ data, monitor })).toEqual([]);
  });

  it.each([
    ['Labels take 7 days.', 'Each day the model is retrained on a sliding month.'],
    ['Labels take 7 days.', 'The model is retrained hourly.'],
    ['The label is known after 30 days.', 'Retrain nightly with the newest data.'],
  ])('"%s" and "%s" are found', (data, monitor) => {
    expect(rulesIn({ data, monitor })).toEqual(['retrain-before-labels']);
  });
});

describe('in prose, on the goal', () => {
  it.each([
    [
      'The goal is retention.',
      'A/B test: primary is sessions per user per week, which moved with retention in past tests.',
    ],
    ['The goal is revenue.', 'A/B test: primary metric is spend of advertisers.'],
    ['The goal is revenue.', 'A/B test: primary metric is clicks; money per session is a guardrail.'],
    ['The goal is watch time.', 'Experiment: primary metric is hours viewed.'],
    ['The goal is satisfaction.', 'Experiment: primary metric is clicks, with a weekly questionnaire.'],
    ['The goal is fewer chargebacks and conversions that stay.', 'Experiment: primary metric is approval rate.'],
    ['We want people to find what they look for; the goal is conversions.', 'Experiment: add-to-basket.'],
  ])('nothing is said of "%s" and "%s"', (clarify, evaluate) => {
    expect(rulesIn({ clarify, evaluate })).toEqual([]);
  });

  it.each([
    ['The goal is retention.', 'In the A/B test the primary metric is CTR.'],
    ['The goal is revenue.', 'The primary metric of the experiment is click-through.'],
  ])('"%s" and "%s" are found', (clarify, evaluate) => {
    expect(rulesIn({ clarify, evaluate })).toEqual(['objective-not-measured']);
  });
});

describe('in prose, on the sample', () => {
  it.each([
    ['We have 1M DAU.', 'We need 3M users per arm, so 4 weeks.'],
    ['We have 1M DAU.', 'We need 20M users per arm for 7 days, more than there are: CUPED cuts it to 2M.'],
    ['We have 1M DAU and 40M registered users.', 'We need 20M users per arm for 7 days.'],
    ['We have 1M DAU.', 'Each arm needs 20M users over 7 days.'],
  ])('nothing is said of "%s" and "%s"', (clarify, evaluate) => {
    expect(rulesIn({ clarify, evaluate })).toEqual([]);
  });

  it.each([['1M DAU on the home page.', '20M users per arm for 7 days.']])(
    '"%s" and "%s" are found',
    (clarify, evaluate) => {
      expect(rulesIn({ clarify, evaluate })).toEqual(['sample-beyond-traffic']);
    },
  );
});
