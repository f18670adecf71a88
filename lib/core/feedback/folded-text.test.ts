import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './folded-text';
import { tokensOf } from './tokens';

describe('a text as a reader sees it', () => {
  it.each<[string, string, string]>([
    ['Cyrillic letters', 'dаtа', 'data'],
    ['a Cyrillic article', 'а vector', 'a vector'],
    ['Greek letters', 'mοdel', 'model'],
    ['letters of full width', 'ｌｏｇ', 'log'],
    ['mathematical letters', '𝐥𝐨𝐠', 'log'],
    ['soft hyphens', 'la\u00adten\u00adcy', 'latency'],
    ['spaces without width', 'la\u200btency', 'latency'],
    ['tags inside a word', 'la<b>ten</b>cy', 'latency'],
    ['tags between words', 'one<br>two', 'one two'],
    ['entities', 'one&nbsp;two&#173;', 'one two'],
    ['emphasis inside a word', 'la**ten**cy', 'latency'],
  ])('%s', (_, text, expected) => {
    expect(foldText(text).text).toBe(expected);
  });

  it.each(['Данные делим по времени', 'α = 0.3 and 5 μs', 'a < b and c > d', 'snake_case * 2', 'ΔNE', 'naïve'])(
    'stays: %s',
    (text) => expect(foldText(text).text).toBe(text),
  );

  it('keeps the places of words', () => {
    const text = 'The <b>l\u00adog</b> of dаtа';
    expect(tokensOf(text).map(({ word, start, end }) => [word, text.slice(start, end)])).toEqual([
      ['the', 'The'],
      ['log', 'l\u00adog'],
      ['of', 'of'],
      ['data', 'dаtа'],
    ]);
  });

  it('places every unit inside the text, in order', () => {
    const piece = fc.constantFrom('log', 'а', '<b>', '</b>', '\u00ad', '&amp;', '𝐥', '🚀', ' ', '<', '&#', '**');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const folded = foldText(text);
        let last = 0;
        for (let index = 0; index < folded.text.length; index += 1) {
          expect(folded.startOf(index)).toBeGreaterThanOrEqual(last);
          expect(folded.endOf(index)).toBeLessThanOrEqual(text.length);
          last = folded.startOf(index);
        }
      }),
    );
  });
});
