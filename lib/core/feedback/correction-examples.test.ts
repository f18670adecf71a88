import { expect, it } from 'vitest';
import { STEP_IDS } from '../steps';
import { correctionExamples } from './correction-examples';
import type { CorrectionVerdict, MatchCorrection } from './feedback-api';

const correction = (
  step: 'data' | 'model',
  expectationId: string,
  verdict: CorrectionVerdict,
  text: string,
): MatchCorrection => ({
  step,
  expectationId,
  verdict,
  quote: { slot: step, path: 'text', start: 0, end: text.length, text },
  correctedAt: '2026-03-01T10:00:00.000Z',
});
const rich = (text: string) => ({ html: text, text });
const expectation = (id: string, level: 'mid' | 'staff') => ({
  id,
  level,
  weight: 1 as const,
  statement: rich(`I say *${id}*.`),
  counts: [],
  doesNotCount: [],
});
const caseStep = (ids: readonly string[]) => ({
  workedAnswer: [],
  expectations: ids.map((id, index) => expectation(id, index === 0 ? 'staff' : 'mid')),
  tradeOffs: [],
  gotchas: [],
  followUps: [],
  hints: [],
});
const study = {
  title: 'Visual search',
  steps: Object.fromEntries(STEP_IDS.map((id) => [id, caseStep([`${id}-a`, `${id}-b`])])) as never,
};

it('gives lines of the case format, by file, in the order of the checklist', () => {
  const corrections = [
    correction('data', 'data-a', 'not-this', 'We shuffle.\n# Not a heading'),
    correction('data', 'data-b', 'this-is-it', 'Cut on the date 🗓️ <b>'),
    correction('model', 'gone', 'this-is-it', 'Two towers.'),
  ];
  expect(correctionExamples('visual-search', study, corrections)).toBe(`# Visual search: sentences for examples

## Data and features: \`3-data.md\`

- I say \\*data-b\\*. \`data-b\`
  - counts: Cut on the date 🗓️ \\<b\\>
- I say \\*data-a\\*. \`data-a\`
  - does not count: We shuffle. # Not a heading

## Model development: \`4-model.md\`

- gone \`gone\`
  - counts: Two towers.
`);
});

it('says so when there is nothing, and calls a case that is gone by its address', () => {
  expect(correctionExamples('gone-case', null, [])).toBe('# gone-case: sentences for examples\n\nNo corrections.\n');
});
