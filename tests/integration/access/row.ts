import { ACTORS, type Actor } from '../../fixtures/actors';
import type { World } from '../access-world';

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

export const all = (status: number, actors: readonly Actor[] = ACTORS): Answers =>
  Object.fromEntries(actors.map((actor) => [actor, status]));
export const PEOPLE = ACTORS.filter((actor) => actor !== 'nobody');
export const MEMBERS = PEOPLE.filter((actor) => actor !== 'guest');
/** Who may read the candidate's attempt. */
export const COACHES = ['linkCoach', 'groupOwner', 'groupCoach'] as const;
export const IN_GROUP = ['candidate', 'groupOwner', 'groupCoach', 'groupMember'] as const;
export const LEADS = ['groupOwner', 'groupCoach'] as const;

export const onlySeenBy = (seenBy: readonly Actor[], words: (world: World) => readonly string[]) => ({
  hides: { words, seenBy },
});
export const none = () => [];
export const theAttempt = (world: World) => [world.attemptId];
export const theOpenOne = (world: World) => [world.openId];
export const theGroup = (world: World) => [world.groupId];
export const theReview = (world: World) => [world.reviewId];
export const theDraft = (world: World) => [world.draftId];
export const theComment = (world: World) => [world.commentId];

export const ATTEMPT = '/api/attempts/[id]';
export const GROUP = '/api/groups/[id]';
export const REVIEW = '/api/reviews/[id]';
export const startBody = { caseSlug: 'fixture', mode: 'unaided', level: 'senior' };
