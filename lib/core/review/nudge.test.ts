import { describe, expect, it } from 'vitest';
import { nudgeWaitMs } from './nudge';

const HOUR_MS = 3600 * 1000;
const now = new Date('2026-03-10T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);

describe('nudgeWaitMs', () => {
  it.each([
    ['at once', [], 0],
    ['a day after the last', [hoursAgo(24)], 0],
    ['not sooner', [hoursAgo(60), hoursAgo(23)], HOUR_MS],
    ['in whatever order they come', [hoursAgo(1), hoursAgo(60)], 23 * HOUR_MS],
    ['three times in all', [hoursAgo(900), hoursAgo(600), hoursAgo(300)], Number.POSITIVE_INFINITY],
    ['later when a clock was ahead', [hoursAgo(-1)], 25 * HOUR_MS],
  ])('lets one remind %s', (_, sentAt, waitMs) => {
    expect(nudgeWaitMs(sentAt, now)).toBe(waitMs);
  });
});
