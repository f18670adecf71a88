import { describe, expect, test } from 'vitest';
import { STEP_IDS } from '@/lib/core/steps';
import { pacingStrip, timePerSlot } from '@/lib/core/time-segments';
import { deadlines, planOf } from './pacing-data';

const MINUTE = 60_000;

function strip(spans: readonly (readonly [(typeof STEP_IDS)[number] | 'page', number])[]) {
  let at = Date.parse('2026-03-01T10:00:00Z');
  return pacingStrip(
    spans.map(([step, minutes]) => {
      const segment = { step, startedAt: new Date(at).toISOString(), activeMs: minutes * MINUTE };
      at += minutes * MINUTE;
      return segment;
    }),
  );
}

test('planOf puts the steps one after another, 42 minutes in all', () => {
  const plan = planOf(timePerSlot([], STEP_IDS));
  expect(plan.get('clarify')).toEqual({ start: 0, end: 5 });
  expect(plan.get('model')).toEqual({ start: 18, end: 28 });
  expect(plan.get('monitor')).toEqual({ start: 39, end: 42 });
});

describe('deadlines', () => {
  test('says what was reached in time, late and not at all', () => {
    const pieces = strip([
      ['clarify', 10],
      ['data', 13.5],
      ['model', 10],
      ['serve', 8.5],
    ]);
    expect(deadlines(pieces, 42 * MINUTE, true).map(({ name, result, late }) => [name, result, late])).toEqual([
      ['Model', 'late, at 23:30', true],
      ['Evaluate', 'not reached', true],
      ['Serve', 'in time, at 33:30', false],
      ['Summary', 'in time, work ended at 42:00', false],
    ]);
  });

  test('does not call unfinished work late before its time', () => {
    const pieces = strip([['clarify', 3]]);
    expect(deadlines(pieces, 3 * MINUTE, false).map(({ result, late }) => [result, late])).toEqual([
      ['not reached', false],
      ['not reached', false],
      ['not reached', false],
      ['so far at 3:00', false],
    ]);
  });

  test('a blank page has only the summary', () => {
    expect(deadlines(strip([['page', 44]]), 44 * MINUTE, true)).toEqual([
      { name: 'Summary', byMinute: 42, result: 'late, work ended at 44:00', late: true },
    ]);
  });
});
