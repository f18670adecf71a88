import { expect, it } from 'vitest';
import { parseMarkdown } from '../parse/markdown-tree';
import { blocksOf } from '../parse/parsed-case';
import { Report } from '../parse/report';
import { HtmlWriter } from './html-writer';

/** What is printed, a thin space shown as `_`. */
function printed(formula: string): string {
  const tree = parseMarkdown(new Report({ path: 'a.md', text: `$${formula}$` }));
  const { html } = new HtmlWriter('d-a', () => null, new Map()).write(blocksOf(tree.children), 'a');
  return html.replace(/<mspace width="0.1667em"><\/mspace>/g, '_').replace(/<[^>]*>|\u2061/g, '');
}

it.each([
  ['\\ln 0.1', 'ln_0.1'],
  ['6 \\ln 0.05 + 94 \\ln 0.95', '6_ln_0.05+94_ln_0.95'],
  ['a - \\log(1 + n)', 'a−log(1+n)'],
  ['\\operatorname{logit} q', 'logit_q'],
  ['2 \\max_i x_i', '2_maxi_xi'],
  ['\\frac{\\ln w}{2}', 'ln_w2'],
  ['\\ln^2 x', 'ln2_x'],
  ['ab + c', 'ab+c'],
])('sets %s apart as TeX does', (formula, expected) => {
  expect(printed(formula)).toBe(expected);
});
