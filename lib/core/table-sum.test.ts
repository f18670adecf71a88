import { describe, expect, it } from 'vitest';
import { latencyTarget } from './latency-slo';
import { compareWithTarget, sumColumn, unreadText } from './table-sum';

const budget = (...cells: string[]) =>
  sumColumn(
    cells.map((ms) => ({ stage: 'a', ms })),
    'ms',
  );
const clarify = (...p99: string[]) => ({ fields: { slo: p99.map((cell) => ({ surface: 'home', p99: cell })) } });

describe('sumColumn', () => {
  it.each([
    ['a unit that is typed', ['0.2 s', '15 ms', '1,5'], { total: 216.5, counted: 3, unread: 0 }],
    ['decimals', ['0.1', '0.2'], { total: 0.3, counted: 2, unread: 0 }],
    ['empty cells', ['', ' ', '25'], { total: 25, counted: 1, unread: 0 }],
    ['what is not one time', ['2-3', '1/2 ms', '-4', '10 m', '25'], { total: 25, counted: 1, unread: 4 }],
  ])('adds %s', (_, cells, expected) => expect(budget(...cells)).toEqual(expected));
});

describe('latencyTarget', () => {
  it.each([
    ['a unit', ['0.2 s'], 200],
    ['the first that is set', ['', '1.5s', '40'], 1500],
    ['none', ['', ' '], 'unset'],
    ['one that is no time', ['2-3 s', '40'], 'unread'],
  ])('reads %s', (_, cells, expected) => expect(latencyTarget(clarify(...cells))).toBe(expected));

  it('finds none in an answer without fields', () => {
    expect(latencyTarget({ fields: {} })).toBe('unset');
    expect(latencyTarget({ text: 'p99 200 ms' })).toBe('unset');
  });
});

describe('compareWithTarget', () => {
  it.each([
    ['fits', budget('0.15 s'), 200, { kind: 'fits', target: 200, slack: 50 }],
    ['is over', budget('0.25 s'), 200, { kind: 'over', target: 200, by: 50 }],
    ['is over even without what could not be read', budget('250', 'x'), 200, { kind: 'over', target: 200, by: 50 }],
    ['has a cell that could not be read', budget('25', '2-3'), 200, { kind: 'incomplete', target: 200 }],
    ['has no target', budget('25'), 'unset', { kind: 'no-target' }],
    ['has a target that could not be read', budget('25'), 'unread', { kind: 'unread-target' }],
  ] as const)('says when a budget %s', (_, sum, target, expected) =>
    expect(compareWithTarget(sum, target)).toEqual(expected),
  );
});

it('says how many cells were left out', () => {
  expect([0, 1, 3].map(unreadText)).toEqual(['', 'one cell has no number to add', '3 cells have no number to add']);
});
