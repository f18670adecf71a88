import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test';
import type { AttemptDetail } from '@/lib/core/api-types';
import { EMPTY_REVIEW } from '@/lib/core/review/review-body';
import { openDatabase } from '@/lib/db/client';
import { readSettings } from '@/lib/settings';
import { ACTORS, type Actor } from '../fixtures/actors';
import type { AppServer } from './app-server';
import { Member } from './members';
import { ANSWER, draftReview, FIRST_REVIEW, markSelf, publishReview, reviewOf, submitAnswer } from './review-seed';
import { CASE, Guest } from './seed';

/**
 * A word for each thing that is not everybody's. They stand nowhere else, and have no character that a page would write in
 * another way, so that a body can be searched for them.
 */
export const SECRETS = {
  candidate: 'Cleovantongeren',
  coach: 'Adabrinkerhoff',
  group: 'Tuesdaylanterns',
  /** In the attempt that is given to the coaches. */
  answer: 'answerhalibut',
  openAnswer: 'openhalibut',
  /** In attempts of the candidate: given to nobody; given to `linkCoach`, who has not begun. */
  aloneAnswer: 'alonehalibut',
  waitingAnswer: 'waitinghalibut',
  unmarkedAnswer: 'unmarkedhalibut',
  linkNote: 'linknotequill',
  groupNote: 'groupnotequill',
  /** In a comment of `linkCoach`'s published review, and in the reply to it. */
  review: 'reviewmarzipan',
  reply: 'replymarzipan',
  /** In a published review of an attempt that the candidate has not marked yet. */
  unread: 'unreadmarzipan',
  /** In drafts of `groupCoach` and of `revokedCoach`. */
  draft: 'draftmarzipan',
  revokedDraft: 'revokedmarzipan',
  savedReply: 'savedmarzipan',
  /** What `linkCoach` and `revokedCoach` keep about the candidate. */
  note: 'privatecardamom',
  revokedNote: 'revokedcardamom',
} as const;
export type Secret = keyof typeof SECRETS;

/** What there is to be had, by the names that the rows of page-rows.ts use. */
export interface PageWorld {
  readonly origin: string;
  /** Everybody's `Cookie` header. */
  readonly cookies: Readonly<Record<Actor, string>>;
  readonly candidateId: string;
  /** The candidate's: submitted, given by link and to the group, reviewed. */
  readonly attemptId: string;
  /** Open, and after the other one. */
  readonly openId: string;
  readonly aloneId: string;
  readonly waitingId: string;
  readonly unmarkedId: string;
  readonly shareToken: string;
  readonly revokedToken: string;
  readonly expiredToken: string;
  readonly groupId: string;
  readonly inviteToken: string;
  readonly deadInviteToken: string;
}

interface Made {
  readonly id: string;
  readonly token: string;
}

/** Makes all of it, through the API where it goes. */
export async function makePageWorld(
  server: AppServer,
  { request }: PlaywrightWorkerArgs['playwright'],
): Promise<PageWorld> {
  const { origin } = server;
  const visitors = {} as Record<Actor, APIRequestContext>;
  for (const actor of ACTORS) visitors[actor] = await request.newContext({ baseURL: origin });
  await new Guest(visitors.guest, origin).start();
  const names: Partial<Record<Actor, string>> = { candidate: SECRETS.candidate, linkCoach: SECRETS.coach };
  const member = async (actor: Actor): Promise<Member> => {
    const made = new Member(names[actor] ?? 'Somebody', visitors[actor], origin);
    await made.signUp();
    return made;
  };
  const idOf = async (actor: Actor) => new Guest(visitors[actor], origin).userId();
  await member('stranger');
  const [candidate, linkCoach] = [await member('candidate'), await member('linkCoach')];
  const [groupOwner, groupCoach] = [await member('groupOwner'), await member('groupCoach')];
  const [groupMember, wasMember] = [await member('groupMember'), await member('wasMember')];
  const wasGroupCoach = await member('wasGroupCoach');
  const [revokedCoach, expiredCoach] = [await member('revokedCoach'), await member('expiredCoach')];
  const candidateId = await idOf('candidate');

  const group = await groupOwner.call<Made>('POST', '/api/groups', { name: SECRETS.group });
  const at = `/api/groups/${group.id}`;
  for (const one of [candidate, groupCoach, groupMember, wasMember, wasGroupCoach]) {
    await one.call('POST', '/api/groups/join', { token: group.token });
  }
  for (const actor of ['groupCoach', 'wasGroupCoach'] as const) {
    await groupOwner.call('PUT', `${at}/members/${await idOf(actor)}`, { role: 'coach' });
  }
  const { token: inviteToken } = await groupOwner.call<Made>('POST', `${at}/invite`);
  await groupCoach.call('POST', `${at}/assignments`, { caseSlug: CASE.slug, mode: 'unaided', level: 'senior' });

  const submit = (word: string) => submitAnswer(candidate, { monitor: `${ANSWER.monitor} ${word}.` });
  const attemptId = await submit(SECRETS.answer);
  const given = async (to: Member, id = attemptId): Promise<Made> => {
    const share = await candidate.call<Made>('POST', `/api/attempts/${id}/shares`, { note: SECRETS.linkNote });
    await to.call('POST', '/api/shares/accept', { token: share.token });
    return share;
  };
  await candidate.call('PUT', `/api/attempts/${attemptId}/groups/${group.id}`, { note: SECRETS.groupNote });
  const [share, revoked, expired] = [await given(linkCoach), await given(revokedCoach), await given(expiredCoach)];

  const commented = (text: string) =>
    reviewOf({
      bands: [],
      verdict: 'lean-no-hire',
      comments: FIRST_REVIEW.comments.slice(0, 1).map((comment) => ({ ...comment, text })),
    });
  const draft = (coach: Member, text: string) => draftReview(coach, attemptId, { ...EMPTY_REVIEW, summary: text });
  const keepNote = (coach: Member, text: string) => coach.call('PUT', `/api/me/learner-notes/${candidateId}`, { text });
  const reviewId = await publishReview(linkCoach, attemptId, commented(SECRETS.review));
  await keepNote(linkCoach, SECRETS.note);
  await groupCoach.call('POST', '/api/me/saved-replies', { title: 'Split', text: SECRETS.savedReply });
  await draft(groupCoach, SECRETS.draft);
  await draft(revokedCoach, SECRETS.revokedDraft);
  await keepNote(revokedCoach, SECRETS.revokedNote);
  await markSelf(candidate, attemptId, []);
  const { comments } = await linkCoach.call<{ comments: { id: string }[] }>('GET', `/api/reviews/${reviewId}`);
  await candidate.call('POST', `/api/comments/${comments[0]?.id}/replies`, { text: SECRETS.reply });

  const unmarkedId = await submit(SECRETS.unmarkedAnswer);
  await given(linkCoach, unmarkedId);
  await publishReview(linkCoach, unmarkedId, commented(SECRETS.unread));
  const waitingId = await submit(SECRETS.waitingAnswer);
  await given(linkCoach, waitingId);
  const aloneId = await submit(SECRETS.aloneAnswer);
  const { id: openId } = await candidate.call<AttemptDetail>('POST', '/api/attempts', {
    caseSlug: CASE.slug,
    mode: 'unaided',
    level: 'senior',
    followsId: attemptId,
  });
  await candidate.call('PUT', `/api/attempts/${openId}/answers/data`, {
    baseRevision: 0,
    answer: { text: SECRETS.openAnswer },
  });

  await candidate.call('DELETE', `/api/shares/${revoked.id}`);
  await expire(server, expired.id);
  for (const actor of ['wasMember', 'wasGroupCoach'] as const) {
    await groupOwner.call('DELETE', `${at}/members/${await idOf(actor)}`);
  }
  return {
    origin,
    cookies: await cookiesOf(visitors),
    candidateId,
    attemptId,
    openId,
    aloneId,
    waitingId,
    unmarkedId,
    shareToken: share.token,
    revokedToken: revoked.token,
    expiredToken: expired.token,
    groupId: group.id,
    inviteToken,
    deadInviteToken: group.token,
  };
}

async function cookiesOf(visitors: Readonly<Record<Actor, APIRequestContext>>): Promise<Record<Actor, string>> {
  const cookies = {} as Record<Actor, string>;
  for (const actor of ACTORS) {
    const state = await visitors[actor].storageState();
    cookies[actor] = state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    await visitors[actor].dispose();
  }
  return cookies;
}

/** Lets the time of a link be over. */
async function expire(server: AppServer, shareId: string): Promise<void> {
  const database = openDatabase(readSettings({ DATA_DIR: server.dataDir }));
  try {
    const past = new Date(Date.now() - 1000);
    await database.share.update({ where: { id: shareId }, data: { expiresAt: past } });
    await database.reviewRequest.updateMany({ where: { shareId }, data: { expiresAt: past } });
  } finally {
    await database.$disconnect();
  }
}
