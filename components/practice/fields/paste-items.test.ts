import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedText, pasteItems } from './paste-items';

const isEmpty = (item: string) => item.trim() === '';
const paste = (rows: string[], index: number, lines: string[], before = '', after = '', max = 4) =>
  pasteItems(rows, index, { before, lines, after }, max, isEmpty, (text) => text);

describe('pasteItems', () => {
  it.each([
    ['into an empty list', paste([''], 0, ['a', 'b']), { rows: ['a', 'b'], last: 1, together: 1 }],
    ['behind an item', paste(['x', ''], 1, ['a', 'b']), { rows: ['x', 'a', 'b'], last: 2, together: 1 }],
    [
      'into the middle of an item',
      paste(['xy', 'z', ''], 0, ['a', 'b'], 'x', 'y'),
      { rows: ['xa', 'by', 'z'], last: 1, together: 1 },
    ],
    [
      'beyond the limit',
      paste(['x', ''], 1, ['a', 'b', 'c', 'd', 'e']),
      { rows: ['x', 'a', 'b', 'c\nd\ne'], last: 3, together: 3 },
    ],
    [
      'into a full list',
      paste(['w', 'x', 'y', 'z'], 1, ['a', 'b'], 'x'),
      { rows: ['w', 'xa\nb', 'y', 'z'], last: 1, together: 2 },
    ],
  ])('makes items of lines %s', (_, result, expected) => expect(result).toEqual(expected));

  it('keeps every line in its order, and the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '🎬'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.array(word, { minLength: 2, maxLength: 20 }),
        fc.constantFrom(8, 12),
        (rows, place, lines, max) => {
          const index = Math.min(place, rows.length - 1);
          const result = pasteItems(rows, index, { before: '', lines, after: '' }, max, isEmpty, (text) => text);
          expect(result.rows.length).toBeLessThanOrEqual(max);
          const expected = [...rows.slice(0, index), ...lines, ...rows.slice(index + 1)];
          expect(result.rows.join('\n')).toBe(expected.join('\n'));
        },
      ),
    );
  });
});

it('says what a paste did', () => {
  expect(pastedText(3, 3, 1, 8)).toBe('3 lines are pasted as 3 items.');
  expect(pastedText(10, 8, 3, 8)).toBe('8 items is the limit: the last 3 of the 10 lines are in one item.');
});
