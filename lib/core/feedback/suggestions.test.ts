import { expect, it } from 'vitest';
import type { StepMatch } from './feedback-api';
import { suggestionsOf } from './suggestions';

const quote = { slot: 'data' as const, path: 'text', start: 0, end: 5, text: 'Words' };
const match: StepMatch = {
  step: 'data',
  matcherVersion: '1',
  encoder: null,
  caseHash: 'a',
  answerHash: 'b',
  matchedAt: '2026-03-01T10:00:00.000Z',
  results: [
    { expectation: 'one', state: 'found', confidence: 0.9, quote },
    { expectation: 'two', state: 'unclear', confidence: 0.5, quote },
    { expectation: 'three', state: 'not found', confidence: 0.1, quote: null },
  ],
  pasted: [],
};

it('gives words to look at, no confidence, and nothing of what was not found', () => {
  expect(suggestionsOf(match)).toEqual({
    step: 'data',
    level: 'keywords',
    findings: [
      { expectationId: 'one', state: 'found', quote },
      { expectationId: 'two', state: 'unclear', quote },
    ],
  });
  expect(suggestionsOf({ ...match, encoder: 'an-encoder' }).level).toBe('sentences');
});
