import { expect, it } from 'vitest';
import type { Passage } from '../passages';
import type { Quote } from '../quote';
import { correctedStep } from './corrected-step';
import type { FindingView, StepFeedback } from './feedback-api';

const text = 'We split by time. Labels are clicks.';
const passages: readonly Passage[] = [{ path: 'text', label: 'Answer', kind: 'text', text }];
const quote = (words: string): Quote => {
  const start = text.indexOf(words);
  return { slot: 'data', path: 'text', start, end: start + words.length, text: words };
};
const finding = (expectationId: string, state: FindingView['state'], words: string | null): FindingView => {
  const found = words === null ? null : quote(words);
  return {
    expectationId,
    statement: null,
    level: 'mid',
    state,
    quote: found,
    correction: null,
    shown: { state, by: 'matcher', quote: found },
  };
};
const feedback: StepFeedback = {
  step: 'data',
  level: 'sentences',
  matcherVersion: '1',
  encoder: 'an-encoder',
  caseHash: 'a',
  matchedAt: '2026-03-01T10:00:00.000Z',
  isCurrent: true,
  results: [finding('split', 'found', 'We split by time.'), finding('labels', 'not found', null)],
  notFound: 1,
  pasted: [],
};
const correctedAt = '2026-03-01T10:05:00.000Z';
const states = (step: StepFeedback) => step.results.map(({ shown }) => `${shown.state} by ${shown.by}`);

it('refuses one, finds another, takes both back, and counts what is missed', () => {
  const refused = correctedStep(
    feedback,
    'split',
    { verdict: 'not-this', quote: quote('We split by time.'), correctedAt },
    () => passages,
  );
  expect([states(refused), refused.notFound]).toEqual([['not found by candidate', 'not found by matcher'], 2]);
  const both = correctedStep(
    refused,
    'labels',
    { verdict: 'this-is-it', quote: quote('Labels are clicks.'), correctedAt },
    () => passages,
  );
  expect([states(both), both.notFound]).toEqual([['not found by candidate', 'found by candidate'], 1]);
  const first = correctedStep(both, 'labels', null, () => passages);
  expect(correctedStep(first, 'split', null, () => passages)).toEqual(feedback);
});
