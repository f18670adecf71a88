import type { DiagramIssue } from '../rules/diagram-source';

/**
 * Characters that the fonts of a drawing have: the subsets of Inter (Latin with its extensions, Greek, Cyrillic,
 * Vietnamese), and mathematical signs of KaTeX's font. A test compares this with the font files' own tables.
 */
export const INTER_RANGES: readonly (readonly [number, number])[] = [
  [0x0020, 0x02cc],
  [0x02ce, 0x02d7],
  [0x02da, 0x02da],
  [0x02dc, 0x02ff],
  [0x0370, 0x03ff],
  [0x0400, 0x052f],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20c0],
  [0x2113, 0x2113],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
];
export const SIGNS = '↑↓−∕←→↔⇐⇒⇔∀∃∅∇∈∋∓∗∘∙√∝∞∠∣∥∧∨∩∪∫∼≃≅≈≍≐≡≤≥≪≫⊂⊃⊆⊇⊕⊖⊗⊙⊤⊥⋅⋆⋮⋯△▽';

/** Characters that would be drawn in a font of the machine, and so differently on each. */
export function unknownCharacters(source: string): DiagramIssue[] {
  return source.split('\n').flatMap((text, index) => {
    if (/^\s*(acc(Title|Descr)\b|%%)/.test(text)) return [];
    let column = 1;
    const problems: DiagramIssue[] = [];
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (code !== 9 && !SIGNS.includes(character) && !INTER_RANGES.some(([from, to]) => code >= from && code <= to)) {
        problems.push({
          line: index + 1,
          column,
          message: `The character ${character} (U+${code.toString(16).toUpperCase().padStart(4, '0')}) is not in the fonts of diagrams.`,
          fix: 'Say it in words or with a common sign.',
        });
      }
      column += character.length;
    }
    return problems;
  });
}
