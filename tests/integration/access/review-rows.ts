import { EMPTY_REVIEW } from '@/lib/core/review/review-body';
import {
  ATTEMPT,
  all,
  COACHES,
  LEADS,
  none,
  onlySeenBy,
  REVIEW,
  type Row,
  theAttempt,
  theComment,
  theDraft,
  theReview,
} from './row';

const saveBody = () => ({ baseRevision: 0, review: { ...EMPTY_REVIEW, summary: 'stolen' } });

/** Calls about the queue and reviews. */
export const REVIEW_ROWS: readonly Row[] = [
  // --- the queue ---
  {
    route: '/api/reviews',
    method: 'GET',
    params: none,
    answers: all(200),
    // The link's coach has published: it waits no longer for them.
    ...onlySeenBy(LEADS, (world) => [world.attemptId]),
  },
  {
    route: '/api/reviews',
    method: 'GET',
    params: none,
    query: () => '?state=published',
    answers: all(200),
    ...onlySeenBy(['linkCoach'], (world) => [world.attemptId]),
  },
  {
    route: '/api/reviews',
    method: 'GET',
    params: none,
    query: (world) => `?group=${world.groupId}`,
    answers: all(200, LEADS),
  },
  {
    route: '/api/reviews/people',
    method: 'GET',
    params: none,
    answers: all(200),
    ...onlySeenBy(['linkCoach', 'groupCoach', 'groupOwner'], (world) => [world.userIds.candidate]),
  },
  {
    route: '/api/reviews/next',
    method: 'GET',
    params: none,
    answers: all(200),
    // The group's coach is at it.
    ...onlySeenBy([], (world) => [world.attemptId]),
  },

  // --- reviews ---
  { route: `${ATTEMPT}/reviews`, method: 'GET', params: theAttempt, answers: { candidate: 200 } },
  {
    route: `${ATTEMPT}/reviews`,
    method: 'POST',
    params: theAttempt,
    // The two who have begun come back to theirs.
    answers: { candidate: 409, linkCoach: 200, groupCoach: 200, groupOwner: 201 },
  },
  // What they wrote is their author's, also when the attempt is not; and two who have not both published see nothing of each other.
  { route: REVIEW, method: 'GET', params: theReview, answers: { candidate: 200, linkCoach: 200 } },
  { route: REVIEW, method: 'GET', params: theDraft, answers: { groupCoach: 200 } },
  { route: REVIEW, method: 'GET', params: (world) => [world.revokedDraftId], answers: { revokedCoach: 200 } },
  { route: REVIEW, method: 'PUT', params: theReview, body: saveBody, answers: { linkCoach: 409 } },
  { route: REVIEW, method: 'PUT', params: theDraft, body: saveBody, answers: { groupCoach: 200 } },
  { route: REVIEW, method: 'PUT', params: (world) => [world.revokedDraftId], body: saveBody, answers: {} },
  {
    route: `${REVIEW}/publish`,
    method: 'POST',
    params: theReview,
    body: () => ({ revision: 1 }),
    answers: { linkCoach: 200 },
  },
  {
    route: `${REVIEW}/publish`,
    method: 'POST',
    params: theDraft,
    body: () => ({ revision: 1 }),
    // Nothing is saved in it yet.
    answers: { groupCoach: 409 },
  },
  {
    route: `${REVIEW}/publish`,
    method: 'POST',
    params: (world) => [world.revokedDraftId],
    body: () => ({ revision: 1 }),
    answers: {},
  },
  { route: `${REVIEW}/claim`, method: 'DELETE', params: theDraft, answers: { groupCoach: 204 } },
  {
    route: `${REVIEW}/rating`,
    method: 'PUT',
    params: theReview,
    body: () => ({ helped: 'partly' }),
    answers: { candidate: 200 },
  },
  {
    route: '/api/comments/[id]',
    method: 'PUT',
    params: theComment,
    body: () => ({ state: 'resolved' }),
    answers: { candidate: 200, linkCoach: 200 },
  },
  {
    route: '/api/comments/[id]/replies',
    method: 'POST',
    params: theComment,
    body: () => ({ text: 'stolen' }),
    answers: { candidate: 201, linkCoach: 201 },
  },
  {
    route: `${ATTEMPT}/self-review`,
    method: 'GET',
    params: theAttempt,
    // A coach sees it beside a review that is published.
    answers: { candidate: 200, linkCoach: 200 },
  },
  {
    route: `${ATTEMPT}/self-review`,
    method: 'PUT',
    params: theAttempt,
    body: () => ({ bands: {}, skipped: true }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/comment-answers/[commentId]`,
    method: 'PUT',
    params: (world) => [world.openId, world.commentId],
    body: () => ({ answered: true }),
    answers: { candidate: 200 },
  },
  { route: `${ATTEMPT}/packet`, method: 'GET', params: theAttempt, answers: { candidate: 200, ...all(200, COACHES) } },
  {
    route: `${ATTEMPT}/packet`,
    method: 'POST',
    params: theAttempt,
    body: () => ({}),
    // It is no packet.
    answers: { candidate: 422, ...all(422, COACHES) },
  },
];
