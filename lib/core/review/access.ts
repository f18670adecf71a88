import { AppError, type ErrorCode } from '../app-error';

/**
 * Who may do what: the one place that decides. A command loads the row, has its standing found (lib/db/standing.ts) and asks
 * here. What somebody may not know of is `not-found`, whatever else would be in the way; what they see and cannot do now
 * has a reason of its own.
 */

/** Somebody before an attempt. */
export interface AttemptStanding {
  /** Without an account. A guest owns attempts like anybody, and neither asks for reviews nor writes them. */
  readonly isGuest: boolean;
  readonly isOwner: boolean;
  /** A request for a review is in force for them: by a link, or by a group that they coach and the candidate is in. */
  readonly isCoach: boolean;
  readonly attempt: 'open' | 'submitted';
  /** Their own review of it. */
  readonly ownReview: 'none' | 'draft' | 'published';
  /** The candidate has given marks of their own, or chose to go without. */
  readonly hasMarkedSelf: boolean;
}

/** Somebody before a review of an attempt. */
export interface ReviewStanding extends AttemptStanding {
  readonly isReviewAuthor: boolean;
  readonly review: 'draft' | 'published';
}

/** Somebody before a link by which an attempt is given to a coach. */
export interface ShareStanding {
  readonly isGuest: boolean;
  readonly isOwner: boolean;
  /** Neither revoked nor expired. */
  readonly isLive: boolean;
}

/** Somebody before a group. Its owner is one of its coaches; a coach is one of its people. */
export interface GroupStanding {
  readonly isGuest: boolean;
  readonly role: 'none' | 'member' | 'coach' | 'owner';
}

/** Somebody before one person of a group. */
export interface MemberStanding extends GroupStanding {
  readonly isSelf: boolean;
  readonly target: 'none' | 'member' | 'coach' | 'owner';
}

/** Somebody who wants to give an attempt to a group, or take it back. */
export interface GroupShareStanding extends AttemptStanding, GroupStanding {}

/** Somebody before another person, about whom they keep notes. */
export interface LearnerStanding {
  readonly isGuest: boolean;
  /** They have reviewed an attempt of that person, if only in a draft. */
  readonly hasReviewed: boolean;
}

export type Refusal = Extract<
  ErrorCode,
  | 'not-found'
  | 'needs-account'
  | 'not-submitted'
  | 'frozen'
  | 'own-attempt'
  | 'mark-yourself-first'
  | 'owner-stays'
  | 'owner-decides'
>;

/** What must hold, in this order; the first that does not is the answer. */
function unless(...needs: readonly (readonly [holds: boolean, otherwise: Refusal])[]): Refusal | null {
  return needs.find(([holds]) => !holds)?.[1] ?? null;
}

const ownsIt = (at: { readonly isOwner: boolean }) => [at.isOwner, 'not-found'] as const;
const isSubmitted = (at: AttemptStanding) => [at.attempt === 'submitted', 'not-submitted'] as const;
const hasAccount = (at: { readonly isGuest: boolean }) => [!at.isGuest, 'needs-account'] as const;
/** A request is in force; one for an attempt that is still open is none. */
const coachesIt = (at: AttemptStanding) =>
  [at.isCoach && !at.isOwner && !at.isGuest && at.attempt === 'submitted', 'not-found'] as const;
const isPublished = (at: ReviewStanding) => [at.review === 'published', 'not-found'] as const;
const isIn = (at: GroupStanding) => [at.role !== 'none', 'not-found'] as const;
/** Members know of the group, but what only a coach does is not there for them. */
const leadsIt = (at: GroupStanding) => [at.role === 'coach' || at.role === 'owner', 'not-found'] as const;
const isAuthorStill = (at: ReviewStanding) => [at.isReviewAuthor && coachesIt(at)[0], 'not-found'] as const;
const talksAboutIt = (at: ReviewStanding) => [at.isOwner || isAuthorStill(at)[0], 'not-found'] as const;

const RULES = {
  // --- an attempt ---

  /** The candidate's own: answers, hints, time, marks, export, deletion. What state it must be in is each command's. */
  'use-attempt': (at: Pick<AttemptStanding, 'isOwner'>) => unless(ownsIt(at)),
  'read-attempt': (at: AttemptStanding) => (at.isOwner ? null : unless(coachesIt(at))),
  /** Start another attempt that answers the comments on this one. */
  'follow-attempt': (at: AttemptStanding) => unless(ownsIt(at), isSubmitted(at)),
  'share-attempt': (at: AttemptStanding) => unless(ownsIt(at), hasAccount(at), isSubmitted(at)),
  'list-shares': (at: AttemptStanding) => unless(ownsIt(at)),
  'revoke-share': (at: Pick<AttemptStanding, 'isOwner'>) => unless(ownsIt(at)),
  'nudge-coaches': (at: AttemptStanding) => unless(ownsIt(at), hasAccount(at), isSubmitted(at)),
  'nudge-candidate': (at: AttemptStanding) => unless(coachesIt(at)),
  'mark-self': (at: AttemptStanding) => unless(ownsIt(at), isSubmitted(at)),
  /** The candidate's own marks: a coach sees them beside a published review, so that they colour none. */
  'read-self-marks': (at: AttemptStanding) =>
    at.isOwner ? null : unless(coachesIt(at), [at.ownReview === 'published', 'not-found']),
  'answer-comments': (at: AttemptStanding) => unless(ownsIt(at)),
  'export-packet': (at: AttemptStanding) => (at.isOwner ? unless(isSubmitted(at)) : unless(coachesIt(at))),
  'import-packet': (at: AttemptStanding) => unless(ownsIt(at), isSubmitted(at)),

  // --- a link ---

  'open-share': (at: ShareStanding) => unless([at.isLive, 'not-found']),
  'accept-share': (at: ShareStanding) => unless([at.isLive, 'not-found'], [!at.isOwner, 'own-attempt'], hasAccount(at)),

  // --- a review ---

  /** Begin one, or come back to the one begun. */
  'claim-review': (at: AttemptStanding) =>
    at.isOwner ? unless(isSubmitted(at), [false, 'own-attempt']) : unless(coachesIt(at)),
  /** What the matcher suggests to a coach. For the candidate it is not there: they look through an attempt as its owner. */
  'suggest-findings': (at: AttemptStanding) => unless(coachesIt(at)),
  /** Who is at it, until when, and who has published. */
  'see-reviewers': (at: AttemptStanding) => (at.isOwner ? null : unless(coachesIt(at))),
  /**
   * Its author always: what they wrote stays theirs when the attempt is taken away. The candidate once it is published and
   * they have marked themselves. Another coach once both have published.
   */
  'read-review': (at: ReviewStanding) => {
    if (at.isReviewAuthor) return null;
    if (at.isOwner) return unless(isPublished(at), [at.hasMarkedSelf, 'mark-yourself-first']);
    return unless(coachesIt(at), isPublished(at), [at.ownReview === 'published', 'not-found']);
  },
  'save-review': (at: ReviewStanding) => unless(isAuthorStill(at), [at.review === 'draft', 'frozen']),
  /** Published once more, it stays as it is. */
  'publish-review': (at: ReviewStanding) => unless(isAuthorStill(at)),
  'release-claim': (at: ReviewStanding) => unless([at.isReviewAuthor, 'not-found']),
  'resolve-comment': (at: ReviewStanding) => unless(isPublished(at), talksAboutIt(at)),
  'reply-to-comment': (at: ReviewStanding) => unless(isPublished(at), talksAboutIt(at)),
  'rate-review': (at: ReviewStanding) => unless(ownsIt(at), isPublished(at)),

  // --- a group ---

  'make-group': (at: { readonly isGuest: boolean }) => unless(hasAccount(at)),
  /** The invite link was found good. */
  'join-group': (at: { readonly isGuest: boolean }) => unless(hasAccount(at)),
  'read-group': (at: GroupStanding) => unless(isIn(at)),
  'lead-group': (at: GroupStanding) => unless(leadsIt(at)),
  'delete-group': (at: GroupStanding) => unless([at.role === 'owner', 'not-found']),
  'start-assigned': (at: GroupStanding) => unless(isIn(at)),
  'nudge-member': (at: MemberStanding) => unless(leadsIt(at), [at.target !== 'none' && !at.isSelf, 'not-found']),
  /** Whoever is in it may leave. Coaches remove members, the owner anybody; the owner hands over or deletes instead. */
  'remove-member': (at: MemberStanding) =>
    unless(
      isIn(at),
      [at.target !== 'none', 'not-found'],
      [at.isSelf || leadsIt(at)[0], 'not-found'],
      [at.target !== 'owner', 'owner-stays'],
      [at.isSelf || at.role === 'owner' || at.target === 'member', 'owner-decides'],
    ),
  'make-coach': (at: MemberStanding) => unless(leadsIt(at), [at.target !== 'none', 'not-found']),
  /** A coach steps down by themselves or by the owner's word. */
  'make-member': (at: MemberStanding) =>
    unless(
      leadsIt(at),
      [at.target !== 'none', 'not-found'],
      [at.target !== 'owner', 'owner-stays'],
      [at.isSelf || at.role === 'owner' || at.target === 'member', 'owner-decides'],
    ),
  'hand-over-group': (at: MemberStanding) =>
    unless([at.role === 'owner', 'not-found'], [at.target !== 'none', 'not-found']),

  // --- an attempt and a group ---

  'share-with-group': (at: GroupShareStanding) => unless(ownsIt(at), isIn(at), hasAccount(at), isSubmitted(at)),
  'take-back-from-group': (at: Pick<AttemptStanding, 'isOwner'>) => unless(ownsIt(at)),

  // --- another person ---

  'note-learner': (at: LearnerStanding) => unless([at.hasReviewed, 'not-found'], hasAccount(at)),
} as const satisfies Record<string, (standing: never) => Refusal | null>;

export type Action = keyof typeof RULES;
export const ACTIONS = Object.keys(RULES) as readonly Action[];

/** What an action is judged by. */
export type StandingFor<Asked extends Action> = Parameters<(typeof RULES)[Asked]>[0];

/** Why somebody may not do that; null when they may. */
export function refusal<Asked extends Action>(action: Asked, standing: StandingFor<Asked>): Refusal | null {
  return (RULES[action] as (standing: StandingFor<Asked>) => Refusal | null)(standing);
}

export function may<Asked extends Action>(action: Asked, standing: StandingFor<Asked>): boolean {
  return refusal(action, standing) === null;
}

/**
 * Lets somebody go on who may do that.
 *
 * @param missing what to say when there is nothing for them.
 * @throws AppError with the reason; for what they may not know of, with the same words as for what does not exist.
 */
export function authorise<Asked extends Action>(action: Asked, standing: StandingFor<Asked>, missing?: string): void {
  const reason = refusal(action, standing);
  if (reason !== null) throw new AppError(reason, reason === 'not-found' ? missing : undefined);
}
