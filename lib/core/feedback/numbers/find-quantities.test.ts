import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities, quantitiesIn } from './find-quantities';
import { Tokens } from './tokens';

const GB = 1e9;
const DAY = 86_400;

/** text · what is quoted · value in the base unit · unit */
const FOUND: readonly (readonly [string, string, number, string])[] = [
  ['We have 200M DAU today', '200M DAU', 200e6, 'users'],
  ['DAU: 200M', '200M', 200e6, 'users'],
  ['p99 120 ms', '120 ms', 0.12, 'seconds'],
  ['512-dim vectors', '512-dim', 512, 'dimensions'],
  ['a 256d encoder', '256d', 256, 'dimensions'],
  ['kept for 30d', '30d', 30 * DAY, 'seconds'],
  ['stored as fp16', 'fp16', 2, 'bytesPerNumber'],
  ['1.2k QPS', '1.2k QPS', 1200, 'requestsPerSecond'],
  ['QPS is about 35k', '35k', 35_000, 'requestsPerSecond'],
  ['a rate of 5 %', '5 %', 0.05, 'ratio'],
  ['0.1% positives', '0.1%', 0.001, 'ratio'],
  ['five per cent of it', 'five per cent', 0.05, 'ratio'],
  ['15 bps of spend', '15 bps', 0.0015, 'ratio'],
  ['in 30 days', '30 days', 30 * DAY, 'seconds'],
  ['for two weeks', 'two weeks', 14 * DAY, 'seconds'],
  ['a 28-day retention', '28-day', 28 * DAY, 'seconds'],
  ['10 TB of rows', '10 TB', 1e13, 'bytes'],
  ['it takes 64 GiB', '64 GiB', 64 * 2 ** 30, 'bytes'],
  ['rows of 500 B', '500 B', 500, 'bytes'],
  ['2.4 B users', '2.4 B users', 2.4 * GB, 'users'],
  ['200m users', '200m users', 200e6, 'users'],
  ['$0.50 per 1,000', '$0.50 per 1,000', 0.5, 'money'],
  ['\\$2,880 a day', '$2,880 a day', 2880, 'money'],
  ['20 million dollars', '20 million dollars', 20e6, 'money'],
  ['under 200ms', '200ms', 0.2, 'seconds'],
  ['1,000,000 users', '1,000,000 users', 1e6, 'users'],
  ['1 000 000 users', '1 000 000 users', 1e6, 'users'],
  ['1_000_000 rows', '1_000_000 rows', 1e6, 'items'],
  ['1e6 rows', '1e6 rows', 1e6, 'items'],
  ['2^27 rows', '2^27 rows', 2 ** 27, 'items'],
  ['5B requests a day', '5B requests a day', (5 * GB) / DAY, 'requestsPerSecond'],
  ['30M searches/day', '30M searches/day', 30e6 / DAY, 'requestsPerSecond'],
  ['150k scores/s', '150k scores/s', 150_000, 'itemsPerSecond'],
  [
    '10B viewable sponsored impressions a day',
    '10B viewable sponsored impressions a day',
    (10 * GB) / DAY,
    'itemsPerSecond',
  ],
  ['4.7 GB a second', '4.7 GB a second', 4.7 * GB, 'bytesPerSecond'],
  ['Thirty milliseconds', 'Thirty milliseconds', 0.03, 'seconds'],
  ['Ten billion impressions', 'Ten billion impressions', 10 * GB, 'items'],
  ['half a million videos', 'half a million videos', 500_000, 'items'],
  ['One impression in a hundred', 'One impression in a hundred', 0.01, 'ratio'],
  ['8 in 10,000 impressions', '8 in 10,000 impressions', 0.0008, 'ratio'],
  ['20 machines', '20 machines', 20, 'instances'],
  ['32-core machines', '32-core', 32, 'instances'],
  ['a 3x peak', '3x', 3, 'factor'],
  ['427 GPU-hours', '427', 427, 'count'],
  ['100M known-item photos', '100M known-item photos', 100e6, 'items'],
  ['a drop of −1 %', '−1 %', -0.01, 'ratio'],
  ['about 3,5 GB of it', '3,5 GB', 3.5e9, 'bytes'],
  ['in 1,5 s', '1,5 s', 1.5, 'seconds'],
  ['0,1 % positives', '0,1 %', 0.001, 'ratio'],
  ['2,25M users', '2,25M users', 2.25e6, 'users'],
  ['12,5 million rows', '12,5 million rows', 12.5e6, 'items'],
  ['recall of 0,95', '0,95', 0.95, 'count'],
  ['€3,50 a day', '€3,50 a day', 3.5, 'money'],
  ['1,500 GB of it', '1,500 GB', 1.5e12, 'bytes'],
  ['10 GPUs', '10 GPUs', 10, 'instances'],
  ['in 2000 ms', '2000 ms', 2, 'seconds'],
  ['2048 rows', '2048 rows', 2048, 'items'],
  ['the top 10 % of items', '10 %', 0.1, 'ratio'],
  ['the top 500 candidates', '500 candidates', 500, 'items'],
  ['rows of 1990 B', '1990 B', 1990, 'bytes'],
  ['three times the average', 'three times', 3, 'factor'],
  ['5 times a day', '5 times a day', 5 / DAY, 'itemsPerSecond'],
  ['5 requests per user a day', '5 requests per user a day', 5 / DAY, 'requestsPerSecond'],
  ['5 requests/user/day', '5 requests/user/day', 5 / DAY, 'requestsPerSecond'],
  ['5 loads a day per member', '5 loads a day per member', 5 / DAY, 'requestsPerSecond'],
  ['Requests per user per day: 5', '5', 5 / DAY, 'requestsPerSecond'],
];

it('lists the width and the number format of a vector', () => {
  expect(findQuantities('512-dim fp16').map(({ text, value, unit }) => [text, value, unit])).toEqual([
    ['512-dim', 512, 'dimensions'],
    ['fp16', 2, 'bytesPerNumber'],
  ]);
});

it('takes a comma between two numbers of a list for no decimal', () => {
  expect(findQuantities('1,2,3 GB').map(({ value }) => value)).toEqual([1, 2, 3e9]);
  expect(findQuantities('3,5 and 7').map(({ value }) => value)).toEqual([3, 5, 7]);
  expect(findQuantities('3, 5 GB').map(({ value }) => value)).toEqual([3, 5e9]);
});

describe('findQuantities', () => {
  it.each(FOUND)('%s', (text, quoted, value, unit) => {
    const [first] = findQuantities(text);
    expect(first?.text).toBe(quoted);
    expect(first?.unit).toBe(unit);
    expect(first?.value).toBeCloseTo(value, 9);
  });

  it.each([
    'GPT-4 and ViT-B/16',
    'NDCG@20 and R@1000',
    'D28 on p99',
    'at 10:30',
    'on 2026-03-01',
    'v2.3.1',
    'v1.2',
    'version 2',
    'ISO 8601',
    'ISO/IEC 27001',
    'RFC 7231',
    'HTTP 429',
    'we return 429s',
    'error 500',
    'UTF 8',
    'top-10',
    'the top 10',
    'the top 20 videos',
    'since 2019',
    'in 2019 users wrote more',
    'from 2021 to 2023',
    'the 2024 campaign',
    'the 3rd stage',
    'one of them, a few, a second look',
    'in 5m',
    'x_1 and a_{20}',
    'two of one kind',
  ])('finds nothing in "%s"', (text) => {
    expect(findQuantities(text)).toEqual([]);
  });

  it.each([
    ['100-200 ms', 0.1, 0.2],
    ['100 to 200 ms', 0.1, 0.2],
    ['0.98–1.02', 0.98, 1.02],
    ['1-2M users', 1e6, 2e6],
  ])('reads the range %s', (text, low, high) => {
    expect(findQuantities(text)).toMatchObject([{ value: low, high, text }]);
  });

  it.each([
    ['p99 of 200 ms for the page', ['p99']],
    ['30 ms at the 99th percentile', ['p99']],
    ['p99.9 of 3 s', ['p999']],
    ['peak 12k QPS', ['peak']],
    ['58k QPS on average', ['average']],
    ['at most 200 ms', ['atMost']],
    ['≤ 200 ms', ['atMost']],
    ['no more than 2 GB', ['atMost']],
    ['≥ 5 %', ['atLeast']],
    ['~200 ms', ['about']],
    ['250 million daily members', ['daily']],
    ['each handles 500 QPS per replica', ['perInstance']],
    ['2.5M users per arm', ['perArm']],
    ['p99 latency and 3 replicas', []],
    ['200 ms, p99 of the call', []],
  ])('knows what is said of it: %s', (text, qualifiers) => {
    expect(findQuantities(text)[0]?.qualifiers).toEqual(qualifiers);
  });

  it('names what the number is about, nearest first', () => {
    expect(findQuantities('The catalogue holds 100 million eligible videos.')[0]?.subject).toEqual([
      'eligible',
      'video',
      'hold',
      'catalogue',
    ]);
  });
});

const PIECES = [
  '1',
  '000',
  ',',
  '.',
  ' ',
  '\n',
  'k',
  'M',
  'B',
  'ms',
  'QPS',
  '-',
  '–',
  '/',
  'per',
  ' a ',
  'day',
  '%',
  '$',
  '×',
  '^',
  'e',
  'to',
  'in',
  'half',
  'million',
  'p99',
  'fp16',
  'users',
  '😀',
  '\u202e',
  'é',
  '(',
  ')',
  '·',
  '=',
];
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(' ')),
);

describe('findQuantities, of any text', () => {
  it('gives offsets that slice to what is quoted, in order, finite and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const one of findQuantities(text)) {
          expect(text.slice(one.start, one.end)).toBe(one.text);
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          expect(Number.isFinite(one.value) && Number.isFinite(one.high)).toBe(true);
          end = one.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what stands on a line of its own alike wherever the line stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FOUND), anyText, ([line], before) => {
        const alone = findQuantities(line);
        const there = findQuantities(`${before}\n${line}`).filter((one) => one.start > before.length);
        expect(there.map(({ text, value, unit }) => ({ text, value, unit }))).toEqual(
          alone.map(({ text, value, unit }) => ({ text, value, unit })),
        );
      }),
    );
  });

  const LONG = 100_000;
  it.each([
    '1',
    '1,000,',
    '1 000 ',
    '.',
    '^1',
    '-1',
    'a ',
    'half a ',
    '1 in ',
    '5 adjective ',
    '200M × ',
    '$1',
    '1e',
    'p99 ',
    '\n',
    '1-',
    '😀',
  ])('looks at 100 kB of "%s" a bounded number of times for each token', (piece) => {
    const tokens = new Tokens(piece.repeat(LONG / piece.length));
    quantitiesIn(tokens);
    expect(tokens.reads).toBeLessThan(400 * tokens.length + 1000);
  });

  it('needs twice the reads for twice the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reads = (times: number) => {
          const tokens = new Tokens(`${text}\n`.repeat(times));
          quantitiesIn(tokens);
          return tokens.reads;
        };
        expect(reads(20)).toBeLessThanOrEqual(2 * reads(10) + 400);
      }),
    );
  });
});
