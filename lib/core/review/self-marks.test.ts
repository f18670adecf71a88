import { describe, expect, it } from 'vitest';
import { bandGaps, gapsOverTime } from './self-marks';

describe('bandGaps', () => {
  it('is own minus coach’s, where both have a band', () => {
    expect(bandGaps({ model: 4, data: 2, serve: 1 }, { model: 2, data: 2, monitor: 3 })).toEqual([
      { dimension: 'data', own: 2, coach: 2, gap: 0 },
      { dimension: 'model', own: 4, coach: 2, gap: 2 },
    ]);
  });
});

describe('gapsOverTime', () => {
  const review = (publishedAt: string, own: number, coach: number) => ({
    attemptId: publishedAt,
    caseSlug: 'fixture',
    coachName: 'Cleo',
    publishedAt: `2026-0${publishedAt}-01T00:00:00.000Z`,
    own: { model: own as 1, data: 3 as const },
    coach: { model: coach as 1, data: 3 as const },
  });

  it('orders by time and measures the agreement', () => {
    const history = gapsOverTime([review('3', 3, 3), review('1', 4, 1), review('2', 3, 2)]);
    const model = history.dimensions.find(({ dimension }) => dimension === 'model');
    expect(model?.points.map(({ gap }) => gap)).toEqual([3, 1, 0]);
    expect(model).toMatchObject({ pairs: 3, exact: 1 / 3, withinOne: 2 / 3, meanGap: 4 / 3 });
    expect(history.overall).toMatchObject({ pairs: 6, exact: 4 / 6, withinOne: 5 / 6, meanGap: 4 / 6 });
    expect(history.dimensions.map(({ dimension }) => dimension)).toEqual(['data', 'model']);
  });

  it('is empty without reviews, or when nobody marked themselves', () => {
    expect(gapsOverTime([])).toEqual({ overall: null, dimensions: [] });
    expect(gapsOverTime([{ ...review('1', 1, 1), own: {} }])).toEqual({ overall: null, dimensions: [] });
  });
});
