import { SECRETS } from '../access-world';
import { quoteOf } from '../review-people';
import { ATTEMPT, all, COACHES, IN_GROUP, none, onlySeenBy, type Row, startBody, theAttempt, theOpenOne } from './row';

const segment = { id: 'segment-1', step: 'data', startedAt: '2026-01-01T00:00:00.000Z', activeMs: 1 };

/** Calls about attempts and what is found in them. */
export const ATTEMPT_ROWS: readonly Row[] = [
  // --- attempts ---
  {
    route: '/api/attempts',
    method: 'GET',
    params: none,
    answers: all(200),
    ...onlySeenBy(['candidate'], (world) => [world.attemptId, world.openId]),
  },
  { route: '/api/attempts', method: 'POST', params: none, body: () => startBody, answers: all(201) },
  {
    route: '/api/attempts',
    method: 'POST',
    params: none,
    body: (world) => ({ ...startBody, assignmentId: world.assignmentId }),
    answers: all(201, IN_GROUP),
  },
  {
    route: '/api/attempts',
    method: 'POST',
    params: none,
    body: (world) => ({ ...startBody, followsId: world.attemptId }),
    answers: { candidate: 201 },
  },
  {
    route: '/api/attempts/export',
    method: 'GET',
    params: none,
    answers: all(200),
    ...onlySeenBy(['candidate'], (world) => [world.attemptId, SECRETS.answer]),
  },
  { route: ATTEMPT, method: 'GET', params: theAttempt, answers: { candidate: 200 } },
  { route: ATTEMPT, method: 'DELETE', params: theAttempt, answers: { candidate: 204 } },
  { route: `${ATTEMPT}/submit`, method: 'POST', params: theOpenOne, answers: { candidate: 200 } },
  {
    route: `${ATTEMPT}/export`,
    method: 'GET',
    params: theAttempt,
    query: () => '?format=json',
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/export`,
    method: 'GET',
    params: theAttempt,
    query: () => '?format=md',
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/hints`,
    method: 'POST',
    params: theOpenOne,
    body: () => ({ step: 'data', number: 1 }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/time`,
    method: 'PUT',
    params: theOpenOne,
    body: () => ({ segments: [segment] }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/answers/[step]`,
    method: 'PUT',
    params: (world) => [world.openId, 'data'],
    body: () => ({ baseRevision: 1, answer: { fields: { split: 'stolen' } } }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/answers/[step]`,
    method: 'PUT',
    params: (world) => [world.attemptId, 'data'],
    body: () => ({ baseRevision: 1, answer: { text: 'stolen' } }),
    answers: { candidate: 409 },
  },
  {
    route: `${ATTEMPT}/answers/[step]/history`,
    method: 'GET',
    params: (world) => [world.attemptId, 'data'],
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/marks/[step]/[expectationId]`,
    method: 'PUT',
    params: (world) => [world.attemptId, 'data', 'data-one'],
    body: () => ({ found: false, quote: null }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/marks/[step]/[expectationId]`,
    method: 'DELETE',
    params: (world) => [world.attemptId, 'data', 'data-two'],
    answers: { candidate: 200 },
  },

  // --- findings ---
  {
    route: `${ATTEMPT}/feedback`,
    method: 'GET',
    params: theAttempt,
    answers: { candidate: 200 },
    ...onlySeenBy(['candidate'], () => ['data-one']),
  },
  {
    route: `${ATTEMPT}/feedback`,
    method: 'POST',
    params: theAttempt,
    body: () => ({ step: 'data' }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/feedback`,
    method: 'POST',
    params: theOpenOne,
    body: () => ({ step: 'data' }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/feedback/reveal`,
    method: 'POST',
    params: theAttempt,
    body: () => ({ step: 'data' }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/feedback/reveal`,
    method: 'POST',
    params: theOpenOne,
    body: () => ({ step: 'data' }),
    answers: { candidate: 409 },
  },
  {
    route: `${ATTEMPT}/feedback/corrections`,
    method: 'GET',
    params: theAttempt,
    query: () => '?format=md',
    answers: { candidate: 200 },
    ...onlySeenBy(['candidate'], () => [SECRETS.answer]),
  },
  {
    route: `${ATTEMPT}/feedback/[step]/[expectationId]`,
    method: 'PUT',
    params: (world) => [world.attemptId, 'data', 'data-one'],
    body: () => ({ verdict: 'this-is-it', quote: quoteOf('at random') }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/feedback/[step]/[expectationId]`,
    method: 'DELETE',
    params: (world) => [world.attemptId, 'data', 'data-one'],
    answers: { candidate: 200 },
  },

  {
    route: `${ATTEMPT}/suggestions`,
    method: 'POST',
    params: theAttempt,
    body: () => ({ step: 'data' }),
    account: true,
    answers: all(200, COACHES),
  },
];
