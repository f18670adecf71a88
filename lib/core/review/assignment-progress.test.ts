import { describe, expect, it } from 'vitest';
import { furthest, NOT_BEGUN } from './assignment-progress';

const day = (n: number) => new Date(Date.UTC(2026, 2, n));
const started = { id: 'a', createdAt: day(1), submittedAt: null, request: null };
const submitted = { ...started, id: 'b', submittedAt: day(2) };
const shared = { ...submitted, id: 'c', request: { requestedAt: day(3), reviewedAt: null } };
const reviewed = { ...shared, id: 'd', request: { requestedAt: day(3), reviewedAt: day(4) } };

describe('furthest', () => {
  it.each([
    [[], 'none', null, null, null],
    [[started], 'started', 'a', null, day(1)],
    [[submitted, started], 'submitted', 'b', null, day(2)],
    [[submitted, shared, started], 'shared', 'c', 'c', day(3)],
    [[reviewed, shared], 'reviewed', 'd', 'd', day(4)],
    [[submitted, { ...submitted, id: 'later' }], 'submitted', 'later', null, day(2)],
  ])('of %j is %s', (attempts, state, mine, coach, at) => {
    const time = at?.toISOString() ?? null;
    expect(furthest(attempts, { forCoach: false })).toEqual({ state, attemptId: mine, at: time });
    expect(furthest(attempts, { forCoach: true })).toEqual({ state, attemptId: coach, at: time });
  });

  it('is nothing when nothing was begun', () => {
    expect(furthest([], { forCoach: true })).toEqual(NOT_BEGUN);
  });
});
