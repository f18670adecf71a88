import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromStorable, toStorable } from './storable-json';

/** Any UTF-16 code units, so also halves of surrogate pairs and control characters. */
const codeUnits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0x1a, 0xd83d, 0xde00, 0x73, 0x30)))
  .map((units) => String.fromCharCode(...units));

describe('toStorable', () => {
  it.each([
    ['plain text', 'plain text'],
    ['an emoji 😀 stays', 'an emoji 😀 stays'],
    ['nul\0', 'nul\u001A0000'],
    ['half \uD83D', 'half \u001Ad83d'],
    ['sub\u001A', 'sub\u001As'],
  ])('stores %j as %j', (text, stored) => {
    expect(toStorable(text)).toBe(stored);
  });

  it('comes back whole, and holds nothing that a database refuses', () => {
    fc.assert(
      fc.property(fc.dictionary(codeUnits, fc.oneof(codeUnits, fc.array(codeUnits), fc.integer())), (value) => {
        const stored = toStorable(value);
        expect(fromStorable(stored)).toEqual({ ...value });
        const json = JSON.stringify(stored);
        // JSON.stringify escapes exactly the halves of surrogate pairs in this way.
        expect(json).not.toMatch(/\\u(0000|d[89a-f])/);
      }),
    );
  });
});
