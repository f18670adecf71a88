import { SECRETS } from '../access-world';
import { all, MEMBERS, none, onlySeenBy, PEOPLE, type Row } from './row';

/** Calls about notices and oneself. */
export const OWN_ROWS: readonly Row[] = [
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
  {
    route: '/api/auth/change-email',
    method: 'POST',
    params: none,
    // Each has just signed in, so nobody is asked for a password.
    body: () => ({ newEmail: 'new@example.org' }),
    answers: { ...all(200, MEMBERS), guest: 403, nobody: 401 },
  },
  {
    route: '/api/auth/confirm-email',
    method: 'POST',
    params: none,
    body: (world) => ({ token: world.emailToken }),
    answers: { ...all(422, MEMBERS), candidate: 200, guest: 403, nobody: 401 },
  },
  { route: '/api/health', method: 'GET', params: none, answers: all(200) },
];
