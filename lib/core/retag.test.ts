import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from './answer';
import { shiftTags } from './retag';

/** `ab[cd]e` is the text `abcde` with the words `cd` tagged. */
function marked(text: string): { text: string; tags: Tag[] } {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  const plain = text.replace(/[[\]]/g, '');
  return { text: plain, tags: start === -1 ? [] : [{ start, end, step: 'data' }] };
}

describe('shiftTags', () => {
  it.each([
    ['typing before', '[cd]', 'x[cd]'],
    ['typing after', '[cd]', '[cd]x'],
    ['typing inside', 'a[cd]b', 'a[cxd]b'],
    ['deleting before', 'ab[cd]e', 'b[cd]e'],
    ['deleting inside', 'a[bcd]e', 'a[bd]e'],
    ['retyping the last word of it', 'a[bc de]f', 'a[bc xyz]f'],
    ['retyping the first word of it', 'a[bc de]f', 'a[xyz de]f'],
    ['retyping all of it', 'a [bc] d', 'a [xyz] d'],
    ['deleting across its start', 'abc[def]g', 'a[f]g'],
    ['deleting across its end', 'a[bcd]efg', 'a[b]fg'],
    ['deleting all of it', 'a[bcd]e', 'ae'],
    ['replacing all of it but its full stop', 'a [bc.]', 'xyz.'],
    ['deleting more than it', 'ab[cd]ef', 'af'],
    ['changing an emoji behind it that begins with the same code unit', '[a]😀', '[a]😁'],
    ['changing the emoji in it', 'x[😀]y', 'x[😁]y'],
    ['typing at its start', 'a[bc]', 'ax[bc]'],
  ])('follows %s', (_, before, after) => {
    const from = marked(before);
    const to = marked(after);
    expect(shiftTags(from.tags, from.text, to.text)).toEqual(to.tags);
  });

  const tagged = fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), fc.array(fc.tuple(fc.nat(60), fc.nat(60))))
    .map(([text, spans]) => ({
      text,
      tags: spans
        .map(([a, b]) => [a % (text.length + 1), b % (text.length + 1)] as const)
        .filter(([a, b]) => a !== b)
        .map(([a, b]): Tag => ({ start: Math.min(a, b), end: Math.max(a, b), step: 'model' })),
    }));

  it('leaves every tag inside the text', () => {
    fc.assert(
      fc.property(tagged, fc.string({ unit: 'binary', maxLength: 30 }), ({ text, tags }, after) => {
        for (const { start, end } of shiftTags(tags, text, after)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(after.length);
        }
      }),
    );
  });

  it('keeps the words of a tag that an insertion elsewhere does not touch', () => {
    fc.assert(
      fc.property(tagged, fc.nat(30), fc.string({ minLength: 1, maxLength: 5 }), ({ text, tags }, at, typed) => {
        const place = at % (text.length + 1);
        const after = text.slice(0, place) + typed + text.slice(place);
        const untouched = tags.filter((tag) => tag.end < place || tag.start > place);
        const words = (tag: Tag, of: string) => of.slice(tag.start, tag.end);
        // An insertion beside equal letters may be seen a few places off: only the words can be promised.
        const result = shiftTags(untouched, text, after);
        fc.pre(!text.includes(typed[0] ?? '') && !text.includes(typed.at(-1) ?? ''));
        expect(result.map((tag) => words(tag, after))).toEqual(untouched.map((tag) => words(tag, text)));
      }),
    );
  });
});
