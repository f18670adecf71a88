import type { Element, Root } from 'hast';
import rehypeKatex from 'rehype-katex';
import { unified } from 'unified';
import { spaceFunctions } from '../compile/function-spacing';
import { KATEX_OPTIONS } from './katex-options';

/**
 * How wide signs are, in em, with the room that MathML's operators take on either side. Measured in Chromium, whose font for
 * formulas is a serif; with a sans-serif they are up to a tenth wider.
 */
const OPERATORS: readonly (readonly [signs: RegExp, width: number])[] = [
  [/^\u2061$/, 0],
  [/^,$/, 0.42],
  [/^[+−±÷×]$/u, 1.01],
  [/^[⋅·∗∘]$/u, 0.65],
  [/^[=<>≤≥≈∼≃≡≠∝∈∉∣:]$/u, 1.12],
  [/^[→←⇒⇔⟺⟹↦≪≫]$/u, 1.6],
  [/^[∑∏∫]$/u, 1.05],
];
const LETTERS: readonly (readonly [signs: RegExp, width: number])[] = [
  [/[0-9]/, 0.5],
  [/[.,;:'′!|\s]/, 0.25],
  [/[()[\]{}]/, 0.33],
  [/\//, 0.28],
  [/[fijlrtI]/, 0.28],
  [/[mwMW]/, 0.75],
  [/[a-z]/, 0.48],
  [/[A-Z]/, 0.7],
];
/** A name of one letter is set in italics, which run wide. */
const ITALICS: readonly (readonly [signs: RegExp, width: number])[] = [
  [/[a-zα-ω]/, 0.66],
  [/[A-Z]/, 0.9],
];
const OTHER = 0.8;
/** Of what stands above, below or in a fraction of a line. */
const SMALL = 0.71;
/** The gap before a script, the ends of a fraction's bar, the sign of a root, the gap between columns. */
const GAPS = { script: 0.15, fraction: 0.1, root: 0.55, column: 0.8 };

const setter = unified().use(rehypeKatex, { ...KATEX_OPTIONS, strict: 'ignore' });

/**
 * How wide a formula is that stands in a line of text, in em: an estimate from the MathML that is shown. Of 90 formulas and
 * parts of formulas from cases, each wider than 8 em, nine in ten were estimated within 6 % of their width in Chromium, and
 * the worst 11 % too wide.
 *
 * @param latex a formula that parses
 */
export function inlineFormulaWidth(latex: string): number {
  const place: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['language-math', 'math-inline'] },
    children: [{ type: 'text', value: latex }],
  };
  const set = setter.runSync({ type: 'root', children: [place] } satisfies Root) as Root;
  return sum(elements(set).map(widthOf));
}

function elements(node: Element | Root): Element[] {
  const found: Element[] = [];
  for (const child of node.children) if (child.type === 'element') found.push(child);
  return found;
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

function textOf(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : textOf(child as Element))).join('');
}

function widthOf(node: Element): number {
  if (node.tagName === 'math') spaceFunctions(node);
  const parts = elements(node);
  const [base = 0, ...scripts] = ['mi', 'mn', 'mo', 'mtext', 'mtable'].includes(node.tagName) ? [] : parts.map(widthOf);
  switch (node.tagName) {
    case 'annotation':
      return 0;
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'mo':
      return signsWidth(node);
    case 'mspace':
      return Number.parseFloat(String(node.properties.width ?? 0)) || 0;
    case 'mfrac':
      return SMALL * Math.max(base, ...scripts) + GAPS.fraction;
    case 'msub':
    case 'msup':
    case 'msubsup':
    case 'munder':
    case 'mover':
    case 'munderover':
      // A hat or a bar is as wide as what it stands on.
      if (node.properties.accent !== undefined) return base;
      return base + SMALL * Math.max(0, ...scripts) + GAPS.script;
    case 'msqrt':
      return sum([base, ...scripts]) + GAPS.root;
    case 'mtable':
      return tableWidth(parts.map((row) => elements(row).map(widthOf)));
    default:
      return sum([base, ...scripts]);
  }
}

function signsWidth(node: Element): number {
  const text = textOf(node);
  const operator = node.tagName === 'mo' ? OPERATORS.find(([signs]) => signs.test(text)) : undefined;
  if (operator) return operator[1];
  const isItalic = node.tagName === 'mi' && [...text].length === 1 && node.properties.mathvariant === undefined;
  const known = isItalic ? [...ITALICS, ...LETTERS] : LETTERS;
  return sum([...text].map((sign) => known.find(([signs]) => signs.test(sign))?.[1] ?? OTHER));
}

function tableWidth(rows: readonly (readonly number[])[]): number {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return sum(Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => row[at] ?? 0)) + GAPS.column));
}
