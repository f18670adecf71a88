import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guided, unaided } from '@/tests/fixtures/answers-of';
import { followChanges, type MadeFrom, madeFrom } from './follow-changes';
import { ledgerOf } from './ledger';
import type { Answers } from './statements';

/** The marks after each of a row of answers, as a person types them one after the other. */
function marksAfter(...versions: readonly Answers[]): string[][] {
  let made: readonly MadeFrom[] = [];
  return versions.map((answers) => {
    const followed = followChanges(ledgerOf(answers), made);
    made = followed.made;
    return followed.ledger.entries.flatMap(({ shown, stale }) =>
      stale?.kind === 'changed' ? [`${shown}: ${stale.why}`] : [],
    );
  });
}
const last = (...versions: readonly Answers[]) => marksAfter(...versions).at(-1);

/** text with N for the source · what it is changed from · to · the figure that is marked */
const FOLLOWED: readonly (readonly [string, string, string, string])[] = [
  ['The index holds N vectors. A vector takes 1 kB, so 200 GB are needed.', '200M', '100M', '200 GB'],
  ['We log N impressions a day at 500 B a row. In 30 days that is 150 GB.', '10M', '20M', '150 GB'],
  ['The average is N QPS. A response has 20 kB, which is 240 MB a second.', '12k', '24k', '240 MB a second'],
  ['The peak is N QPS. One replica handles 500 QPS per replica, so 70 replicas.', '35k', '70k', '70 replicas'],
  ['The index takes N. Machines have 64 GB, so 16 machines.', '1,024 GB', '2,048 GB', '16 machines'],
  ['Vectors of N in fp16, each 1,024 B.', '512 dims', '256 dims', '1,024 B'],
  ['There are N rows. A sample of 10 % gives 3M rows.', '30M', '60M', '3M rows'],
  [
    'The load is N QPS on average. We score 500 candidates, which makes 5.8M candidates a second.',
    '11.6k',
    '20k',
    '5.8M candidates a second',
  ],
];

describe('followChanges', () => {
  it.each(FOLLOWED)('"%s" from %s to %s', (text, before, after, shown) => {
    const answers = (value: string) => unaided({ serve: text.replace('N', value) });
    expect(last(answers(before))).toEqual([]);
    const marks = last(answers(before), answers(after)) ?? [];
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatch(new RegExp(`^${shown}: Made from ${before}.*, which has changed to ${after}`));
  });

  it('follows from step to step, and through the table of scale', () => {
    const answers = (rows: string) =>
      guided({
        clarify: { scale: [{ quantity: 'rows', value: rows, unit: 'rows' }] },
        serve: { feature_path: 'A row has 500 B, so the table takes 50 GB.' },
      });
    expect(marksAfter(answers('100M'), answers('200M'), answers('100M'))).toEqual([
      [],
      ['50 GB: Made from 100M rows, which has changed to 200M rows.'],
      [],
    ]);
  });

  it('follows a figure into a calculation that still has its old value', () => {
    const answers = (videos: string) =>
      unaided({ clarify: `The catalogue holds ${videos} videos.`, model: '80M × 128 × 4 B = 41 GB in fp32.' });
    expect(last(answers('80M'), answers('90M'))).toEqual([
      '41 GB: Made from 80M videos, which has changed to 90M videos.',
    ]);
    expect(last(answers('80M'), answers('90M'), answers('80M'))).toEqual([]);
  });

  it('sees a change that is too small for a formula to object to', () => {
    const answers = (each: string) =>
      unaided({ clarify: `200M DAU, ${each} requests per user a day, 11.6k QPS on average.` });
    expect(last(answers('5'))).toEqual([]);
    expect(last(answers('5'), answers('4.5'))).toHaveLength(1);
  });

  const text = (rows: string, size = '50 GB') =>
    unaided({ data: `There are ${rows} rows of 500 B, so the table takes ${size}.` });
  it.each([
    ['the result is rewritten', [text('100M'), text('200M', '100 GB')]],
    ['the result is rewritten afterwards', [text('100M'), text('200M'), text('200M', '100 GB')]],
    ['the result is taken out', [text('100M'), unaided({ data: 'There are 200M rows of 500 B.' })]],
    ['the source is taken out', [text('100M'), unaided({ data: 'The table takes 50 GB.' })]],
    ['the source is written in another way', [text('100M'), text('0.1B')]],
    [
      'the source is said again elsewhere',
      [
        text('100M'),
        unaided({ data: 'There are 200M rows. Of these 100M rows of 500 B count, so the table takes 50 GB.' }),
      ],
    ],
    ['nothing was remembered', [text('200M')]],
  ])('marks nothing when %s', (_, versions) => {
    expect(last(...versions)).toEqual([]);
  });

  it('keeps its mark while other things are written, and through half of a number', () => {
    const more = unaided({
      data: 'There are 200M rows of 500 B, so the table takes 50 GB. Rows are kept for 90 days.',
    });
    const marks = marksAfter(text('100M'), text('2'), text('200M'), more);
    expect(marks.map(({ length }) => length)).toEqual([0, 0, 1, 1]);
  });

  it.each([
    ['two sources', 'There are 100M rows and 100M items. A record has 500 B. That is 50 GB.'],
    ['two products', 'There are 100M rows of 500 B and 50M events of 1,000 B. So 50 GB.'],
    ['another unit', 'There are 100M rows. Each takes 5 ms. The disk has 50 GB.'],
    ['a source that comes later', 'The disk has 50 GB. There are 100M rows of 500 B.'],
    ['a share from elsewhere', 'There are 100M rows. Drop at most 10 %.\n\nThe sample has 10M rows.'],
  ])('ties nothing where there are %s', (_, said) => {
    const ties = followChanges(ledgerOf(unaided({ data: said })), []).made;
    expect(ties).toEqual([]);
    expect(last(unaided({ data: said }), unaided({ data: said.replace('100M rows', '300M rows') }))).toEqual([]);
  });

  it('takes what it gives to remember through storage', () => {
    const { made } = followChanges(ledgerOf(text('100M')), []);
    const stored = JSON.parse(JSON.stringify(made)) as unknown[];
    expect(stored.map((one) => madeFrom.parse(one))).toEqual(made);
  });
});

const count = fc.integer({ min: 2, max: 9000 }).map((value) => value * 1e5);
const bytes = fc.integer({ min: 10, max: 2000 });

describe('followChanges, of any figures', () => {
  const page = (rows: number, size: number, total: number) =>
    unaided({ data: `There are ${rows / 1e6}M rows. A row has ${size} B. The table takes ${total} GB.` });
  const rounded = (value: number) => Number((value / 1e9).toPrecision(3));

  it('marks a product when one of its factors is changed, and never when it is not', () => {
    fc.assert(
      fc.property(count, bytes, count, (rows, size, other) => {
        const total = rounded(rows * size);
        fc.pre(rows !== other && Math.abs(rows - other) > 0.1 * rows && total * 1e9 > 2e6);
        const [first, same, changed] = marksAfter(
          page(rows, size, total),
          page(rows, size, total),
          page(other, size, total),
        );
        expect([first, same]).toEqual([[], []]);
        expect(changed).toHaveLength(1);
      }),
    );
  });

  it('ties no figures that do not fit', () => {
    fc.assert(
      fc.property(count, bytes, fc.double({ min: 1.1, max: 50, noNaN: true }), (rows, size, off) => {
        const { made } = followChanges(ledgerOf(page(rows, size, rounded(rows * size * off))), []);
        expect(made).toEqual([]);
      }),
    );
  });

  it('remembers what it did, and marks the same, when nothing changes', () => {
    const some = fc.array(
      fc.constantFrom(
        '200M DAU',
        '5 requests per user a day',
        '11.6k QPS',
        '100M rows',
        '500 B',
        '50 GB',
        '512 dims',
        'fp16',
        '3x',
        '10 %',
        '. ',
        '\n',
      ),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(some, (parts) => {
        const ledger = ledgerOf(unaided({ data: parts.join(' ') }));
        const once = followChanges(ledger, []);
        const twice = followChanges(ledger, once.made);
        expect(twice).toEqual(once);
        expect(once.ledger).toEqual(ledger);
      }),
      { numRuns: 300 },
    );
  });
});
