import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Figures } from '@/lib/core/feedback/measured';
import { MEASURED } from '@/lib/core/feedback/measured';

const page = readFileSync('docs/feedback-measurements.md', 'utf8');

/** What the document must say when the product says these. */
function claims({ date, marks, answers, kappa, sentences, keywords }: Figures): string[] {
  return [
    `Measured on ${date}`,
    `${answers} answers, ${marks} marks by each`,
    kappa.toFixed(2).replace(/^0/, ''),
    ...[sentences, keywords].flatMap(({ precision, recall, overlooked }) => [
      `${precision.hits} of ${precision.all}`,
      `${recall.hits} of ${recall.all}`,
      `${overlooked.hits} of ${overlooked.all}`,
    ]),
  ];
}

it('shows the figures that the document has', () => {
  const tables = /<!-- tables -->([\s\S]*)<!-- end of tables -->/.exec(page)?.[1]?.trim() ?? '';
  // One run writes both.
  expect(MEASURED === null).toBe(tables === '');
  for (const claim of MEASURED === null ? [] : claims(MEASURED)) expect(tables).toContain(claim);
});
