import { describe, expect, it } from 'vitest';
import { WordPiece } from './word-piece';

const VOCABULARY = Object.fromEntries(
  ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'cold', 'start', '##s', '-', 'cafe', '##ed', '中', 'a', '.'].map((piece, id) => [
    piece,
    id,
  ]),
);
const wordPiece = new WordPiece(VOCABULARY);

describe('word pieces', () => {
  it.each<[string, number[]]>([
    ['Cold-starts', [2, 4, 7, 5, 6, 3]],
    ['CAFÉ', [2, 8, 3]],
    ['started.', [2, 5, 9, 12, 3]],
    ['start unknown cold', [2, 5, 1, 4, 3]],
    ['中中', [2, 10, 10, 3]],
    ['a\u0000 \t\n🚀', [2, 11, 1, 3]],
    ['', [2, 3]],
  ])('of %j', (text, ids) => {
    expect(wordPiece.read(text).ids).toEqual(ids);
  });

  it('of each word are counted', () => {
    expect(wordPiece.read('colds start').words).toEqual([
      { word: 'colds', pieces: 2 },
      { word: 'start', pieces: 1 },
    ]);
  });

  it('of a long text end at 128, with a whole word and the mark of the end', () => {
    const { ids, words } = wordPiece.read('colds '.repeat(100));
    expect(ids).toHaveLength(128);
    expect(ids.at(-1)).toBe(3);
    expect(words).toHaveLength(63);
  });

  it('of a word without end are unknown', () => {
    expect(wordPiece.read('a'.repeat(100_000)).ids).toEqual([2, 1, 3]);
  });

  it('need their marks', () => {
    expect(() => new WordPiece({ a: 0 })).toThrow('[CLS]');
  });
});
