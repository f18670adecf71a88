import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Passage } from './passages';
import { quoteHolds, quoteSchema } from './quote';
import { moveByWord, quoteBetween, sentencesOf, wordFinder } from './quote-span';

const passage = (text: string): Passage => ({ path: 'text', label: 'Answer', kind: 'text', text });

describe('quoteBetween', () => {
  test.each([
    ['the words between two places', 'Peak is 35k a second.', 8, 11, { start: 8, end: 11, text: '35k' }],
    ['the same when selected backwards', 'Peak is 35k a second.', 11, 8, { start: 8, end: 11, text: '35k' }],
    ['without the space around', 'Peak is 35k a second.', 7, 12, { start: 8, end: 11, text: '35k' }],
    ['nothing beyond the text', 'short', -4, 900, { start: 0, end: 5, text: 'short' }],
  ])('takes %s', (_name, text, from, to, expected) => {
    expect(quoteBetween('model', passage(text), from, to)).toEqual({ slot: 'model', path: 'text', ...expected });
  });

  test('is null for nothing but space', () => {
    expect(quoteBetween('model', passage('a   b'), 1, 4)).toBeNull();
    expect(quoteBetween('model', passage('a'), 1, 1)).toBeNull();
  });

  test('always gives a quote that holds and may be sent', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }), (text, from, to) => {
        const quote = quoteBetween('data', passage(text), from, to);
        if (quote === null) return;
        expect(quoteHolds(quote, [passage(text)])).toBe(true);
        expect(quoteSchema.safeParse(quote).success).toBe(true);
      }),
    );
  });

  test('cuts what would be too long to send', () => {
    const quote = quoteBetween('data', passage('x'.repeat(50_000)), 0, 50_000);
    expect(quoteSchema.safeParse(quote).success).toBe(true);
  });
});

test('sentencesOf finds sentences and lines', () => {
  const text = 'We rank by value. Peak is 34.7k a second!\n- a bullet without an end\n\n- another';
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'We rank by value.',
    'Peak is 34.7k a second!',
    '- a bullet without an end',
    '- another',
  ]);
});

describe('wordFinder', () => {
  const found = (words: string, text: string) => {
    const span = wordFinder(words)(text);
    return span && text.slice(span.start, span.end);
  };

  test('finds words in any case, at their own place', () => {
    expect(found('at random', 'İİİ we split at random. So')).toBe('at random');
    expect(found('AT RANDOM', 'We split At Random.')).toBe('At Random');
    expect(found('İ we', 'İİİ we split')).toBe('İ we');
    expect(found('by time', 'at random')).toBeNull();
  });

  test('takes the signs of patterns as they are', () => {
    for (const text of ['a.b*c', '(x|y)', '[0-9]{2}', '\\d+?', '^$', 'https://a/b']) {
      expect(found(text, `before ${text} after`)).toBe(text);
    }
    expect(found('.', 'no stop')).toBeNull();
  });

  test('finds every piece of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, words) => {
        const span = wordFinder(words)(before + words);
        expect(span && span.end - span.start).toBe(words.length);
      }),
    );
  });
});

describe('moveByWord', () => {
  const text = 'one two three four';
  const span = { start: 4, end: 13 };
  const read = (move: Parameters<typeof moveByWord>[2], from = span) => {
    const moved = moveByWord(text, from, move);
    return text.slice(moved.start, moved.end);
  };

  test('moves either edge by a word', () => {
    expect(read('start-earlier')).toBe('one two three');
    expect(read('start-later')).toBe('three');
    expect(read('end-earlier')).toBe('two');
    expect(read('end-later')).toBe('two three four');
  });

  test('stays where there is nothing more to take or to give', () => {
    const single = { start: 4, end: 7 };
    expect(read('start-later', single)).toBe('two');
    expect(read('end-earlier', single)).toBe('two');
    expect(read('start-earlier', { start: 0, end: 3 })).toBe('one');
    expect(read('end-later', { start: 14, end: 18 })).toBe('four');
  });
});
