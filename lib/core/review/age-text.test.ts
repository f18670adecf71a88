import { describe, expect, it } from 'vitest';
import { ageText } from './age-text';

describe('ageText', () => {
  it.each([
    [-5000, 'under an hour'],
    [0, 'under an hour'],
    [3_599_999, 'under an hour'],
    [3_600_000, '1 hour'],
    [47 * 3_600_000, '47 hours'],
    [48 * 3_600_000, '2 days'],
    [40.9 * 24 * 3_600_000, '40 days'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(ageText(milliseconds)).toBe(text);
  });
});
