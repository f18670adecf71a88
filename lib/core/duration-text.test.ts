import { expect, test } from 'vitest';
import { clockText, minutesText, shareText } from './duration-text';

test.each([
  [0, 'none', '0:00'],
  [400, 'under 1 min', '0:00'],
  [59_700, 'under 1 min', '0:59'],
  [60_000, '1 min', '1:00'],
  [425_000, '7 min', '7:05'],
  [61.5 * 60_000, '62 min', '61:30'],
])('%d ms', (milliseconds, minutes, clock) => {
  expect(minutesText(milliseconds)).toBe(minutes);
  expect(clockText(milliseconds)).toBe(clock);
});

test('shareText holds a time against its budget', () => {
  expect(shareText(0, 45)).toBe('0 of 45 min');
  expect(shareText(20_000, 45)).toBe('under 1 of 45 min');
  expect(shareText(31.2 * 60_000, 45)).toBe('31 of 45 min');
});
