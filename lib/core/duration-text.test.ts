import { expect, test } from 'vitest';
import { clockText, shareText } from './duration-text';

test.each([
  [0, '0:00', '0 of 45 min'],
  [400, '0:00', 'under 1 of 45 min'],
  [59_700, '0:59', '1 of 45 min'],
  [425_000, '7:05', '7 of 45 min'],
  [61.5 * 60_000, '61:30', '62 of 45 min'],
])('%d ms', (milliseconds, clock, share) => {
  expect(clockText(milliseconds)).toBe(clock);
  expect(shareText(milliseconds, 45)).toBe(share);
});
