import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastesIn, shownRuns } from './paste';

const HINT = 'Ask what happens to a listing between the moment of upload and the moment a search can return it.';
const WORKED =
  'Codes are compressed to sixty four bytes so that a billion of them fit into the memory of forty machines.';
const runs = shownRuns([
  { source: 'hint', text: HINT },
  { source: 'worked-answer', text: WORKED },
]);
const found = (text: string) => pastesIn(text, runs).map(({ source, start, end }) => [source, text.slice(start, end)]);

describe('what was pasted', () => {
  it('is found whole, with its source', () => {
    expect(found(`First. ${HINT} Last.`)).toEqual([['hint', HINT.slice(0, -1)]]);
  });

  it('is found when case, marks and line breaks differ', () => {
    const text = 'CODES are compressed to **sixty four**\nbytes, so that a billion of them fit!';
    expect(found(text)).toEqual([['worked-answer', text.slice(0, -1)]]);
  });

  it('is found in the middle of a sentence', () => {
    expect(found('I think a billion of them fit into the memory of forty machines easily')).toEqual([
      ['worked-answer', 'a billion of them fit into the memory of forty machines'],
    ]);
  });

  it.each([
    'Listings should be searchable soon after they are uploaded.',
    'so that a billion fit',
    'the moment of upload and this',
    '',
  ])('is not: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is found when a word is put in after every five', () => {
    const shown = shownRuns([{ source: 'worked-answer', text: `${WORKED} ${HINT}` }]);
    const text = `${WORKED} ${HINT}`
      .split(' ')
      .map((word, index) => (index % 5 === 4 ? `${word} really` : word))
      .join(' ');
    const [paste] = pastesIn(text, shown);
    expect(paste?.source).toBe('worked-answer');
    expect((paste?.end ?? 0) - (paste?.start ?? 0)).toBeGreaterThan(0.8 * text.length);
  });

  it('is found in a fact, but not its number in other words', () => {
    const fact = shownRuns([
      {
        source: 'fact',
        text: 'Two million ads are live, and every hour five per cent of all these ads are new to the system.',
      },
    ]);
    expect(
      pastesIn(
        'Two million ads are really live, and every hour five per cent of all these ads are new to the system.',
        fact,
      ),
    ).toHaveLength(1);
    expect(pastesIn('Five per cent of all these ads are new each hour, so I train often.', fact)).toEqual([]);
  });

  it('never overlaps and always lies in the text', () => {
    const words = fc.array(fc.constantFrom(...`${HINT} ${WORKED}`.split(' '), '\n', '🚀'), { maxLength: 60 });
    fc.assert(
      fc.property(words, (drawn) => {
        const text = drawn.join(' ');
        let last = 0;
        for (const { start, end } of pastesIn(text, runs)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
