import { expect, it } from 'vitest';
import { checkExemplarCopy } from './exemplar-copy';

const answer = (path: string, lines: readonly string[]) => ({
  path,
  text: `# Clarify requirements\n\n${lines.join('\n\n')}\n`,
});
const TEN = Array.from({ length: 10 }, (_, index) => `Point ${index}.`);
const strong = answer('strong.md', TEN);

it.each([
  ['the same lines', TEN, 1],
  ['the same lines in another order, with more', [...TEN, 'And so on.'].reverse(), 1],
  ['the same lines, indented', TEN.map((line) => `  ${line}`), 1],
  ['nine lines of ten', TEN.slice(1), 0],
  ['a heading only', [], 0],
])('takes a weak answer with %s for a copy or not', (_, lines, findings) => {
  expect(checkExemplarCopy(strong, answer('weak.md', lines))).toHaveLength(findings);
});

it('takes nothing for a copy of an answer that says nothing', () => {
  expect(checkExemplarCopy(answer('strong.md', []), answer('weak.md', []))).toEqual([]);
});
