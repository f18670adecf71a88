import { expect, it } from 'vitest';
import { parseMarkdown } from '../parse/markdown-tree';
import { Report } from '../parse/report';
import { checkFormulas } from './formulas';

/** 18.0 em wide: it fits a paragraph on a phone, and nothing narrower. */
const LONG = '0.08\\,(0.78 + 0.432 + 0.015) - 0.0016 = 0.097';
const TOO_LONG = `${LONG} + 0.1`;

function findings(text: string): string[] {
  const report = new Report({ path: 'case.md', text });
  checkFormulas(report, parseMarkdown(report));
  return report.findings.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

it.each([
  ['in a paragraph', `So $${LONG}$.`, []],
  ['a little longer', `So\nit is $${TOO_LONG}$.`, ['2:7']],
  ['in a list', `- $${LONG}$`, ['1:3']],
  ['shorter, in a list in a list', '- x\n  - $4 \\cdot 4{,}000{,}000 \\cdot 10 \\cdot 40 / 86{,}400 = 74{,}074$', []],
  ['in a quotation', `> $${LONG}$`, ['1:3']],
  ['in a table, which scrolls', `| a |\n|---|\n| $${TOO_LONG}$ |`, []],
  ['displayed, which scrolls', `$$\n${TOO_LONG}\n$$`, []],
])('a long formula %s', (_, text, places) => {
  expect(findings(text)).toEqual(places.map((place) => `${place} The formula is wider than a line on a phone.`));
});
