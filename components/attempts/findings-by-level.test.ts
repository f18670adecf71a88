import { expect, it } from 'vitest';
import type { Level } from '@/lib/core/attempt';
import type { FindingView, StepFeedback } from '@/lib/core/feedback/feedback-api';
import type { BoardExpectation } from './board-context';
import { findingsByLevel } from './findings-by-level';

const expectation = (id: string, level: Level): BoardExpectation => ({
  id,
  step: 'data',
  key: `data/${id}`,
  number: '3.1',
  level,
  weight: 1,
  statementHtml: id,
  statementText: id,
  counts: [],
  doesNotCount: [],
  coveredBy: null,
});
const finding = (expectationId: string, state: FindingView['state']): FindingView => ({
  expectationId,
  statement: null,
  level: null,
  state,
  quote: null,
  correction: null,
  shown: { state, by: 'matcher', quote: null },
});
const step = (results: readonly FindingView[]): StepFeedback => ({
  step: 'data',
  level: 'sentences',
  matcherVersion: '1',
  encoder: 'x',
  caseHash: 'a',
  matchedAt: '2026-03-01T10:00:00.000Z',
  isCurrent: true,
  results: [...results],
  notFound: 0,
  pasted: [],
});

it('groups by level what was found by somebody, is unclear, and was missed by both', () => {
  const expectations = [
    expectation('a', 'staff'),
    expectation('b', 'mid'),
    expectation('c', 'mid'),
    expectation('d', 'mid'),
    expectation('e', 'mid'),
    expectation('no longer looked for', 'senior'),
  ];
  const results = [
    finding('a', 'not found'),
    finding('b', 'found'),
    finding('c', 'not found'),
    finding('d', 'unclear'),
    finding('e', 'found'),
    finding('gone from the case', 'found'),
  ];
  const marked = new Set(['data/b', 'data/c']);
  const groups = findingsByLevel(expectations, new Map([['data', step(results)]]), (key) => marked.has(key));
  const short = groups.map(({ level, found, unclear, missed }) => ({
    level,
    found: found.map(({ expectation: { id }, foundBy }) => `${id} by ${foundBy}`),
    unclear: unclear.map((one) => one.expectation.id),
    missed: missed.map((one) => one.expectation.id),
  }));
  expect(short).toEqual([
    { level: 'mid', found: ['b by both', 'c by you', 'e by matcher'], unclear: ['d'], missed: [] },
    { level: 'staff', found: [], unclear: [], missed: ['a'] },
  ]);
});

it('is empty before anything is shown', () => {
  expect(findingsByLevel([expectation('a', 'mid')], new Map(), () => true)).toEqual([]);
});
