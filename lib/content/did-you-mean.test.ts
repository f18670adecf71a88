import { describe, expect, it } from 'vitest';
import { closestWord, oneOf, suggest } from './did-you-mean';

describe('closestWord', () => {
  it.each([
    ['Expectation', ['Worked answer', 'Expectations', 'Trade-offs'], 'Expectations'],
    ['Tradeoffs', ['Trade-offs', 'Gotchas'], 'Trade-offs'],
    ['trade offs', ['Trade-offs', 'Gotchas'], 'Trade-offs'],
    ['senoir', ['mid', 'senior', 'staff'], 'senior'],
    ['cold start', ['cold-start', 'cost'], 'cold-start'],
    ['eval', ['clarify', 'evaluate'], 'evaluate'],
    ['Summary', ['Worked answer', 'Gotchas'], null],
    ['', ['mid'], null],
    ['x', ['y'], null],
  ])('of %j is found', (word, known, expected) => {
    expect(closestWord(word, known)).toBe(expected);
  });
});

it('falls back on the whole choice', () => {
  expect(suggest('expert', ['mid', 'senior', 'staff'])).toBe('Write mid, senior or staff.');
  expect(oneOf(['mid'])).toBe('mid');
});
