import { describe, expect, it } from 'vitest';
import { gappedRuns, wordSequence } from './gapped-overlap';
import { tokensOf } from './tokens';

const SOURCE =
  'The encoder turns each photo into a vector, a compressed index finds four hundred close vectors, and the true vectors decide the order of the list.';
const runs = (text: string, least: number) =>
  gappedRuns(tokensOf(text), [wordSequence('source', tokensOf(SOURCE))], () => least);
const worth = (text: string) => Math.max(0, ...runs(text, 0).map((run) => run.worth));

describe('text that follows a source with gaps', () => {
  const words = SOURCE.split(' ');
  const changed: readonly (readonly [string, string])[] = [
    ['as it is', SOURCE],
    ['a word put in after every four', words.map((word, i) => (i % 4 === 3 ? `${word} surely` : word)).join(' ')],
    ['every fifth word left out', words.filter((_, i) => i % 5 !== 4).join(' ')],
    ['every fifth word replaced', words.map((word, i) => (i % 5 === 4 ? 'thing' : word)).join(' ')],
  ];

  it.each(changed)('%s', (_, text) => {
    expect(runs(text, 4).length).toBeGreaterThan(0);
  });

  it.each([
    'A photo becomes a vector; I look up close ones in an index of compressed codes and sort the best by the full vectors.',
    'Four hundred candidates come from the index.',
    '',
  ])('not own words: %s', (text) => {
    expect(runs(text, 4)).toEqual([]);
  });

  it('is worth less when only the order of its words is kept', () => {
    expect(worth('encoder photo vector compressed index four hundred vectors order list')).toBeLessThan(
      0.6 * worth(SOURCE),
    );
  });

  it('is little worth for numbers', () => {
    const numbers = '10 20 30 40 50 60';
    const run = gappedRuns(tokensOf(numbers), [wordSequence(0, tokensOf(numbers))], () => 0).at(-1);
    expect(run?.worth).toBeLessThan(2);
  });
});
