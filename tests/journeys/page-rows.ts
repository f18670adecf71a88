import { ACTORS, type Actor } from '../fixtures/actors';
import type { PageWorld, Secret } from './page-world';

/**
 * What somebody gets for an address: the page; the page with no more than the way to an account; the sign-in page, and from
 * there back; the words that nothing is there; or another address.
 */
export type Answer = 'shown' | 'asks' | 'sign-in' | 'missing' | ((world: PageWorld) => string);

/** One address of one page. */
export interface PageRow {
  /** As the folders under app/ have it, without those in brackets that group. */
  readonly page: string;
  readonly address: (world: PageWorld) => string;
  readonly answers: Partial<Record<Actor, Answer>>;
  /** What everybody else gets. */
  readonly others: Answer;
  /** Who finds which secret in the page. Nobody else may, and what is not named stands in no answer to anybody. */
  readonly sees?: Partial<Record<Secret, readonly Actor[]>>;
}

const all = <Given extends Answer>(answer: Given, actors: readonly Actor[]): Partial<Record<Actor, Answer>> =>
  Object.fromEntries(actors.map((actor) => [actor, answer]));
const GUESTS = ['nobody', 'guest'] as const;
const MEMBERS = ACTORS.filter((actor) => actor !== 'nobody' && actor !== 'guest');
const CANDIDATE = ['candidate'] as const;
const LINK = ['linkCoach'] as const;
const LEADS = ['groupOwner', 'groupCoach'] as const;
/** Who may read the attempt that was given. */
const COACHES = [...LINK, ...LEADS] as const;
const IN_GROUP = ['candidate', 'groupMember', ...LEADS] as const;

const isPublic = (page: string, address = page): PageRow => ({
  page,
  address: () => address,
  answers: {},
  others: 'shown',
});
const onlyFor = (actors: readonly Actor[], row: Pick<PageRow, 'page' | 'address' | 'sees'>): PageRow => ({
  ...row,
  answers: all('shown', actors),
  others: 'missing',
});

/** Every page. One without a line here fails access-pages.spec.ts: add it, and say what each actor gets. */
export const PAGE_ROWS: readonly PageRow[] = [
  // --- everybody's ---
  {
    page: '/',
    address: () => '/',
    answers: {},
    others: 'shown',
    sees: { group: ['candidate', 'groupMember'] },
  },
  isPublic('/how-feedback-works'),
  isPublic('/steps'),
  isPublic('/steps/[step]', '/steps/data'),
  isPublic('/cases/[slug]', '/cases/video-recommendation'),
  isPublic('/cases/[slug]/[step]', '/cases/video-recommendation/data'),
  isPublic('/reset-password'),
  isPublic('/reset-password', '/reset-password?token=made-up'),

  // --- an account ---
  { page: '/sign-in', address: () => '/sign-in', answers: all(() => '/', MEMBERS), others: 'shown' },
  {
    page: '/settings',
    address: () => '/settings',
    answers: all('sign-in', GUESTS),
    others: 'shown',
    sees: { candidate: CANDIDATE, coach: LINK },
  },
  {
    page: '/confirm-email',
    address: () => '/confirm-email?token=made-up',
    answers: all('sign-in', GUESTS),
    others: 'shown',
  },
  {
    page: '/notices',
    address: () => '/notices',
    answers: all('asks', GUESTS),
    others: 'shown',
    // What somebody was told stays told.
    sees: {
      coach: CANDIDATE,
      group: [...IN_GROUP, 'wasMember', 'wasGroupCoach'],
      candidate: [...COACHES, 'wasGroupCoach'],
    },
  },

  // --- one's own attempts ---
  { page: '/attempts', address: () => '/attempts', answers: {}, others: 'shown' },
  onlyFor(CANDIDATE, {
    page: '/attempts/[id]',
    address: ({ attemptId }) => `/attempts/${attemptId}`,
    // With whom they share it, and what they asked.
    sees: { answer: CANDIDATE, coach: CANDIDATE, group: CANDIDATE, groupNote: CANDIDATE, linkNote: CANDIDATE },
  }),
  onlyFor(CANDIDATE, {
    page: '/attempts/[id]',
    address: ({ openId }) => `/attempts/${openId}`,
    sees: { openAnswer: CANDIDATE },
  }),
  onlyFor(CANDIDATE, {
    page: '/attempts/[id]/reviews',
    address: ({ attemptId }) => `/attempts/${attemptId}/reviews`,
    sees: { answer: CANDIDATE, coach: CANDIDATE, review: CANDIDATE, reply: CANDIDATE, candidate: CANDIDATE },
  }),
  onlyFor(CANDIDATE, {
    page: '/attempts/[id]/reviews',
    address: ({ unmarkedId }) => `/attempts/${unmarkedId}/reviews`,
    // Who reviewed it, and no more before they have marked themselves.
    sees: { unmarkedAnswer: CANDIDATE, coach: CANDIDATE },
  }),
  {
    page: '/attempts/[id]/reviews',
    address: ({ openId }) => `/attempts/${openId}/reviews`,
    answers: { candidate: ({ openId }) => `/attempts/${openId}` },
    others: 'missing',
  },
  isPublic('/attempts/compare'),
  onlyFor(CANDIDATE, {
    page: '/attempts/compare',
    address: ({ attemptId, aloneId }) => `/attempts/compare?a=${attemptId}&b=${aloneId}`,
    sees: { answer: CANDIDATE, aloneAnswer: CANDIDATE },
  }),
  onlyFor(CANDIDATE, {
    page: '/practice/[attemptId]',
    address: ({ openId }) => `/practice/${openId}`,
    // The comments on the attempt before it stand beside it.
    sees: { openAnswer: CANDIDATE, review: CANDIDATE, reply: CANDIDATE, coach: CANDIDATE, candidate: CANDIDATE },
  }),
  {
    page: '/practice/[attemptId]',
    address: ({ attemptId }) => `/practice/${attemptId}`,
    answers: { candidate: ({ attemptId }) => `/attempts/${attemptId}` },
    others: 'missing',
  },
  {
    page: '/progress',
    address: () => '/progress',
    answers: {},
    others: 'shown',
    sees: { coach: CANDIDATE },
  },

  // --- a coach's ---
  {
    page: '/review',
    address: () => '/review',
    answers: all('asks', GUESTS),
    others: 'shown',
    sees: { candidate: COACHES, linkNote: LINK, groupNote: LEADS, group: LEADS },
  },
  {
    page: '/review',
    address: ({ groupId }) => `/review?group=${groupId}`,
    answers: { ...all('asks', GUESTS), ...all('shown', LEADS) },
    others: 'missing',
    sees: { candidate: LEADS, groupNote: LEADS, group: LEADS },
  },
  {
    page: '/review',
    address: ({ candidateId }) => `/review?person=${candidateId}`,
    answers: all('asks', GUESTS),
    others: 'shown',
    sees: { candidate: COACHES, linkNote: LINK, groupNote: LEADS, group: LEADS },
  },
  {
    page: '/review/next',
    address: () => '/review/next',
    answers: { ...all('sign-in', GUESTS), linkCoach: ({ waitingId }) => `/review/${waitingId}` },
    others: 'shown',
  },
  {
    page: '/review/notes',
    address: () => '/review/notes',
    answers: all('sign-in', GUESTS),
    others: 'shown',
    // What a coach noted stays theirs when the attempt is taken away.
    sees: {
      note: LINK,
      revokedNote: ['revokedCoach'],
      revokedDraft: ['revokedCoach'],
      candidate: ['linkCoach', 'revokedCoach'],
    },
  },
  onlyFor(COACHES, {
    page: '/review/[attemptId]',
    address: ({ attemptId }) => `/review/${attemptId}`,
    sees: {
      candidate: COACHES,
      answer: COACHES,
      linkNote: LINK,
      groupNote: LEADS,
      // Their own; another coach's once both have published.
      review: LINK,
      reply: LINK,
      draft: ['groupCoach'],
      savedReply: ['groupCoach'],
      note: LINK,
      coach: COACHES,
      // What they wrote to the same candidate elsewhere.
      unread: LINK,
    },
  }),
  onlyFor(LINK, {
    page: '/review/[attemptId]',
    address: ({ unmarkedId }) => `/review/${unmarkedId}`,
    sees: {
      candidate: LINK,
      unmarkedAnswer: LINK,
      linkNote: LINK,
      unread: LINK,
      review: LINK,
      reply: LINK,
      note: LINK,
      // Their own name.
      coach: LINK,
    },
  }),
  onlyFor([], { page: '/review/[attemptId]', address: ({ aloneId }) => `/review/${aloneId}` }),
  onlyFor([], { page: '/review/[attemptId]', address: ({ openId }) => `/review/${openId}` }),

  // --- links ---
  {
    page: '/share/[token]',
    address: ({ shareToken }) => `/share/${shareToken}`,
    answers: all('asks', GUESTS),
    others: 'shown',
    // Whoever has the link learns who asks for what, and reads nothing of the answer.
    sees: { candidate: ACTORS, linkNote: ACTORS },
  },
  ...[
    ({ revokedToken }: PageWorld) => `/share/${revokedToken}`,
    ({ expiredToken }: PageWorld) => `/share/${expiredToken}`,
    ({ shareToken }: PageWorld) => `/share/${shareToken.slice(0, -1)}`,
  ].map((address): PageRow => ({ page: '/share/[token]', address, answers: {}, others: 'missing' })),
  {
    page: '/groups/join/[token]',
    address: ({ inviteToken }) => `/groups/join/${inviteToken}`,
    answers: all('asks', GUESTS),
    others: 'shown',
    sees: { group: ACTORS },
  },
  {
    page: '/groups/join/[token]',
    address: ({ deadInviteToken }) => `/groups/join/${deadInviteToken}`,
    answers: {},
    others: 'missing',
  },

  // --- groups ---
  {
    page: '/groups',
    address: () => '/groups',
    answers: all('asks', GUESTS),
    others: 'shown',
    sees: { group: IN_GROUP },
  },
  onlyFor(IN_GROUP, {
    page: '/groups/[id]',
    address: ({ groupId }) => `/groups/${groupId}`,
    // Who else is in it, only its coaches see.
    sees: { group: IN_GROUP, candidate: LEADS },
  }),
];
