import { describe, expect, it } from 'vitest';
import { comparedReviews } from './gap-pivot';
import { gapsOverTime } from './self-marks';

const review = (attemptId: string, coachName: string, day: number) => ({
  attemptId,
  caseSlug: 'visual-search',
  coachName,
  publishedAt: `2026-03-0${day}T10:00:00.000Z`,
});

describe('the points by review', () => {
  it('puts every dimension under the review it comes from, the earliest first', () => {
    const history = gapsOverTime([
      { ...review('b', 'Cleo', 2), own: { clarify: 4 }, coach: { clarify: 4, model: 1 } },
      { ...review('a', 'Cleo', 1), own: { clarify: 3, model: 2 }, coach: { clarify: 1, model: 3 } },
      { ...review('b', 'Dora', 3), own: { clarify: 4 }, coach: { clarify: 2 } },
    ]);
    const rows = comparedReviews(history);
    expect(rows.map(({ attemptId, coachName }) => [attemptId, coachName])).toEqual([
      ['a', 'Cleo'],
      ['b', 'Cleo'],
      ['b', 'Dora'],
    ]);
    expect(rows[0]?.gaps).toEqual({
      clarify: { dimension: 'clarify', own: 3, coach: 1, gap: 2 },
      model: { dimension: 'model', own: 2, coach: 3, gap: -1 },
    });
    expect(Object.keys(rows[1]?.gaps ?? {})).toEqual(['clarify']);
  });

  it('is empty without any', () => {
    expect(comparedReviews(gapsOverTime([]))).toEqual([]);
  });
});
