import { expect, it } from 'vitest';
import { fillPlaceholders, unknownPlaceholders } from './placeholders';

const values = { name: 'Ada', case: 'Visual search', step: 'Data and features', quote: 'split\n  at random' };

it.each([
  ['{name}, in {case}:', 'Ada, in Visual search:'],
  ['You say “{quote}” under {step}.', 'You say “split at random” under Data and features.'],
  ['{Name} {nmae} {} { name } {{name}}', '{Name} {nmae} {} { name } {Ada}'],
  ['$& $1 {name}', '$& $1 Ada'],
])('fills %j', (text, expected) => {
  expect(fillPlaceholders(text, values)).toBe(expected);
});

it('does not read what it has put in', () => {
  expect(fillPlaceholders('{name} {quote}', { ...values, name: '{quote}', quote: '{name} $&' })).toBe(
    '{quote} {name} $&',
  );
});

it('shortens a long quote between two characters', () => {
  const filled = fillPlaceholders('{quote}', { ...values, quote: '👩‍👩‍👧'.repeat(200) });
  expect(filled).toBe(`${'👩‍👩‍👧'.repeat(160)}…`);
});

it('names what it does not know', () => {
  expect(unknownPlaceholders('{name} {nmae} {Case} {nmae}')).toEqual(['nmae', 'Case']);
});
