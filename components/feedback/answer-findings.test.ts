import { expect, it } from 'vitest';
import type { Contradiction, FindingView, StepFeedback } from '@/lib/core/feedback/feedback-api';
import type { Quote } from '@/lib/core/quote';
import { contradictionMarks, findingMarks } from './answer-findings';

const quote = (start: number, end: number, text = 'words'): Quote => ({ slot: 'data', path: 'text', start, end, text });
const finding = (expectationId: string, state: FindingView['state'], at: Quote | null): FindingView => ({
  expectationId,
  statement: null,
  level: null,
  state,
  quote: at,
  correction: null,
  shown: { state, by: 'matcher', quote: at },
});
const step: StepFeedback = {
  step: 'data',
  level: 'sentences',
  matcherVersion: '1',
  encoder: 'x',
  caseHash: 'a',
  matchedAt: '2026-03-01T10:00:00.000Z',
  isCurrent: true,
  results: [
    finding('found', 'found', quote(0, 10)),
    finding('unclear', 'unclear', quote(20, 30)),
    finding('missed', 'not found', null),
    finding('marked', 'found', quote(40, 50)),
    finding('gone', 'found', quote(60, 70)),
  ],
  notFound: 1,
  pasted: [{ source: 'worked-answer', quote: quote(80, 90) }],
};
const about = (key: string) =>
  key.endsWith('gone') ? null : { number: '3.1', statement: 'S', own: key.endsWith('marked') ? quote(45, 60) : null };

it('marks what was found, what is unclear and what was pasted, each with a sign and a word', () => {
  expect(findingMarks([step], about).map(({ id, start, tone, sign }) => [id, start, tone, sign])).toEqual([
    ['match:data/found', 0, 'found', '✓ matched 3.1'],
    ['match:data/unclear', 20, 'unclear', '? unclear 3.1'],
    ['pasted:data:0', 80, 'plain', '= pasted'],
  ]);
  expect(findingMarks([step], about).at(-1)?.name).toBe('Pasted from the worked answer: not counted.');
});

it('marks both sides of a contradiction, and no fact: that is not the candidate’s', () => {
  const contradictions: Contradiction[] = [
    { rule: 'random-split-of-time', why: 'Why.', quotes: [quote(0, 5), quote(8, 9)], terms: [] },
    {
      rule: 'against-fact',
      why: 'Why not.',
      quotes: [quote(10, 12), { fact: 'scale', start: 0, end: 1, text: 'A' }],
      terms: [],
    },
    {
      rule: 'latency-over-target',
      why: 'A sum.',
      quotes: [quote(20, 22), quote(30, 32)],
      terms: [quote(20, 22), quote(24, 26)],
    },
  ];
  expect(contradictionMarks(contradictions).map(({ id, sign, tone }) => [id, sign, tone])).toEqual([
    ['contradiction:0:0', '≠ contradiction 1', 'contradiction'],
    ['contradiction:0:1', '≠ contradiction 1', 'contradiction'],
    ['contradiction:1:0', '≠ contradiction 2', 'contradiction'],
    ['contradiction:2:0', '≠ contradiction 3', 'contradiction'],
    ['contradiction:2:0:1', '≠ contradiction 3', 'contradiction'],
    ['contradiction:2:1', '≠ contradiction 3', 'contradiction'],
  ]);
});
