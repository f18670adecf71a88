import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTER_RANGES, SIGNS, unknownCharacters } from './glyphs';

const require = createRequire(import.meta.url);

/** The characters that a TrueType font maps, from its `cmap` table (format 4, the OpenType specification). */
function charactersOf(file: string): Set<number> {
  const font = readFileSync(file);
  const tables = font.readUInt16BE(4);
  const record = Array.from({ length: tables }, (_, i) => 12 + i * 16).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  );
  const cmap = font.readUInt32BE((record ?? 0) + 8);
  const found = new Set<number>();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(table) !== 4) continue;
    const twice = font.readUInt16BE(table + 6);
    for (let segment = 0; segment < twice; segment += 2) {
      const end = font.readUInt16BE(table + 14 + segment);
      const start = font.readUInt16BE(table + 16 + twice + segment);
      for (let code = start; code <= end && code < 0xffff; code += 1) found.add(code);
    }
  }
  return found;
}

describe('the fonts of drawings', () => {
  it('have the mathematical signs that are allowed', () => {
    const folder = join(dirname(require.resolve('katex/package.json')), 'dist/fonts');
    const inInter = (code: number) => INTER_RANGES.some(([from, to]) => code >= from && code <= to);
    for (const weight of ['Regular', 'Bold']) {
      const characters = charactersOf(join(folder, `KaTeX_Main-${weight}.ttf`));
      expect(characters.size).toBeGreaterThan(150);
      const missing = [...SIGNS].filter((sign) => !characters.has(sign.codePointAt(0) ?? 0));
      expect(missing.filter((sign) => !inInter(sign.codePointAt(0) ?? 0))).toEqual([]);
    }
  });

  it('have the letters that are allowed', () => {
    const file = require.resolve('@fontsource-variable/inter/unicode.json');
    const subsets = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    const ranges = subsets.flatMap((subset) =>
      subset.split(',').map((range) => {
        const [from = '', to = from] = range.replace('U+', '').split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
    );
    const missing: string[] = [];
    for (const [from, to] of INTER_RANGES) {
      for (let code = from; code <= to; code += 1) {
        const isAssigned = /\p{L}|\p{N}|\p{P}|\p{S}/u.test(String.fromCodePoint(code));
        if (isAssigned && !ranges.some(([a, b]) => code >= a && code <= b)) missing.push(code.toString(16));
      }
    }
    expect(missing).toEqual([]);
  });
});

describe('unknownCharacters', () => {
  it.each([
    'flowchart TB\n a["p99 ≤ 40 ms → ok · ≥ 2 × 3 − 1 µs, 5 €, Größe, Ωλ"]',
    'accTitle: 漢字 in a title is read, not drawn',
  ])('has nothing against %j', (source) => {
    expect(unknownCharacters(source)).toEqual([]);
  });

  it('says where a character stands', () => {
    expect(unknownCharacters('flowchart TB\n a["漢😀"]')).toMatchObject([
      { line: 2, column: 5, message: 'The character 漢 (U+6F22) is not in the fonts of diagrams.' },
      { line: 2, column: 6 },
    ]);
  });
});
