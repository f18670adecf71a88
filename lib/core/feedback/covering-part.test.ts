import { expect, it } from 'vitest';
import { coveringParts } from './covering-part';

const rich = (text: string) => ({ html: text, text });
const part = (id: string, heading: string, text: string) => ({ id, heading, body: rich(text), notes: [] });
const expectation = (id: string, statement: string, counts: readonly string[] = []) => ({
  id,
  level: 'mid' as const,
  weight: 1 as const,
  statement: rich(statement),
  counts,
  doesNotCount: [],
});

it('leads to the part that shares the rare words, not to the longest', () => {
  const workedAnswer = [
    part(
      'logging',
      'Logging',
      'The model logs each page and each slot with its propensity, so that the model can be judged.',
    ),
    part('split', 'The split', 'Train on fourteen days, validate on the next.'),
    part('long', 'The model', 'The model and the page and the slot. '.repeat(60)),
  ];
  const expectations = [
    expectation('a', 'I log the propensity of each slot.'),
    expectation('b', 'I divide the rows chronologically.', ['Fourteen days to train, one to validate.']),
    expectation('c', 'Zebras.'),
  ];
  expect([...coveringParts({ workedAnswer, expectations })]).toEqual([
    ['a', 'logging'],
    ['b', 'split'],
  ]);
  expect(coveringParts({ workedAnswer: [], expectations }).size).toBe(0);
});
