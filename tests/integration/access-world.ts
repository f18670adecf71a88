import { putEmailChange } from '@/lib/db/email-changes';
import type { Actor } from '../fixtures/actors';
import { Visitor } from './api-client';
import type { TestDatabase } from './harness';
import {
  comment,
  completeReview,
  idOf,
  type Person,
  person,
  publish,
  quoteOf,
  submittedAttempt,
} from './review-people';

/** What there is to be had, by the names that the rows in access/ use. */
export interface World {
  readonly visitors: Readonly<Record<Actor, Visitor>>;
  readonly userIds: Readonly<Record<Exclude<Actor, 'nobody'>, string>>;
  /** The candidate's, submitted, given to the coaches by link and by group. */
  readonly attemptId: string;
  /** The candidate's, guided, still open, after the other one. */
  readonly openId: string;
  /** The link that `linkCoach` accepted. */
  readonly shareId: string;
  readonly shareToken: string;
  readonly revokedToken: string;
  readonly expiredToken: string;
  readonly groupId: string;
  readonly inviteToken: string;
  readonly deadInviteToken: string;
  readonly assignmentId: string;
  /** `linkCoach`'s, published, with a comment that has a reply. */
  readonly reviewId: string;
  readonly commentId: string;
  /** Drafts of the group's coach, and of the one whose link was revoked. */
  readonly draftId: string;
  readonly revokedDraftId: string;
  /** `linkCoach`'s. */
  readonly savedReplyId: string;
  /** The candidate's. */
  readonly noticeId: string;
  /** Of the link by which the candidate confirms a new address. */
  readonly emailToken: string;
}

/** Words that stand in what is somebody's own, and must not be in an answer to anybody else. */
export const SECRETS = {
  answer: 'We split at random',
  note: 'a-private-note-about-cleo',
  reply: 'a-saved-reply-of-ada',
} as const;

async function ok(reply: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await reply;
  if (status >= 300) throw new Error(`The world was not made: ${status} ${JSON.stringify(body)}`);
  // biome-ignore lint/suspicious/noExplicitAny: as in `Reply`.
  return body as any;
}

/** Makes all of it, through the API where it goes. */
export async function makeWorld(one: TestDatabase): Promise<World> {
  const { database } = one;
  const make = (name: string): Promise<Person> => person(one, name);
  const [stranger, candidate, linkCoach] = [await make('Mallory'), await make('Cleo'), await make('Ada')];
  const [groupOwner, groupCoach, groupMember] = [await make('Olga'), await make('Gita'), await make('Mia')];
  const [wasMember, wasGroupCoach] = [await make('Wanda'), await make('Wim')];
  const [revokedCoach, expiredCoach] = [await make('Rita'), await make('Eli')];
  const guest = new Visitor('198.51.100.251');
  const guestAttempt = await guest.start();

  const group = await ok(groupOwner.visitor.post('/api/groups', { name: 'Tuesdays' }));
  const at = `/api/groups/${group.id}`;
  for (const { visitor } of [candidate, groupCoach, groupMember, wasMember, wasGroupCoach]) {
    await ok(visitor.post('/api/groups/join', { token: group.token }));
  }
  for (const { userId } of [groupCoach, wasGroupCoach]) {
    await ok(groupOwner.visitor.put(`${at}/members/${userId}`, { role: 'coach' }));
  }
  const { token: inviteToken } = await ok(groupOwner.visitor.post(`${at}/invite`));
  const assignment = await ok(
    groupCoach.visitor.post(`${at}/assignments`, { caseSlug: 'fixture', mode: 'unaided', level: 'senior' }),
  );

  const attempt = await submittedAttempt(candidate);
  await ok(candidate.visitor.put(`${attempt}/marks/data/data-two`, { found: false, quote: null }));
  await ok(candidate.visitor.post(`${attempt}/feedback`, { step: 'data' }));
  await ok(
    candidate.visitor.put(`${attempt}/feedback/data/data-one`, { verdict: 'not-this', quote: quoteOf(SECRETS.answer) }),
  );
  await ok(candidate.visitor.put(`${attempt}/groups/${group.id}`, { note: 'The split.' }));
  const given = async ({ visitor }: Person) => {
    const share = await ok(candidate.visitor.post(`${attempt}/shares`, { note: 'The split.' }));
    await ok(visitor.post('/api/shares/accept', { token: share.token }));
    return share;
  };
  const share = await given(linkCoach);
  const revoked = await given(revokedCoach);
  const expired = await given(expiredCoach);

  const saved = { text: SECRETS.answer };
  const review = completeReview({ comments: [comment('comment-1', 'Split by time.')] });
  const reviewId = idOf(await publish(linkCoach, attempt, review));
  const { id: commentId } = await database.reviewComment.findFirstOrThrow({ select: { id: true } });
  await ok(candidate.visitor.put(`${attempt}/self-review`, { bands: {}, skipped: true }));
  await ok(candidate.visitor.post(`/api/comments/${commentId}/replies`, { text: 'By which time?' }));
  const { id: draftId } = await ok(groupCoach.visitor.post(`${attempt}/reviews`));
  const { id: revokedDraftId } = await ok(revokedCoach.visitor.post(`${attempt}/reviews`));

  const savedReply = await ok(linkCoach.visitor.post('/api/me/saved-replies', { title: 'Split', text: SECRETS.reply }));
  await ok(linkCoach.visitor.put(`/api/me/learner-notes/${candidate.userId}`, { text: SECRETS.note }));

  const open = await ok(
    candidate.visitor.post('/api/attempts', {
      caseSlug: 'fixture',
      mode: 'guided',
      level: 'senior',
      followsId: idOf(attempt),
    }),
  );
  await ok(
    candidate.visitor.put(`/api/attempts/${open.id}/answers/data`, {
      baseRevision: 0,
      answer: { fields: { split: saved.text } },
    }),
  );

  await ok(candidate.visitor.delete(`/api/shares/${revoked.id}`));
  const past = new Date(Date.now() - 1000);
  await database.share.update({ where: { id: expired.id }, data: { expiresAt: past } });
  await database.reviewRequest.updateMany({ where: { shareId: expired.id }, data: { expiresAt: past } });
  for (const { userId } of [wasMember, wasGroupCoach]) {
    await ok(groupOwner.visitor.delete(`${at}/members/${userId}`));
  }
  const emailToken = 'a-link-to-a-new-address';
  await putEmailChange(database, {
    userId: candidate.userId,
    newEmail: 'cleo-moved@example.org',
    token: emailToken,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  // What asks for the password of an older session asks for none here, however long it takes to try everything.
  await database.session.updateMany({ data: { createdAt: new Date(Date.now() + 86_400_000) } });
  const notice = (await ok(candidate.visitor.get('/api/notices'))).notices[0];
  const { userId: guestId } = await database.attempt.findUniqueOrThrow({ where: { id: idOf(guestAttempt) } });

  const people = {
    stranger,
    candidate,
    linkCoach,
    groupOwner,
    groupCoach,
    groupMember,
    wasMember,
    wasGroupCoach,
    revokedCoach,
    expiredCoach,
  };
  const each = <Value>(read: (one: Person) => Value) =>
    Object.fromEntries(Object.entries(people).map(([name, one]) => [name, read(one)])) as Record<
      keyof typeof people,
      Value
    >;
  return {
    visitors: { nobody: new Visitor('198.51.100.252'), guest, ...each(({ visitor }) => visitor) },
    userIds: { guest: guestId, ...each(({ userId }) => userId) },
    attemptId: idOf(attempt),
    openId: open.id,
    shareId: share.id,
    shareToken: share.token,
    revokedToken: revoked.token,
    expiredToken: expired.token,
    groupId: group.id,
    inviteToken,
    deadInviteToken: group.token,
    assignmentId: assignment.id,
    reviewId,
    commentId,
    draftId,
    revokedDraftId,
    savedReplyId: savedReply.id,
    noticeId: notice.id,
    emailToken,
  };
}
