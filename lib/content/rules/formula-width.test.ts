import { describe, expect, it } from 'vitest';
import { inlineFormulaWidth } from './formula-width';

describe('inlineFormulaWidth', () => {
  // As wide as Chromium sets them, in em.
  it.each([
    ['0.08\\,(0.78 + 0.432 + 0.015) - 0.0016 = 0.097', 18.0],
    ['-(6\\ln 0.05 + 94\\ln 0.95 + 4\\ln 0.005 + 896\\ln 0.995)/1000 = 0.04848', 25.5],
    ['4 \\cdot 4{,}000{,}000 \\cdot 10 \\cdot 40 / 86{,}400 = 74{,}074', 15.4],
    ['\\text{queries a second}=4{,}000{,}000\\cdot 10/86{,}400', 16.4],
    ['P(\\text{click}\\mid\\text{seen})=P(\\text{click},\\text{seen})/P(\\text{seen})', 16.6],
    ['\\mathrm{NDCG}_k=\\mathrm{DCG}_k/\\mathrm{IDCG}_k', 10.8],
    ['\\frac{1}{N}\\sum_{i=1}^{N} w_i \\log p_i', 7.3],
    ['\\max_{a} Q(s,a) \\le \\varepsilon', 7.4],
    ['\\hat{y}=\\sigma(w^\\top x+b)', 7.5],
    ['\\sqrt{x^2+y^2+z^2}', 6.4],
    ['\\begin{pmatrix}1&2&3\\\\4&5&6\\end{pmatrix}', 4.6],
    ['a \\Rightarrow b \\iff c', 6.0],
    ['x \\qquad y', 3.5],
  ])('of %s is within an eighth of %s em', (latex, measured) => {
    const ratio = inlineFormulaWidth(latex) / measured;
    expect(ratio).toBeGreaterThan(7 / 8);
    expect(ratio).toBeLessThan(9 / 8);
  });

  it('counts a script and a fraction smaller than the line', () => {
    expect(inlineFormulaWidth('x_{1234}')).toBeLessThan(inlineFormulaWidth('x1234'));
    expect(inlineFormulaWidth('\\frac{1234}{5678}')).toBeLessThan(inlineFormulaWidth('1234'));
  });

  it('counts nothing for nothing', () => {
    expect(inlineFormulaWidth('{}')).toBe(0);
  });
});
