import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../passages';
import type { Quote } from '../quote';
import { findAnchor } from './anchor';

const passage = (path: string, text: string): Passage => ({ path, label: path, kind: 'text', text });
const quote = (path: string, start: number, text: string): Quote => ({
  slot: 'data',
  path,
  start,
  end: start + text.length,
  text,
});

describe('findAnchor', () => {
  it.each([
    [
      'exactly there',
      quote('text', 2, 'b'),
      [passage('text', 'a b b')],
      { kind: 'exact', path: 'text', start: 2, end: 3 },
    ],
    [
      'the nearest in the passage',
      quote('text', 9, 'b'),
      [passage('text', 'b a a a b')],
      { kind: 'moved', path: 'text', start: 8, end: 9 },
    ],
    [
      'another item of the field first',
      quote('scale.0', 0, 'x'),
      [passage('goal', 'x'), passage('scale.3', 'x')],
      { kind: 'moved', path: 'scale.3', start: 0, end: 1 },
    ],
    [
      'another field',
      quote('scale.0', 0, 'x'),
      [passage('goal', 'an x')],
      { kind: 'moved', path: 'goal', start: 3, end: 4 },
    ],
    [
      'spaced differently',
      quote('text', 0, 'a b\nc'),
      [passage('text', '> a\n b  c.')],
      { kind: 'moved', path: 'text', start: 2, end: 9 },
    ],
    ['not at all', quote('text', 0, 'gone'), [passage('text', 'here')], { kind: 'lost' }],
    ['nowhere', quote('text', 0, 'gone'), [], { kind: 'lost' }],
  ] as const)('finds the words %s', (_, words, passages, expected) => {
    expect(findAnchor(words, passages)).toEqual(expected);
  });

  it('finds words that were moved by an insertion before them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
        const anchor = findAnchor(quote('text', 0, words), [passage('text', before + words + after)]);
        if (anchor.kind === 'lost') throw new Error('lost');
        expect((before + words + after).slice(anchor.start, anchor.end)).toBe(words);
      }),
    );
  });

  it('takes a long text in its stride', () => {
    const text = 'word \n'.repeat(20_000);
    // Milliseconds; minutes if it were quadratic.
    expect(findAnchor(quote('text', 50_000, 'word word gone'), [passage('text', text)]).kind).toBe('lost');
  });
});
