import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, tokensOf, wordWeight } from './tokens';

describe('tokens', () => {
  it.each<[string, string[]]>([
    ['500ms at p99', ['500', 'ms', 'at', 'p99']],
    ['1,500 and 2_000_000 and 1.0', ['1500', 'and', '2000000', 'and', '1']],
    ['An A/B test of 5 %', ['an', 'a/b', 'test', 'of', '5', 'percent']],
    ['cold-start', ['cold', 'start']],
    ['Zoë’s naïve café', ['zoe', 'naive', 'cafe']],
    ["don't", ["don't"]],
    ['**bold** `code` 🚀', ['bold', 'code']],
    ['مرحبا 世界', ['مرحبا', '世界']],
  ])('%s', (text, words) => {
    expect(tokensOf(text).map(({ word }) => word)).toEqual(words);
  });

  it.each([
    ['optimise', 'optimizing'],
    ['behaviour', 'behaviors'],
    ['labelled', 'labels'],
    ['neighbours', 'neighbor'],
  ])('%s and %s share a stem', (a, b) => {
    const stem = (text: string) => tokensOf(text)[0]?.stem;
    expect(stem(a)).toBe(stem(b));
  });

  it('weigh more the rarer they are', () => {
    expect(wordWeight('the')).toBe(0);
    expect(wordWeight('not')).toBe(0);
    expect(wordWeight('time')).toBeLessThan(wordWeight('traffic'));
    expect(wordWeight('traffic')).toBeLessThan(wordWeight('calibration'));
    expect(wordWeight('ndcg')).toBe(1);
  });

  it('of a text without content are all of its content', () => {
    expect(contentOf(tokensOf('it is what it is'))).toHaveLength(5);
  });

  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
