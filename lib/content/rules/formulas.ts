import katex from 'katex';
import type { Nodes, Root } from 'mdast';
import type { Math as DisplayMath, InlineMath } from 'mdast-util-math';
import type { Report } from '../parse/report';
import { inlineFormulaWidth } from './formula-width';
import { KATEX_OPTIONS } from './katex-options';

/**
 * The room of a line on a phone of 360 px: 328 px at the 18 px of a case's text. What is wider would push the page sideways,
 * because browsers do not break a formula; a display formula scrolls by itself, and so does a table.
 */
const LINE_EM = 328 / 18;
const ROOM_TAKEN_BY: Readonly<Partial<Record<Nodes['type'], number>>> = {
  listItem: 24 / 18,
  blockquote: 17 / 18,
  table: Number.NEGATIVE_INFINITY,
};

/** Signs of money that were read as a formula: "$5 and $10". */
const IS_PROSE = /^\s|\s$/;

/** Sets every formula once, to see that it can be set, and that it fits if it stands in a line. */
export function checkFormulas(report: Report, tree: Root): void {
  checkWithin(report, tree, LINE_EM);
}

/** @param room for a line, in em */
function checkWithin(report: Report, node: Nodes, room: number): void {
  if (node.type === 'inlineMath' || node.type === 'math') checkFormula(report, node, room);
  if (!('children' in node)) return;
  const left = room - (ROOM_TAKEN_BY[node.type] ?? 0);
  for (const child of node.children) checkWithin(report, child, left);
}

function checkFormula(report: Report, node: InlineMath | DisplayMath, room: number): void {
  const inline = node.type === 'inlineMath';
  if (node.value.trim() === '') {
    report.at(node, 'The formula is empty.', 'Write it between the dollar signs, or write \\$ for a dollar.');
    return;
  }
  const start = node.position?.start.offset ?? 0;
  const source = report.file.text.slice(start, node.position?.end.offset ?? start);
  if (
    inline &&
    !source.startsWith('$$') &&
    (IS_PROSE.test(node.value) || /^\d/.test(report.file.text[start + source.length] ?? ''))
  ) {
    report.at(
      node,
      `\`$${node.value.slice(0, 40)}$\` is read as a formula.`,
      'Write \\$ for a dollar; in a formula leave no space beside the dollar signs.',
    );
    return;
  }
  let untrusted: string | null = null;
  try {
    katex.renderToString(node.value, {
      ...KATEX_OPTIONS,
      displayMode: !inline,
      throwOnError: true,
      strict: (code: string) => (code === 'htmlExtension' || code === 'commentAtEnd' ? 'error' : 'ignore'),
      trust: ({ command }) => {
        untrusted ??= command;
        return false;
      },
    });
  } catch (error) {
    const inSource = Math.max(0, source.indexOf(node.value.split('\n')[0] ?? ''));
    const offset =
      error instanceof katex.ParseError && error.position !== undefined
        ? offsetIn(source, node.value, error.position)
        : inSource;
    report.atOffset(
      start + offset,
      `The formula does not parse: ${reason(error)}`,
      'Correct the LaTeX; KaTeX lists what it knows.',
    );
    return;
  }
  if (untrusted !== null) {
    report.at(
      node,
      `The formula uses \`${untrusted}\`, which is not shown.`,
      'Leave links, pictures and HTML out of formulas.',
    );
    return;
  }
  if (inline && inlineFormulaWidth(node.value) > room) {
    report.at(
      node,
      'The formula is wider than a line on a phone.',
      'Put it between $$ on lines of their own, where it can scroll, or divide it in two.',
    );
  }
}

/** Where a position in a formula's value stands in its source, which may be indented line by line. */
function offsetIn(source: string, value: string, position: number): number {
  const before = value.slice(0, position).split('\n');
  const sourceLines = source.split('\n');
  const valueFirst = value.split('\n')[0] ?? '';
  const firstRow = Math.max(
    0,
    sourceLines.findIndex((line) => line.includes(valueFirst)),
  );
  const row = firstRow + before.length - 1;
  const valueLine = value.split('\n')[before.length - 1] ?? '';
  const indent = Math.max(0, (sourceLines[row] ?? '').indexOf(valueLine));
  const lineStart = sourceLines.slice(0, row).reduce((sum, line) => sum + line.length + 1, 0);
  return lineStart + indent + (before.at(-1)?.length ?? 0);
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/^KaTeX parse error:\s*/, '')
    .replace(/\s+at position \d+:[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/\.?$/, '.');
}
