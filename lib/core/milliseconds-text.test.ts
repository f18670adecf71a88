import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMilliseconds } from './milliseconds-text';

describe('parseMilliseconds', () => {
  it.each([
    ['25', 25],
    ['0', 0],
    ['40 ms', 40],
    ['40ms', 40],
    ['40 MS', 40],
    ['40 milliseconds', 40],
    ['0.2 s', 200],
    ['1.5s', 1500],
    ['2 sec.', 2000],
    ['.5 s', 500],
    ['300 µs', 0.3],
    ['300us', 0.3],
    ['1 min', 60_000],
    ['1,5', 1.5],
    ['1,5 ms', 1.5],
    ['0,2 s', 200],
    ['0,250 s', 250],
    ['1234,567', 1234.567],
    ['1,500', 1500],
    ['1,500 ms', 1500],
    ['1,500,000', 1_500_000],
    ['1,500.5', 1500.5],
    ['1 500', 1500],
    ['2k', 2000],
    ['1e3', 1000],
    ['~35', 35],
    ['≤ 200 ms', 200],
    ['< 200 ms', 200],
    ['p99: 200 ms', 200],
    ['p99.9 < 0.2 s', 200],
    ['200 ms.', 200],
    ['twenty ms', 20],
    ['2010', 2010],
    ['2020.', 2020],
    ['429s', 429_000],
    ['2k ms', 2000],
    [' 25 \n', 25],
  ])('reads %j', (text, expected) => expect(parseMilliseconds(text)).toBe(expected));

  it.each([
    '',
    'fast',
    'ms',
    '2-3',
    '2–3 ms',
    '2 to 3',
    '1/2 ms',
    '½ ms',
    '-4',
    '−4 ms',
    '10 m',
    '10m',
    '10 M',
    '10 million m',
    '1,5,0',
    '1.500,5',
    '1.5.2',
    '12 34',
    '10+5',
    '2 × 25 ms',
    '25 ms each way',
    '25 requests',
    '25 GB',
    '25 %',
    '25 per s',
    '25 ms / 2',
    '> 200 ms',
    'p99 200 / p50 20',
    '10:30',
    '25\n30',
    '1e400',
    '1e-3',
    'constructor',
    '25 constructor',
    'NaN',
    'Infinity',
    `${'9'.repeat(100_000)}`,
    '🎬 25',
    '٢٥',
  ])('reads %j not at all, rather than a part of it', (text) => expect(parseMilliseconds(text)).toBeNull());

  const tenths = fc.integer({ min: 0, max: 9_999_999 }).map((number) => number / 10);
  const UNITS: readonly [string, number][] = [
    ['', 1],
    [' ms', 1],
    ['ms', 1],
    [' s', 1000],
    ['s', 1000],
    [' µs', 1e-3],
    [' min', 60_000],
  ];

  it('means the same with a decimal comma and with thousands parted, in every unit', () => {
    fc.assert(
      fc.property(tenths, fc.constantFrom(...UNITS), (value, [unit, factor]) => {
        const expected = Number((value * factor).toPrecision(12));
        const plain = String(value);
        expect(parseMilliseconds(`${plain}${unit}`)).toBe(expected);
        expect(parseMilliseconds(`${value.toLocaleString('en-US')}${unit}`)).toBe(expected);
        if (plain.includes('.')) expect(parseMilliseconds(`${plain.replace('.', ',')}${unit}`)).toBe(expected);
      }),
    );
  });

  it('never reads a part: what is written behind a time that is none of its unit leaves nothing', () => {
    fc.assert(
      fc.property(tenths, fc.constantFrom(...UNITS), fc.string({ minLength: 1 }), (value, [unit], more) => {
        const read = parseMilliseconds(`${value} ms ${unit}; ${more}x`);
        expect(read).toBeNull();
      }),
    );
  });

  it('gives a time of 0 or more, or none, for any text', () => {
    const pieces = fc.array(
      fc.constantFrom('1', '25', ',', '.', '-', '/', ' ', 's', 'ms', 'm', 'k', 'e', '~', 'p99', '\n'),
      {
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          pieces.map((all) => all.join('')),
        ),
        (text) => {
          const read = parseMilliseconds(text);
          if (read !== null) expect(Number.isFinite(read) && read >= 0).toBe(true);
        },
      ),
    );
  });
});
