import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from '@/lib/core/passages';
import { quoteHolds } from '@/lib/core/quote';
import { guided, onePage, unaided } from '@/tests/fixtures/answers-of';
import { type Ledger, type LedgerEntry, ledgerOf } from './ledger';
import type { Answers } from './statements';

const entry = (ledger: Ledger, shown: string): LedgerEntry | undefined =>
  ledger.entries.find((one) => one.shown === shown);
const staleOf = (ledger: Ledger) =>
  ledger.entries.flatMap(({ shown, stale }) => (stale ? [[shown, stale.kind, stale.why]] : []));

describe('ledgerOf', () => {
  const prose = {
    clarify: 'We have 200M DAU. The catalogue holds 100M eligible videos, and the p99 latency is 200 ms.',
    data: 'Rows are kept for 30 days.',
    model: 'The item tower makes 100M eligible videos into vectors of 256 dims.',
    serve: 'The p99 latency of 200 ms leaves no room. Sized for 200M daily users.',
  };

  it('lists quantities with a name, where they are stated and where they come again', () => {
    const ledger = ledgerOf(unaided(prose));
    expect(ledger.entries.map(({ name, shown, reused }) => [name, shown, reused.map(({ step }) => step)])).toEqual([
      ['daily users', '200M DAU', ['serve']],
      ['videos in all', '100M eligible videos', ['model']],
      ['p99 latency', '200 ms', ['serve']],
      ['row kept', '30 days', []],
      ['vector dimensions', '256 dims', []],
    ]);
    expect(entry(ledger, '200M DAU')).toMatchObject({
      id: 'daily-users',
      value: 200e6,
      unit: 'users',
      stated: { step: 'clarify', quote: { slot: 'clarify', path: 'text', start: 8, end: 16, text: '200M DAU' } },
      stale: null,
    });
    expect(staleOf(ledger)).toEqual([]);
  });

  it('does the same on a blank page', () => {
    const onAPage = ledgerOf(onePage(prose)).entries.map(({ id, reused }) => [id, reused.length]);
    expect(onAPage).toEqual(ledgerOf(unaided(prose)).entries.map(({ id, reused }) => [id, reused.length]));
  });

  it('gives ids that tell two of a name apart', () => {
    const ids = ledgerOf(unaided({ data: 'Rows are kept for 30 days. Rows are kept for 90 days.' })).entries.map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['row-kept', 'row-kept-2']);
  });

  it('takes a bare number for the thing of that value', () => {
    const ledger = ledgerOf(unaided({ clarify: '100M videos.', serve: 'Prune from 100M to 1,000.' }));
    expect(entry(ledger, '100M videos')?.reused.map(({ quote }) => quote.text)).toEqual(['100M']);
  });

  it('leaves small words and the seconds of a day out', () => {
    expect(ledgerOf(unaided({ model: 'Two towers and 3 heads, divided by 86,400.' })).entries).toEqual([]);
  });

  it('says how many are left out of a list that is too long', () => {
    const word = (index: number) => String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26), 113);
    const data = Array.from({ length: 300 }, (_, index) => `${word(index)} has 10 GB.`).join('\n');
    const { entries, left } = ledgerOf(unaided({ data }));
    expect(entries).toHaveLength(200);
    expect(left).toBe(100);
  });
});

describe('what follows from what', () => {
  it('shows a calculation with its inputs', () => {
    const ledger = ledgerOf(unaided({ clarify: '200M users × 5 loads / 86,400 = 11.6k QPS.' }));
    expect(entry(ledger, '11.6k QPS')?.derivation).toMatchObject({ formula: 'written', inputs: ['user'] });
    expect(staleOf(ledger)).toEqual([]);
  });

  it.each([
    '200M × 5 ÷ 86,400 × 3 = 34.7k QPS.',
    '1B × 256 × 4 bytes = 1.02 TB.',
    '116k/s × 11 ms = 1,273 cores.',
    '30 days × 100M rows a day × 500 B = 1.5 TB.',
    '3.0 + 29.7 = 32.7B rows.',
    '100M x 200B = 20 GB.',
    'At 50 % load / 32 = 80 machines.',
    '(a + 10) / 200 = 4,000 rows.',
    '2 · 7.85 · (2.5/0.01)^2 = 981,000 rows.',
    'It is not 10 × 200 = 5,000 rows.',
    '5,000 rows.',
    '8 GPUs × 3,000 rows = 24k rows.',
    '500M × 1 % = 5M rows.',
    '10 × 200 rows.',
  ])('does not mark %s', (clarify) => {
    expect(staleOf(ledgerOf(unaided({ clarify })))).toEqual([]);
  });

  it.each([
    ['200M users × 5 loads / 86,400 = 5,000 QPS.', '5,000 QPS'],
    ['1B × 256 × 4 bytes = 300 GB.', '300 GB'],
    ['20 machines × 500 QPS = 40k QPS.', '40k QPS'],
    ['100M vectors of 128 dims in fp32 take 20 GB.', '20 GB'],
  ])('marks %s', (clarify, shown) => {
    const [stale] = staleOf(ledgerOf(unaided({ clarify })));
    expect(stale?.slice(0, 2)).toEqual([shown, 'does-not-follow']);
  });

  it('marks a peak that no longer follows from its average', () => {
    const text = (average: string) => `On average ${average} QPS, with a peak factor of ×3, so 30k QPS at peak.`;
    expect(staleOf(ledgerOf(unaided({ clarify: text('10k') })))).toEqual([]);
    expect(staleOf(ledgerOf(unaided({ clarify: text('50k') })))).toEqual([
      [
        '30k QPS',
        'does-not-follow',
        'Average × peak factor comes to 150k requests a second, and here it is 30k requests a second.',
      ],
    ]);
  });

  it('marks one number of users that became two', () => {
    const ledger = ledgerOf(unaided({ clarify: 'We have 200M DAU.', evaluate: 'Sized for 20M DAU.' }));
    expect(ledger.entries.find(({ stale }) => stale)?.stale).toMatchObject({
      kind: 'differs',
      why: 'First it is 200M users, then 20M users.',
      quotes: [{ text: '200M DAU' }, { text: '20M DAU' }],
    });
  });

  it.each([
    'If we had 20M DAU, one machine would do.',
    'There are 20M new users daily.',
    'The old system had 20M DAU.',
    'Roughly 190M DAU.',
    '2M users per arm.',
  ])('does not take "%s" for another number of users', (evaluate) => {
    expect(staleOf(ledgerOf(unaided({ clarify: 'We have 200M DAU.', evaluate })))).toEqual([]);
  });
});

describe('the scale table', () => {
  const scale = (users: string, peak: string) =>
    guided({
      clarify: {
        scale: [
          { quantity: 'daily users', value: users, unit: 'users', formula: '' },
          { quantity: 'peak requests', value: peak, unit: 'per second', formula: '200M × 5 ÷ 86,400 × 3' },
        ],
      },
    });

  it('checks a row against its own calculation', () => {
    expect(staleOf(ledgerOf(scale('200M', '34.7k')))).toEqual([]);
    const [stale] = staleOf(ledgerOf(scale('200M', '12k')));
    expect(stale).toEqual([
      '12k · per second',
      'does-not-follow',
      'The calculation comes to 34.7k, and 12k · per second stands for it.',
    ]);
  });

  it('marks what was derived when its input is changed', () => {
    const [stale] = staleOf(ledgerOf(scale('100M', '34.7k')));
    expect(stale).toEqual([
      '34.7k · per second',
      'does-not-follow',
      'The calculation starts from 200M, and there are 100M users daily.',
    ]);
  });

  it('reckons the days of an experiment', () => {
    const experiment = (days: string) =>
      guided({
        clarify: { scale: [{ quantity: 'daily users', value: '1M', unit: 'users' }] },
        evaluate: { experiment: [{ unit: 'user', split: '5 % / 5 %', n_per_arm: '700k', days }] },
      });
    expect(staleOf(ledgerOf(experiment('14')))).toEqual([]);
    expect(staleOf(ledgerOf(experiment('7')))).toEqual([
      ['7', 'does-not-follow', 'The sample needs at least 14 days at 1M daily users, and 7 days are planned.'],
    ]);
  });
});

describe('known formulas, in words and in tables', () => {
  const table = (users: string, each: string, unit: string) =>
    guided({
      clarify: {
        scale: [
          { quantity: 'DAU', value: users, unit: 'M users' },
          { quantity: each, value: '5', unit },
          { quantity: 'Average QPS', value: '11574', unit: 'QPS' },
          { quantity: 'Peak factor', value: '3', unit: 'x' },
          { quantity: 'Peak QPS', value: '34722', unit: 'QPS' },
        ],
      },
    });
  it.each([
    ['Requests per user per day', ''],
    ['Requests per user per day', 'requests/user/day'],
    ['Requests', 'per user per day'],
    ['Loads per user and day', 'loads'],
    ['Requests a day per user', ''],
  ])('follows a row "%s" in "%s"', (each, unit) => {
    expect(staleOf(ledgerOf(table('200', each, unit)))).toEqual([]);
    const [stale, ...more] = staleOf(ledgerOf(table('100', each, unit)));
    expect(stale?.[2]).toContain('comes to 5,787 requests a second, and here it is 11.6k');
    expect(more).toEqual([]);
  });

  it.each([
    'We have N DAU. Each user makes 5 requests a day, so 11.6k QPS on average and 35k QPS at peak, three times the average.',
    'We have N DAU with 5 requests per user per day, 11.6k QPS on average.',
    'N DAU, each opens the page 5 times a day. Average load: 11,574 QPS.',
    'DAU: N. Requests per user per day: 5. Average QPS: 11574.',
    'N daily users make 5 requests per day each. That is 11,574 requests per second on average.',
    'N DAU, 5 requests per user a day, or 1B requests a day on average.',
    'N daily users, 5 requests per user a day. The peak is 3x the average: 34.7k QPS.',
  ])('follows "%s"', (text) => {
    expect(staleOf(ledgerOf(unaided({ clarify: text.replace('N', '200M') })))).toEqual([]);
    const changed = staleOf(ledgerOf(unaided({ clarify: text.replace('N', '100M') })));
    expect(changed.map(([, kind]) => kind)).toEqual(['does-not-follow']);
  });

  it('follows vectors that are described in two sentences', () => {
    const text = (count: string) => `We index ${count} vectors. With 512-dim fp16 they take 102.4 GB.`;
    expect(staleOf(ledgerOf(unaided({ model: text('100M') })))).toEqual([]);
    expect(staleOf(ledgerOf(unaided({ model: text('1B') })))).toHaveLength(1);
  });

  it.each([
    'We have 200M DAU. Each user makes 5 requests a day. One region sees 3k QPS on average.',
    'We have 200M DAU in one country. Each user makes 5 requests a day. On average 50k QPS.',
    'We have 200M DAU. Each replica makes 5 requests a day to the registry. On average 50k QPS.',
    'We have 200M DAU. Each user makes 5 requests a day. In the EU that is 1.2k QPS on average.',
    'We have 200M DAU. Each user makes 5 requests a day. The ranker alone sees 40k QPS on average.',
    'We have 200M DAU. Each user comes 3 times a day. The average is 50k QPS.',
    'We have 200M DAU. Each user makes 5 requests a day. With two pages a request that is 23k QPS on average.',
    'We have 200M DAU. Each user makes 5 requests a day. Over 16 hours that is 17.4k QPS on average.',
    'We have 200M DAU. Each user makes 5 requests a day. 20 % are cached, so 9.3k QPS on average.',
    'The average is 10k QPS. With a peak factor of 3x and 1.2x for retries the peak is 36k QPS.',
    'We index 1B vectors of 512-dim fp16; with two replicas they take 2 TB.',
    'We index 1B vectors. With 512-dim fp16 it never fits in 64 GB.',
    'We index 1B vectors. With 512-dim fp16 a 64 GB machine holds a part.',
    'We index 1B vectors. A shard of 512-dim fp16 vectors has 10 GB each.',
  ])('does not mark "%s"', (clarify) => {
    expect(staleOf(ledgerOf(unaided({ clarify })))).toEqual([]);
  });

  it.each([
    ['There are N rows of 500 B, so the table takes 50 GB.', '100M', '300M'],
    ['N rows at 1 kB each are 100 GB.', '100M', '20M'],
    ['We log N rows a day of 500 B for 30 days, which makes 1.5 TB.', '100M', '200M'],
    ['N QPS with responses of 20 kB, that is 240 MB a second.', '12k', '30k'],
  ])('follows "%s", though nothing is written as a calculation', (text, fits, changed) => {
    expect(staleOf(ledgerOf(unaided({ data: text.replace('N', fits) })))).toEqual([]);
    const stale = staleOf(ledgerOf(unaided({ data: text.replace('N', changed) })));
    expect(stale.map(([, kind]) => kind)).toEqual(['does-not-follow']);
  });

  it.each([
    'There are 300M rows of 500 B, and the disk has 50 GB.',
    'There are 300M rows of 500 B, so the index takes 5 GB.',
    'There are 300M rows of 500 B; the hot set is 5 GB.',
    '300M rows of 500 B, compressed, are 50 GB.',
    'There are 300M rows of 500 B, so with 3 replicas 450 GB.',
    '300M rows of 500 B would be 50 GB.',
    'There are 300M rows of 500 B, 50 GB of which are read.',
    'There are 300M rows of 500 B, so a shard of 50 GB holds a third.',
    '12k QPS with 20 kB, so the cache takes 50 MB a second.',
  ])('takes "%s" for no product', (data) => {
    expect(staleOf(ledgerOf(unaided({ data })))).toEqual([]);
  });

  it('lists a number format with what it means', () => {
    const ledger = ledgerOf(unaided({ model: 'Vectors are 512-dim fp16; later bf16.' }));
    expect(ledger.entries.map(({ name, shown, value }) => [name, shown, value])).toEqual([
      ['vector dimensions', '512-dim', 512],
      ['bytes a number', 'fp16', 2],
    ]);
  });
});

const PIECES = [
  '200M DAU',
  '100 ms p99',
  '5 %',
  '× 5',
  '÷ 86,400',
  '= 11.6k QPS',
  '100M vectors',
  '128 dims',
  'fp32',
  '51.2 GB',
  '.',
  '\n',
  ' ',
  'not',
  '😀',
  '\u202e',
  '1e308',
  '·',
];
const someText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 40 })
  .map((parts) => parts.join(' '));

describe('ledgerOf, of anything', () => {
  it('quotes what stands there, and gives each entry an id of its own', () => {
    fc.assert(
      fc.property(someText, someText, (clarify, serve) => {
        const answers: Answers = unaided({ clarify, serve });
        const { entries } = ledgerOf(answers);
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        for (const { stated, reused, stale } of entries) {
          for (const quote of [stated.quote, ...reused.map((one) => one.quote), ...(stale?.quotes ?? [])]) {
            const answer = answers[quote.slot];
            expect(answer && quoteHolds(quote, passagesOf(quote.slot, answer))).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same whatever the order in which answers are handed over', () => {
    fc.assert(
      fc.property(someText, someText, (clarify, serve) => {
        expect(ledgerOf(unaided({ serve, clarify }))).toEqual(ledgerOf(unaided({ clarify, serve })));
      }),
    );
  });
});
