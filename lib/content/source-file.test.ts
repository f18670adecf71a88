import { describe, expect, it } from 'vitest';
import { decodeSource, MAX_SOURCE_BYTES, placeAt } from './source-file';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

describe('decodeSource', () => {
  it('takes away a byte order mark and Windows line ends', () => {
    expect(decodeSource('a.md', bytes([0xef, 0xbb, 0xbf], 'one\r\ntwo\rthree\n')).file?.text).toBe('one\ntwo\nthree\n');
  });

  it.each([
    ['a lone Latin-1 letter', bytes('# Title\n\ncaf', [0xe9], ' au lait'), 3, 4],
    ['a letter that is cut off at the end', bytes('ab', [0xe2, 0x82]), 1, 3],
    ['a bad byte after letters of two bytes', bytes('ééé', [0xff]), 1, 4],
    ['a bad byte after a sign of two code units', bytes('ok\n😀', [0xc0], 'x'), 2, 3],
  ])('says where %s is', (_, content, line, column) => {
    expect(decodeSource('a.md', content).finding).toEqual({
      file: 'a.md',
      line,
      column,
      message: 'The file is not UTF-8: a character here cannot be read.',
      fix: 'Save it as UTF-8 (in most editors: Save with encoding, UTF-8).',
    });
  });

  it.each([
    ['UTF-16', bytes([0xff, 0xfe, 0x41, 0]), 1, 1, 'The file is saved as UTF-16.'],
    ['a control character', bytes('ab\nc', [0x00], 'd'), 2, 2, 'There is an invisible control character here.'],
    ['a file without end', new Uint8Array(MAX_SOURCE_BYTES + 1).fill(0x20), 1, 1, 'The file is 401 kB long.'],
  ])('refuses %s', (_, content, line, column, message) => {
    expect(decodeSource('a.md', content).finding).toMatchObject({ line, column, message });
  });
});

describe('placeAt', () => {
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [5, 2, 3],
  ])('finds offset %i', (offset, line, column) => {
    expect(placeAt('ab\ncd', offset)).toEqual({ line, column });
  });
});
