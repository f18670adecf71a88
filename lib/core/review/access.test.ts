import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../app-error';
import {
  ACTIONS,
  type Action,
  type AttemptStanding,
  authorise,
  type GroupStanding,
  type MemberStanding,
  may,
  type ReviewStanding,
  refusal,
  type ShareStanding,
} from './access';

/** How a refusal is written in the tables below. */
const WORDS = {
  ok: null,
  '404': 'not-found',
  account: 'needs-account',
  open: 'not-submitted',
  frozen: 'frozen',
  own: 'own-attempt',
  mark: 'mark-yourself-first',
  stays: 'owner-stays',
  owner: 'owner-decides',
} as const;
type Word = keyof typeof WORDS;

/** Reads a table: a head, then lines of a name and one word for each column of the head. */
function readTable(text: string): [name: string, column: string, expected: (typeof WORDS)[Word]][] {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return lines.flatMap(([name = '', ...cells]) => {
    if (cells.length !== head.length - 1) throw new Error(`The line of "${name}" has ${cells.length} cells.`);
    return cells.map((cell, i): [string, string, (typeof WORDS)[Word]] => {
      if (!(cell in WORDS)) throw new Error(`"${cell}" is no word of these tables.`);
      return [name, head[i + 1] ?? '', WORDS[cell as Word]];
    });
  });
}

const nobody: AttemptStanding = {
  isGuest: false,
  isOwner: false,
  isCoach: false,
  attempt: 'submitted',
  ownReview: 'none',
  hasMarkedSelf: false,
};

const guest = { isGuest: true };
const owner = { isOwner: true };
const coach = { isCoach: true };

const ATTEMPT_ACTORS: Record<string, Partial<AttemptStanding>> = {
  guest,
  stranger: {},
  'owner-guest': { ...owner, ...guest },
  owner,
  coach,
  'coach-draft': { ...coach, ownReview: 'draft' },
  'coach-done': { ...coach, ownReview: 'published' },
  'was-coach': { ownReview: 'draft' },
  'was-coach-done': { ownReview: 'published' },
};

/** Of an attempt that is submitted. */
const SUBMITTED = `
  action           guest stranger owner-guest owner coach coach-draft coach-done was-coach was-coach-done
  use-attempt      404   404      ok          ok    404   404         404        404       404
  read-attempt     404   404      ok          ok    ok    ok          ok         404       404
  follow-attempt   404   404      ok          ok    404   404         404        404       404
  share-attempt    404   404      account     ok    404   404         404        404       404
  list-shares      404   404      ok          ok    404   404         404        404       404
  revoke-share     404   404      ok          ok    404   404         404        404       404
  nudge-coaches    404   404      account     ok    404   404         404        404       404
  nudge-candidate  404   404      404         404   ok    ok          ok         404       404
  mark-self        404   404      ok          ok    404   404         404        404       404
  read-self-marks  404   404      ok          ok    404   404         ok         404       404
  answer-comments  404   404      ok          ok    404   404         404        404       404
  export-packet    404   404      ok          ok    ok    ok          ok         404       404
  import-packet    404   404      ok          ok    404   404         404        404       404
  claim-review     404   404      own         own   ok    ok          ok         404       404
  suggest-findings 404   404      404         404   ok    ok          ok         404       404
  see-reviewers    404   404      ok          ok    ok    ok          ok         404       404
  take-back-from-group 404 404    ok          ok    404   404         404        404       404`;

/** Of an attempt that is still worked on: nobody else may know of it, whatever requests there should be. */
const OPEN = `
  action           guest stranger owner-guest owner coach coach-draft coach-done was-coach was-coach-done
  use-attempt      404   404      ok          ok    404   404         404        404       404
  read-attempt     404   404      ok          ok    404   404         404        404       404
  follow-attempt   404   404      open        open  404   404         404        404       404
  share-attempt    404   404      account     open  404   404         404        404       404
  list-shares      404   404      ok          ok    404   404         404        404       404
  revoke-share     404   404      ok          ok    404   404         404        404       404
  nudge-coaches    404   404      account     open  404   404         404        404       404
  nudge-candidate  404   404      404         404   404   404         404        404       404
  mark-self        404   404      open        open  404   404         404        404       404
  read-self-marks  404   404      ok          ok    404   404         404        404       404
  answer-comments  404   404      ok          ok    404   404         404        404       404
  export-packet    404   404      open        open  404   404         404        404       404
  import-packet    404   404      open        open  404   404         404        404       404
  claim-review     404   404      open        open  404   404         404        404       404
  suggest-findings 404   404      404         404   404   404         404        404       404
  see-reviewers    404   404      ok          ok    404   404         404        404       404
  take-back-from-group 404 404    ok          ok    404   404         404        404       404`;

const REVIEW_ACTORS: Record<string, Partial<ReviewStanding>> = {
  guest,
  stranger: {},
  owner,
  'owner-marked': { ...owner, hasMarkedSelf: true },
  author: { ...coach, isReviewAuthor: true, ownReview: 'draft' },
  'was-author': { isReviewAuthor: true, ownReview: 'draft' },
  coach,
  'coach-draft': { ...coach, ownReview: 'draft' },
  'coach-done': { ...coach, ownReview: 'published' },
  'was-coach-done': { ownReview: 'published' },
};

const REVIEW_DRAFT = `
  action           guest stranger owner owner-marked author was-author coach coach-draft coach-done was-coach-done
  read-review      404   404      404   404          ok     ok         404   404         404        404
  save-review      404   404      404   404          ok     404        404   404         404        404
  publish-review   404   404      404   404          ok     404        404   404         404        404
  release-claim    404   404      404   404          ok     ok         404   404         404        404
  resolve-comment  404   404      404   404          404    404        404   404         404        404
  reply-to-comment 404   404      404   404          404    404        404   404         404        404
  rate-review      404   404      404   404          404    404        404   404         404        404`;

const REVIEW_PUBLISHED = `
  action           guest stranger owner owner-marked author was-author coach coach-draft coach-done was-coach-done
  read-review      404   404      mark  ok           ok     ok         404   404         ok         404
  save-review      404   404      404   404          frozen 404        404   404         404        404
  publish-review   404   404      404   404          ok     404        404   404         404        404
  release-claim    404   404      404   404          ok     ok         404   404         404        404
  resolve-comment  404   404      ok    ok           ok     404        404   404         404        404
  reply-to-comment 404   404      ok    ok           ok     404        404   404         404        404
  rate-review      404   404      ok    ok           404    404        404   404         404        404`;

const SHARE_ACTORS: Record<string, Omit<ShareStanding, 'isLive'>> = {
  guest: { isGuest: true, isOwner: false },
  member: { isGuest: false, isOwner: false },
  owner: { isGuest: false, isOwner: true },
};
const SHARE_LIVE = `
  action       guest   member owner
  open-share   ok      ok     ok
  accept-share account ok     own`;
const SHARE_DEAD = `
  action       guest   member owner
  open-share   404     404    404
  accept-share 404     404    404`;

const GROUP = `
  action         none member coach owner
  read-group     404  ok     ok    ok
  lead-group     404  404    ok    ok
  delete-group   404  404    404   ok
  start-assigned 404  ok     ok    ok`;

/** <role>-><target>; "self" is oneself. */
const MEMBER = `
  action          none->member member->member member->coach member->self coach->none coach->member coach->coach coach->owner coach->self owner->member owner->coach owner->self owner->none
  nudge-member    404          404            404           404          404         ok            ok           ok           404         ok            ok           404         404
  remove-member   404          404            404           ok           404         ok            owner        stays        ok          ok            ok           stays       404
  make-coach      404          404            404           404          404         ok            ok           ok           ok          ok            ok           ok          404
  make-member     404          404            404           404          404         ok            owner        stays        ok          ok            ok           stays       404
  hand-over-group 404          404            404           404          404         404           404          404          404         ok            ok           ok          404`;

const GROUP_SHARE = `
  action            stranger-out stranger-in owner-out owner-in owner-open guest-in
  share-with-group  404          404         404       ok       open       account`;
const GROUP_SHARE_ACTORS: Record<string, AttemptStanding & GroupStanding> = {
  'stranger-out': { ...nobody, role: 'none' },
  'stranger-in': { ...nobody, role: 'coach' },
  'owner-out': { ...nobody, ...owner, role: 'none' },
  'owner-in': { ...nobody, ...owner, role: 'member' },
  'owner-open': { ...nobody, ...owner, role: 'member', attempt: 'open' },
  'guest-in': { ...nobody, ...owner, ...guest, role: 'member' },
};

const ACCOUNT = `
  action     guest   member
  make-group account ok
  join-group account ok`;

const LEARNER = `
  action       guest stranger reviewer
  note-learner 404   404      ok`;
const LEARNER_ACTORS = {
  guest: { isGuest: true, hasReviewed: false },
  stranger: { isGuest: false, hasReviewed: false },
  reviewer: { isGuest: false, hasReviewed: true },
};

type Role = GroupStanding['role'];

function memberStanding(column: string): MemberStanding {
  const [role, target] = column.split('->') as [Role, Role | 'self'];
  const isSelf = target === 'self';
  return { isGuest: false, role, isSelf, target: isSelf ? role : target };
}

type Read = (column: string) => object;
const TABLES: readonly (readonly [name: string, table: string, standing: Read])[] = [
  ['an attempt, submitted', SUBMITTED, (actor) => ({ ...nobody, ...ATTEMPT_ACTORS[actor] })],
  ['an attempt, open', OPEN, (actor) => ({ ...nobody, ...ATTEMPT_ACTORS[actor], attempt: 'open' })],
  [
    'a review, draft',
    REVIEW_DRAFT,
    (actor) => ({ ...nobody, isReviewAuthor: false, ...REVIEW_ACTORS[actor], review: 'draft' }),
  ],
  [
    'a review, published',
    REVIEW_PUBLISHED,
    (actor) => ({ ...nobody, isReviewAuthor: false, ...REVIEW_ACTORS[actor], review: 'published' }),
  ],
  ['a link, live', SHARE_LIVE, (actor) => ({ ...SHARE_ACTORS[actor], isLive: true })],
  ['a link, dead', SHARE_DEAD, (actor) => ({ ...SHARE_ACTORS[actor], isLive: false })],
  ['a group', GROUP, (role) => ({ isGuest: false, role })],
  ['a person of a group', MEMBER, memberStanding],
  ['an attempt and a group', GROUP_SHARE, (actor) => GROUP_SHARE_ACTORS[actor] ?? {}],
  ['nothing in particular', ACCOUNT, (actor) => ({ isGuest: actor === 'guest' })],
  ['another person', LEARNER, (actor) => LEARNER_ACTORS[actor as keyof typeof LEARNER_ACTORS]],
];

const asked = (action: string, standing: object) => refusal(action as Action, standing as never);

describe.each(TABLES)('before %s', (_, table, standing) => {
  it.each(readTable(table))('%s by %s: %s', (action, actor, expected) => {
    expect(asked(action, standing(actor))).toBe(expected);
  });
});

it('has every action in a table', () => {
  const inTables = new Set(TABLES.flatMap(([, table]) => readTable(table).map(([action]) => action)));
  expect(ACTIONS.filter((action) => !inTables.has(action))).toEqual([]);
});

const attemptStandings = fc.record<AttemptStanding>({
  isGuest: fc.boolean(),
  isOwner: fc.boolean(),
  isCoach: fc.boolean(),
  attempt: fc.constantFrom('open', 'submitted'),
  ownReview: fc.constantFrom('none', 'draft', 'published'),
  hasMarkedSelf: fc.boolean(),
});
const reviewStandings = fc
  .tuple(attemptStandings, fc.boolean(), fc.constantFrom('draft' as const, 'published' as const))
  .map(([at, isReviewAuthor, review]): ReviewStanding => ({ ...at, isReviewAuthor, review }));

const OF_ATTEMPT = [...new Set(readTable(SUBMITTED).map(([action]) => action))];
const OF_REVIEW = [...new Set(readTable(REVIEW_DRAFT).map(([action]) => action))];

describe('in every standing there is', () => {
  it('whoever has nothing to do with an attempt is told that it is not there', () => {
    fc.assert(
      fc.property(reviewStandings, (at) => {
        const outsider = { ...at, isOwner: false, isCoach: false, isReviewAuthor: false };
        for (const action of [...OF_ATTEMPT, ...OF_REVIEW]) expect(asked(action, outsider)).toBe('not-found');
      }),
    );
  });

  it('a draft is read by its author alone', () => {
    fc.assert(
      fc.property(reviewStandings, (at) => {
        expect(may('read-review', { ...at, review: 'draft' })).toBe(at.isReviewAuthor);
      }),
    );
  });

  it('taking a request away never opens anything', () => {
    fc.assert(
      fc.property(reviewStandings, (at) => {
        for (const action of [...OF_ATTEMPT, ...OF_REVIEW]) {
          const without = asked(action, { ...at, isCoach: false });
          if (without === null) expect(asked(action, { ...at, isCoach: true })).toBeNull();
        }
      }),
    );
  });

  it('nobody reviews their own attempt', () => {
    fc.assert(
      fc.property(reviewStandings, (at) => {
        expect(may('claim-review', { ...at, isOwner: true })).toBe(false);
        expect(may('save-review', { ...at, isOwner: true })).toBe(false);
        expect(may('publish-review', { ...at, isOwner: true })).toBe(false);
      }),
    );
  });
});

describe('authorise', () => {
  const refused = (run: () => void) => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return null;
  };
  it('lets pass, or throws with the reason', () => {
    expect(refused(() => authorise('read-attempt', { ...nobody, isOwner: true }))).toBeNull();
    expect(refused(() => authorise('read-attempt', nobody, 'There is none.'))).toMatchObject({
      code: 'not-found',
      userMessage: 'There is none.',
    });
    const own = refused(() => authorise('claim-review', { ...nobody, isOwner: true }, 'There is none.'));
    expect(own).toBeInstanceOf(AppError);
    expect(own).toMatchObject({ code: 'own-attempt', userMessage: expect.not.stringContaining('There is none') });
  });
});
