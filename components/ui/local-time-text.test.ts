import { expect, it } from 'vitest';
import { localTimeText, type TimeFormat } from './local-time-text';

const text = (iso: string, show: TimeFormat, language: string) =>
  // The space before PM is another one from release to release.
  localTimeText(iso, show, { language, timeZone: 'UTC' }).replace(/\s/gu, ' ');

it.each([
  ['en-US', '2026-03-01T18:05:00.000Z', 'clock', '6:05 PM'],
  ['en-US', '2026-03-01T08:05:00.000Z', 'clock', '8:05 AM'],
  ['en-US', '2026-03-01T18:05:00.000Z', 'minute', 'Mar 1, 6:05 PM'],
  ['en-US', '2026-03-01T18:05:09.000Z', 'second', 'Mar 1, 6:05:09 PM'],
  ['en-US', '2026-03-01T18:05:00.000Z', 'moment', 'Mar 1, 2026, 6:05 PM'],
  ['en-US', '2026-03-01T18:05:00.000Z', 'day', 'Mar 1, 2026'],
  ['en-GB', '2026-03-01T08:05:00.000Z', 'clock', '08:05'],
  ['de', '2026-03-01T18:05:00.000Z', 'clock', '18:05'],
] as const)('in %s %s is, as %s, %s', (language, iso, show, expected) => {
  expect(text(iso, show, language)).toBe(expected);
});

it('is on the clock of the reader', () => {
  const at = '2026-03-01T18:05:00.000Z';
  expect(localTimeText(at, 'clock', { language: 'de', timeZone: 'Asia/Kathmandu' })).toBe('23:50');
});
