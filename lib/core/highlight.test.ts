import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlightRuns } from './highlight';

test('cuts where marks begin and end, also when they overlap', () => {
  const ranges = [
    { id: 'a', start: 10, end: 14 },
    { id: 'b', start: 12, end: 18 },
    { id: 'elsewhere', start: 40, end: 50 },
  ];
  expect(highlightRuns('0123456789', 10, ranges)).toEqual([
    { text: '01', ids: ['a'] },
    { text: '23', ids: ['a', 'b'] },
    { text: '4567', ids: ['b'] },
    { text: '89', ids: [] },
  ]);
});

test('never changes the text, and marks each range in full', () => {
  const range = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.nat(10), fc.array(range, { maxLength: 5 }), (text, start, spans) => {
      const ranges = spans.map((span, index) => ({ ...span, id: String(index) }));
      const runs = highlightRuns(text, start, ranges);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const { id, ...one } of ranges) {
        const marked = runs
          .filter((run) => run.ids.includes(id))
          .map((run) => run.text)
          .join('');
        expect(marked).toBe(text.slice(Math.max(0, one.start - start), Math.max(0, one.end - start)));
      }
    }),
  );
});
