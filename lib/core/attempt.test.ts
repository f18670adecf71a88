import { expect, it } from 'vitest';
import { answeredSteps, answerSlots, attemptMinutes, attemptName } from './attempt';

it.each([
  [{ mode: 'guided', onlyStep: null }, 'Guided, senior', 45, 7, 7],
  [{ mode: 'unaided', onlyStep: 'data' }, 'Unaided, senior, only Data and features', 9, 1, 1],
  [{ mode: 'blank', onlyStep: undefined }, 'Blank page, senior', 45, 1, 7],
] as const)('names and measures %j', (shape, name, minutes, slots, steps) => {
  expect(attemptName({ ...shape, level: 'senior' })).toBe(name);
  expect(attemptMinutes(shape)).toBe(minutes);
  expect([answerSlots(shape).length, answeredSteps(shape).length]).toEqual([slots, steps]);
});
