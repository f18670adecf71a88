import { describe, expect, it } from 'vitest';
import type { AttemptDetail } from './api-types';
import { ANSWER_SLOTS, answerSlots } from './attempt';
import { caseState, countAnswered, hasSlot, nextHint, stepPassages } from './attempt-state';
import { compareAttempts } from './compare-attempts';
import { STEP_IDS, type StepId } from './steps';

const savedAt = '2026-03-01T10:00:00.000Z';
const state = (answer: NonNullable<AttemptDetail['answers']['page']>['answer']) => ({ revision: 1, savedAt, answer });
const page = (text: string, ...tags: [number, number, StepId][]) => ({
  mode: 'blank' as const,
  answers: { page: state({ text, tags: tags.map(([start, end, step]) => ({ start, end, step })) }) },
});

describe('caseState', () => {
  it.each([
    ['a', 'a', 'same'],
    ['a', 'b', 'changed'],
    ['a', null, 'missing'],
  ])('tells %s from %s', (before, now, expected) => {
    expect(caseState(before, now)).toBe(expected);
  });
});

describe('countAnswered', () => {
  it('does not count what holds only space', () => {
    expect(
      countAnswered([
        { slot: 'clarify', answer: { fields: { business_goal: 'watch time' } } },
        { slot: 'frame', answer: { fields: { ml_objective: '  ' } } },
        { slot: 'page', answer: { text: '', tags: [] } },
      ]),
    ).toBe(1);
  });
});

describe('stepPassages', () => {
  it('reads tagged spans of a blank page in the order of the text', () => {
    const attempt = page('rank videos. log clicks. rank again.', [25, 36, 'frame'], [0, 12, 'frame'], [13, 24, 'data']);
    expect(stepPassages(attempt, 'frame').map((passage) => passage.text)).toEqual(['rank videos.', 'rank again.']);
    expect(stepPassages(attempt, 'data').map((passage) => passage.text)).toEqual(['log clicks.']);
    expect(stepPassages(attempt, 'model')).toEqual([]);
  });

  it('reads nothing where nothing is saved', () => {
    expect(stepPassages({ mode: 'blank', answers: {} }, 'data')).toEqual([]);
    expect(stepPassages({ mode: 'guided', answers: {} }, 'data')).toEqual([]);
  });
});

describe('nextHint', () => {
  const taken = (step: StepId, number: number) => ({ step, number, takenAt: savedAt });
  it.each([
    [[], 1],
    [[taken('data', 1), taken('model', 1)], 2],
    [[taken('data', 1), taken('data', 2), taken('data', 3)], null],
  ])('after %j comes %j', (hints, expected) => {
    expect(nextHint(hints, 'data', 3)).toBe(expected);
  });
});

describe('answerSlots', () => {
  it.each([
    [{ mode: 'guided' }, STEP_IDS],
    [{ mode: 'unaided', onlyStep: null }, STEP_IDS],
    [{ mode: 'unaided', onlyStep: 'data' }, ['data']],
    [{ mode: 'guided', onlyStep: 'monitor' }, ['monitor']],
    [{ mode: 'blank' }, ['page']],
    // Cannot be started; should a row say so, the page is still there.
    [{ mode: 'blank', onlyStep: 'data' }, ['page']],
  ] as const)('of %j are %j', (shape, slots) => {
    expect(answerSlots(shape)).toEqual(slots);
    for (const slot of ANSWER_SLOTS) expect(hasSlot(shape, slot)).toBe((slots as readonly string[]).includes(slot));
  });
});

describe('compareAttempts', () => {
  const guided = (goal: string) => ({
    mode: 'guided' as const,
    answers: { clarify: state({ fields: { business_goal: goal } }) },
  });

  it('compares attempts of one mode slot by slot', () => {
    const comparison = compareAttempts(guided('clicks'), guided('watch time'));
    expect(comparison.map(({ slot }) => slot)).toEqual([...STEP_IDS]);
    expect(comparison.filter(({ isSame }) => !isSame).map(({ slot }) => slot)).toEqual(['clarify']);
  });

  it('compares only what both attempts are about', () => {
    const data = { ...guided('clicks'), onlyStep: 'data' as const };
    expect(compareAttempts(guided('clicks'), data).map(({ slot }) => slot)).toEqual(['data']);
    expect(compareAttempts(data, page('clicks')).map(({ slot }) => slot)).toEqual(['data']);
    expect(compareAttempts(data, { ...guided('clicks'), onlyStep: 'model' })).toEqual([]);
  });

  it('compares attempts of different modes step by step, as text', () => {
    const comparison = compareAttempts(guided('watch time'), page('watch time', [0, 10, 'clarify']));
    expect(comparison.every(({ isSame }) => isSame)).toBe(true);
    const [clarify] = compareAttempts(page('clicks', [0, 6, 'clarify']), guided('watch time'));
    expect(clarify?.changes.map(({ kind }) => kind)).toEqual(['changed']);
  });
});
