import { describe, expect, it } from 'vitest';
import { bandTable, gapSummary, gapWords, onlyBanded, signedGap } from './band-table';
import { DIMENSIONS } from './dimensions';

describe('the bands side by side', () => {
  const rows = bandTable(DIMENSIONS, { clarify: 3, model: 1 }, [{ clarify: 1, model: 1, serve: 4 }, { clarify: 4 }]);
  const row = (id: string) => rows.find(({ dimension }) => dimension.id === id);

  it('has every dimension in its order, coaches in theirs', () => {
    expect(rows.map(({ dimension }) => dimension)).toEqual(DIMENSIONS);
    expect(row('clarify')).toMatchObject({ own: 3, coaches: [1, 4], gaps: [2, -1] });
  });

  it('has no gap where one of the two said nothing', () => {
    expect(row('model')).toMatchObject({ own: 1, coaches: [1, null], gaps: [0, null] });
    expect(row('serve')).toMatchObject({ own: null, coaches: [4, null], gaps: [null, null] });
    expect(row('frame')).toMatchObject({ own: null, coaches: [null, null], gaps: [null, null] });
  });
});

describe('onlyBanded', () => {
  const names = ['Cleo', 'a packet', 'Dora'];

  it('leaves out the review that gave no band, in every row', () => {
    const table = bandTable(DIMENSIONS, { clarify: 3 }, [{ clarify: 1 }, {}, { model: 4 }]);
    const { rows, names: left, without } = onlyBanded(table, names);
    expect([left, without]).toEqual([['Cleo', 'Dora'], ['a packet']]);
    expect(rows[0]).toMatchObject({ own: 3, coaches: [1, null], gaps: [2, null] });
    expect(rows.every(({ coaches, gaps }) => coaches.length === 2 && gaps.length === 2)).toBe(true);
  });

  it('leaves all as they are where each gave one, and none where nobody did', () => {
    const all = bandTable(DIMENSIONS, {}, [{ clarify: 1 }, { frame: 2 }, { model: 4 }]);
    expect(onlyBanded(all, names)).toEqual({ rows: all, names, without: [] });
    expect(onlyBanded(bandTable(DIMENSIONS, {}, [{}, {}, {}]), names)).toMatchObject({ names: [], without: names });
  });
});

describe('a gap', () => {
  it.each([
    [2, '+2', 'you 2 higher'],
    [0, '0', 'the same'],
    [-1, '−1', 'you 1 lower'],
  ])('%s is %s, %s', (gap, figure, words) => {
    expect([signedGap(gap), gapWords(gap)]).toEqual([figure, words]);
  });
});

describe('the gaps of an attempt', () => {
  it.each([
    [[0, 1, 1, -1, null], '1 of 4 the same, 2 higher, 1 lower'],
    [[0, 0], '2 of 2 the same'],
    [[-1, 2], '1 of 2 higher, 1 lower'],
    [[null], null],
    [[], null],
  ])('%j are %s', (gaps, sentence) => {
    expect(gapSummary(gaps)).toBe(sentence);
  });
});
