import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerSlot } from './attempt';
import { STEP_IDS } from './steps';
import { checkpoints, clampSegment, pacingStrip, timePerSlot, totalActiveMs } from './time-segments';

const start = Date.parse('2026-03-01T10:00:00.000Z');
/** `[step, minute of the day's clock at which it begins, minutes worked]` */
const segment = ([step, atMinute, minutes]: readonly [AnswerSlot, number, number]) => ({
  step,
  startedAt: new Date(start + atMinute * 60_000).toISOString(),
  activeMs: minutes * 60_000,
});

describe('timePerSlot', () => {
  it('adds up the segments of each step against its budget', () => {
    const times = timePerSlot(
      [segment(['clarify', 0, 3]), segment(['frame', 3, 5]), segment(['clarify', 8, 4])],
      STEP_IDS,
    );
    expect(times.slice(0, 3)).toEqual([
      { slot: 'clarify', activeMs: 7 * 60_000, budgetMs: 5 * 60_000 },
      { slot: 'frame', activeMs: 5 * 60_000, budgetMs: 4 * 60_000 },
      { slot: 'data', activeMs: 0, budgetMs: 9 * 60_000 },
    ]);
  });

  it('holds a blank page against the whole interview', () => {
    expect(timePerSlot([segment(['page', 0, 50])], ['page'])).toEqual([
      { slot: 'page', activeMs: 50 * 60_000, budgetMs: 45 * 60_000 },
    ]);
  });
});

describe('pacingStrip', () => {
  it('puts stretches in order, joins neighbours and leaves breaks out', () => {
    const night = 12 * 60;
    expect(
      pacingStrip([
        segment(['frame', night, 2]),
        segment(['clarify', 0, 3]),
        segment(['clarify', 10, 1]),
        segment(['data', 5, 0]),
        segment(['clarify', night + 5, 1]),
      ]),
    ).toEqual([
      { slot: 'clarify', startMinute: 0, endMinute: 4 },
      { slot: 'frame', startMinute: 4, endMinute: 6 },
      { slot: 'clarify', startMinute: 6, endMinute: 7 },
    ]);
  });

  it('is as long as the work and has no gap', () => {
    const any = fc.tuple(fc.constantFrom(...STEP_IDS), fc.nat(500), fc.nat(20)).map(segment);
    fc.assert(
      fc.property(fc.array(any), (segments) => {
        const pieces = pacingStrip(segments);
        expect((pieces.at(-1)?.endMinute ?? 0) * 60_000).toBeCloseTo(totalActiveMs(segments), 3);
        pieces.forEach((piece, i) => {
          expect(piece.startMinute).toBe(pieces[i - 1]?.endMinute ?? 0);
          expect(piece.slot).not.toBe(pieces[i - 1]?.slot);
        });
      }),
    );
  });
});

describe('checkpoints', () => {
  const verdicts = (...parts: (readonly [AnswerSlot, number, number])[]) =>
    checkpoints(pacingStrip(parts.map(segment))).map(({ step, verdict, reachedMinute }) => [
      step,
      verdict,
      reachedMinute,
    ]);

  it.each([
    [
      'in time',
      [
        ['clarify', 0, 15],
        ['model', 15, 10],
        ['evaluate', 25, 8],
        ['serve', 33, 5],
      ],
      'kept kept kept',
    ],
    [
      'on the minute',
      [
        ['clarify', 0, 20],
        ['model', 20, 10],
        ['evaluate', 30, 6],
        ['serve', 36, 5],
      ],
      'kept kept kept',
    ],
    [
      'late',
      [
        ['clarify', 0, 21],
        ['model', 21, 10],
        ['evaluate', 31, 8],
        ['serve', 39, 5],
      ],
      'missed missed missed',
    ],
    ['stuck in the first step', [['clarify', 0, 40]], 'missed missed missed'],
    ['stopped early', [['clarify', 0, 5]], 'open open open'],
    [
      'a step left out',
      [
        ['clarify', 0, 10],
        ['evaluate', 10, 25],
      ],
      'missed kept open',
    ],
    ['nothing', [], 'open open open'],
  ] as const)('judges a pace that is %s', (_, parts, expected) => {
    expect(
      verdicts(...parts)
        .map(([, verdict]) => verdict)
        .join(' '),
    ).toBe(expected);
  });

  it('does not take a glance for work', () => {
    expect(verdicts(['clarify', 0, 5], ['model', 5, 0.1], ['clarify', 6, 20], ['model', 30, 5])[0]).toEqual([
      'model',
      'missed',
      25.1,
    ]);
  });

  it('has nothing to say of a blank page', () => {
    expect(verdicts(['page', 0, 40])).toEqual([]);
  });
});

describe('clampSegment', () => {
  const at = (minute: number) => new Date(start + minute * 60_000);
  const minutes = (count: number) => count * 60_000;
  const bounds = { attemptStart: at(0), until: at(10) };
  it.each([
    ['an honest one', { startedAt: at(2), activeMs: minutes(3) }, null, at(2), 3],
    ['one that claims more than the clock allows', { startedAt: at(2), activeMs: minutes(30) }, null, at(2), 8],
    ['a clock that is behind', { startedAt: at(-60), activeMs: minutes(5) }, null, at(0), 5],
    ['a clock that is ahead', { startedAt: at(60), activeMs: minutes(5) }, null, at(10), 0],
    ['growth', { startedAt: at(2), activeMs: minutes(5) }, { startedAt: at(2), activeMs: minutes(3) }, at(2), 5],
    ['a late echo', { startedAt: at(2), activeMs: minutes(1) }, { startedAt: at(2), activeMs: minutes(3) }, at(2), 3],
    ['a moved start', { startedAt: at(0), activeMs: minutes(4) }, { startedAt: at(2), activeMs: minutes(3) }, at(2), 4],
  ])('takes %s', (_, reported, stored, startedAt, activeMinutes) => {
    expect(clampSegment(reported, bounds, stored)).toEqual({ startedAt, activeMs: minutes(activeMinutes) });
  });
});
