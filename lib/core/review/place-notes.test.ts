import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNotes } from './place-notes';

const note = (top: number, height: number) => ({ top, height });

describe('placeNotes', () => {
  it.each([
    ['each where it wants to be', [note(0, 20), note(100, 20)], -1, [0, 100]],
    ['one below the other where two want the same height', [note(50, 20), note(50, 20)], -1, [50, 80]],
    ['the insisting one where it wants, those above moved up', [note(50, 20), note(50, 20)], 1, [20, 50]],
    ['as near as the top of the column allows', [note(5, 20), note(10, 20)], 1, [0, 30]],
    ['nothing', [], -1, []],
  ])('places %s', (_, notes, insists, expected) => {
    expect(placeNotes(notes, 10, insists)).toEqual(expected);
  });

  const notes = fc
    .array(fc.record({ top: fc.integer({ min: 0, max: 2000 }), height: fc.integer({ min: 1, max: 300 }) }), {
      maxLength: 20,
    })
    .map((list) => [...list].sort((a, b) => a.top - b.top));

  it('never lets two overlap nor one leave the column, whoever insists', () => {
    fc.assert(
      fc.property(notes, fc.integer({ min: -1, max: 19 }), (list, insists) => {
        const tops = placeNotes(list, 8, insists);
        expect(tops).toHaveLength(list.length);
        for (const [index, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(0);
          const above = list[index - 1];
          if (above) expect(top).toBeGreaterThanOrEqual((tops[index - 1] ?? 0) + above.height + 8);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the insisting note its height when what stands above it fits', () => {
    fc.assert(
      fc.property(notes, fc.nat({ max: 19 }), (list, insists) => {
        const own = list[insists];
        if (!own) return;
        const above = list.slice(0, insists).reduce((sum, { height }) => sum + height + 8, 0);
        fc.pre(above <= own.top);
        expect(placeNotes(list, 8, insists)[insists]).toBe(own.top);
      }),
    );
  });
});
