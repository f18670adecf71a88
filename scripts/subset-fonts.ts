/**
 * `npm run fonts:subset`: makes the fonts in `app/fonts/` from those of Fontsource: the letters of western European
 * languages, the weights that the pages use, and the features that a text needs. Run it when a Fontsource package or a
 * weight changes, and commit what it writes. `docs/decisions/0030-fonts-are-cut-down.md` says why.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '..');
const target = join(root, 'app/fonts');

/** First and last code point of each range. What is missing comes from the reader's own fonts, letter by letter. */
const LETTERS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
];
const TEXT = LETTERS.map(([first, last]) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at)),
).join('');

/** English needs none of these: they are a file of their own, which is fetched when one is on the page. `×` and `÷` are no letters. */
const ACCENTED = /[\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0131\u0152\u0153]/g;

/**
 * Kerning, ligatures, accents; `tnum` for figures that stand in columns. Without `calt`, by which Inter and JetBrains Mono
 * draw arrows and operators for what was typed as two or three characters, stylistic sets and small capitals.
 */
const FEATURES: string[] = ['ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rlig', 'rvrn', 'tnum'];

const FONTS = [
  { name: 'newsreader', from: 'newsreader/files/newsreader-latin-wght-normal.woff2', weight: { min: 400, max: 600 } },
  { name: 'newsreader-italic', from: 'newsreader/files/newsreader-latin-wght-italic.woff2', weight: 400 },
  { name: 'inter', from: 'inter/files/inter-latin-wght-normal.woff2', weight: { min: 400, max: 600 } },
  { name: 'jetbrains-mono', from: 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2', weight: 400 },
] as const;

mkdirSync(target, { recursive: true });
for (const { name, from, weight } of FONTS) {
  const font = readFileSync(join(root, 'node_modules/@fontsource-variable', from));
  // A constant first: the package's types are older than the package and do not know `keepFeatures`.
  const options = { targetFormat: 'woff2', variationAxes: { wght: weight }, keepFeatures: FEATURES } as const;
  const plain = await subsetFont(font, TEXT.replaceAll(ACCENTED, ''), options);
  const accented = await subsetFont(font, [...TEXT.matchAll(ACCENTED)].join(''), options);
  writeFileSync(join(target, `${name}.woff2`), plain);
  writeFileSync(join(target, `${name}-accented.woff2`), accented);
  console.log(`${name}: ${font.length} bytes, now ${plain.length}, and ${accented.length} with accents`);
}
for (const family of ['newsreader', 'inter', 'jetbrains-mono']) {
  copyFileSync(
    join(root, 'node_modules/@fontsource-variable', family, 'LICENSE'),
    join(target, `${family}-license.txt`),
  );
}
