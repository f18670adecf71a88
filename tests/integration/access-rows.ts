import { EMPTY_REVIEW } from '@/lib/core/review/review-body';
import { ACTORS, type Actor } from '../fixtures/actors';
import { SECRETS, type World } from './access-world';
import { quoteOf } from './review-people';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Answers = Partial<Record<Actor, number>>;

/** One call, and what each actor gets for it. */
export interface Row {
  /** The address as the folders under app/ have it. */
  readonly route: string;
  readonly method: Method;
  /** What stands for its parameters, in order. */
  readonly params: (world: World) => readonly string[];
  readonly query?: (world: World) => string;
  /** What somebody could send to whom it belongs. */
  readonly body?: (world: World) => unknown;
  /** The status that each gets; whoever is left out gets 404. */
  readonly answers: Answers;
  /** It needs an account whatever it is about: guests and nobody get 403 instead. */
  readonly account?: true;
  /** What only these may find in the answer. */
  readonly hides?: { readonly words: (world: World) => readonly string[]; readonly seenBy: readonly Actor[] };
}

const all = (status: number, actors: readonly Actor[] = ACTORS): Answers =>
  Object.fromEntries(actors.map((actor) => [actor, status]));
const PEOPLE = ACTORS.filter((actor) => actor !== 'nobody');
const MEMBERS = PEOPLE.filter((actor) => actor !== 'guest');
/** Who may read the candidate's attempt. */
const COACHES = ['linkCoach', 'groupOwner', 'groupCoach'] as const;
const IN_GROUP = ['candidate', 'groupOwner', 'groupCoach', 'groupMember'] as const;
const LEADS = ['groupOwner', 'groupCoach'] as const;

const onlySeenBy = (seenBy: readonly Actor[], words: (world: World) => readonly string[]) => ({
  hides: { words, seenBy },
});
const none = () => [];
const theAttempt = (world: World) => [world.attemptId];
const theOpenOne = (world: World) => [world.openId];
const theGroup = (world: World) => [world.groupId];
const theReview = (world: World) => [world.reviewId];
const theDraft = (world: World) => [world.draftId];
const theComment = (world: World) => [world.commentId];

const ATTEMPT = '/api/attempts/[id]';
const GROUP = '/api/groups/[id]';
const REVIEW = '/api/reviews/[id]';
const saveBody = () => ({ baseRevision: 0, review: { ...EMPTY_REVIEW, summary: 'stolen' } });
const startBody = { caseSlug: 'fixture', mode: 'unaided', level: 'senior' };
const segment = { id: 'segment-1', step: 'data', startedAt: '2026-01-01T00:00:00.000Z', activeMs: 1 };

/**
 * Every call of the API. A route or a method without a line here fails access-walk.test.ts: add one, and say what each
 * actor gets.
 */
export const ROWS: readonly Row[] = [
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

  // --- links and groups an attempt is given to ---
  { route: `${ATTEMPT}/shares`, method: 'GET', params: theAttempt, answers: { candidate: 200 } },
  { route: `${ATTEMPT}/shares`, method: 'POST', params: theAttempt, body: () => ({}), answers: { candidate: 201 } },
  { route: `${ATTEMPT}/shares`, method: 'POST', params: theOpenOne, body: () => ({}), answers: { candidate: 409 } },
  { route: '/api/shares/[id]', method: 'DELETE', params: (world) => [world.shareId], answers: { candidate: 204 } },
  {
    route: '/api/shares/accept',
    method: 'POST',
    params: none,
    body: (world) => ({ token: world.shareToken }),
    account: true,
    // The link is what makes it theirs.
    answers: { ...all(200, MEMBERS), candidate: 409 },
  },
  {
    route: '/api/shares/accept',
    method: 'POST',
    params: none,
    body: (world) => ({ token: world.revokedToken }),
    account: true,
    answers: {},
  },
  {
    route: '/api/shares/accept',
    method: 'POST',
    params: none,
    body: (world) => ({ token: world.expiredToken }),
    account: true,
    answers: {},
  },
  {
    route: `${ATTEMPT}/groups/[groupId]`,
    method: 'PUT',
    params: (world) => [world.attemptId, world.groupId],
    body: () => ({ note: 'stolen' }),
    answers: { candidate: 200 },
  },
  {
    route: `${ATTEMPT}/groups/[groupId]`,
    method: 'DELETE',
    params: (world) => [world.attemptId, world.groupId],
    answers: { candidate: 204 },
  },
  {
    route: `${ATTEMPT}/nudges`,
    method: 'POST',
    params: theAttempt,
    body: () => ({ about: 'replies' }),
    answers: { candidate: 201, ...all(201, COACHES) },
  },

  // --- groups ---
  {
    route: '/api/groups',
    method: 'GET',
    params: none,
    answers: all(200),
    ...onlySeenBy(IN_GROUP, (world) => [world.groupId, 'Tuesdays']),
  },
  {
    route: '/api/groups',
    method: 'POST',
    params: none,
    body: () => ({ name: 'Mine' }),
    account: true,
    answers: all(201, MEMBERS),
  },
  {
    route: '/api/groups/join',
    method: 'POST',
    params: none,
    body: (world) => ({ token: world.inviteToken }),
    account: true,
    answers: all(200, MEMBERS),
  },
  {
    route: '/api/groups/join',
    method: 'POST',
    params: none,
    body: (world) => ({ token: world.deadInviteToken }),
    account: true,
    answers: {},
  },
  {
    route: GROUP,
    method: 'GET',
    params: theGroup,
    answers: all(200, IN_GROUP),
    ...onlySeenBy(LEADS, (world) => [world.inviteToken, world.userIds.groupMember, world.userIds.candidate]),
  },
  { route: GROUP, method: 'PATCH', params: theGroup, body: () => ({ name: 'Stolen' }), answers: all(200, LEADS) },
  { route: GROUP, method: 'DELETE', params: theGroup, answers: { groupOwner: 204 } },
  { route: `${GROUP}/invite`, method: 'POST', params: theGroup, answers: all(200, LEADS) },
  {
    route: `${GROUP}/members/[userId]`,
    method: 'DELETE',
    params: (world) => [world.groupId, world.userIds.groupMember],
    answers: { ...all(204, LEADS), groupMember: 204 },
  },
  {
    route: `${GROUP}/members/[userId]`,
    method: 'DELETE',
    params: (world) => [world.groupId, world.userIds.groupOwner],
    answers: all(409, LEADS),
  },
  {
    route: `${GROUP}/members/[userId]`,
    method: 'PUT',
    params: (world) => [world.groupId, world.userIds.groupMember],
    body: () => ({ role: 'coach' }),
    answers: all(200, LEADS),
  },
  {
    route: `${GROUP}/members/[userId]`,
    method: 'PUT',
    params: (world) => [world.groupId, world.userIds.groupCoach],
    body: () => ({ role: 'coach', owner: true }),
    answers: { groupOwner: 200 },
  },
  {
    route: `${GROUP}/members/[userId]`,
    method: 'PUT',
    params: (world) => [world.groupId, world.userIds.wasGroupCoach],
    body: () => ({ role: 'coach' }),
    answers: {},
  },
  { route: `${GROUP}/assignments`, method: 'POST', params: theGroup, body: () => startBody, answers: all(201, LEADS) },
  {
    route: `${GROUP}/assignments/[assignmentId]`,
    method: 'DELETE',
    params: (world) => [world.groupId, world.assignmentId],
    answers: all(204, LEADS),
  },
  {
    route: `${GROUP}/assignments/[assignmentId]/nudges`,
    method: 'POST',
    params: (world) => [world.groupId, world.assignmentId],
    body: (world) => ({ userId: world.userIds.candidate }),
    answers: all(201, LEADS),
  },

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

  // --- notices ---
  {
    route: '/api/notices',
    method: 'GET',
    params: none,
    answers: all(200),
    ...onlySeenBy(['candidate'], (world) => [world.noticeId]),
  },
  {
    route: '/api/notices/read',
    method: 'POST',
    params: none,
    body: (world) => ({ ids: [world.noticeId] }),
    // Another's notice stays unread: access-walk.test.ts looks.
    answers: all(200, PEOPLE),
  },

  // --- one's own ---
  { route: '/api/me', method: 'GET', params: none, answers: all(200, PEOPLE) },
  {
    route: '/api/me',
    method: 'PATCH',
    params: none,
    body: () => ({ name: 'Another' }),
    account: true,
    answers: all(200, MEMBERS),
  },
  { route: '/api/me', method: 'DELETE', params: none, answers: all(204) },
  {
    route: '/api/me/export',
    method: 'GET',
    params: none,
    answers: all(200, PEOPLE),
    ...onlySeenBy(['linkCoach'], () => [SECRETS.note, SECRETS.reply]),
  },
  {
    route: '/api/me/saved-replies',
    method: 'GET',
    params: none,
    account: true,
    answers: all(200, MEMBERS),
    ...onlySeenBy(['linkCoach'], (world) => [world.savedReplyId, SECRETS.reply]),
  },
  {
    route: '/api/me/saved-replies',
    method: 'POST',
    params: none,
    body: () => ({ title: 'Mine', text: 'Mine.' }),
    account: true,
    answers: all(201, MEMBERS),
  },
  {
    route: '/api/me/saved-replies/[id]',
    method: 'PUT',
    params: (world) => [world.savedReplyId],
    body: () => ({ title: 'Stolen', text: 'Stolen.' }),
    account: true,
    answers: { linkCoach: 200 },
  },
  {
    route: '/api/me/saved-replies/[id]',
    method: 'DELETE',
    params: (world) => [world.savedReplyId],
    account: true,
    answers: { linkCoach: 204 },
  },
  {
    route: '/api/me/learner-notes',
    method: 'GET',
    params: none,
    account: true,
    answers: all(200, MEMBERS),
    ...onlySeenBy(['linkCoach'], () => [SECRETS.note]),
  },
  {
    route: '/api/me/learner-notes/[userId]',
    method: 'PUT',
    params: (world) => [world.userIds.candidate],
    body: () => ({ text: 'Mine.' }),
    account: true,
    // Who has begun a review of theirs, also when it was taken away.
    answers: { linkCoach: 200, groupCoach: 200, revokedCoach: 200 },
  },
  {
    route: '/api/auth/claim-guest',
    method: 'POST',
    params: none,
    body: () => ({ name: 'New', email: 'new@example.org', password: 'a long enough password' }),
    answers: { ...all(409, MEMBERS), guest: 200, nobody: 401 },
  },
  { route: '/api/health', method: 'GET', params: none, answers: all(200) },
];
