import { randomUUID } from 'node:crypto';
import type { Quote } from '@/lib/core/quote';
import { BANDS, type Band, DIMENSION_IDS } from '@/lib/core/review/dimensions';
import { type CommentDraft, EMPTY_REVIEW, type ReviewBody } from '@/lib/core/review/review-body';
import { Visitor } from './api-client';
import type { TestDatabase } from './harness';

/** What the candidate writes in the tests of reviews. */
export const ANSWER = 'We split at random 👩‍👩‍👧.\n\nThe label is a click, دقيقة later.';

/** The quote of some words of `ANSWER`. */
export function quoteOf(words: string): Quote {
  const start = ANSWER.indexOf(words);
  return { slot: 'data', path: 'text', start, end: start + words.length, text: words };
}

export const comment = (id: string, text: string, words = 'at random'): CommentDraft => ({
  id,
  kind: 'gap',
  step: 'data',
  quote: quoteOf(words),
  text,
});

/** A review that can be published: every dimension in one band, and the verdict of the gates. */
export function completeReview(more: Partial<ReviewBody> = {}, band: Band = BANDS[2]): ReviewBody {
  const dimensions = Object.fromEntries(
    DIMENSION_IDS.map((id) => [id, { band, quotes: [quoteOf('at random')], absent: false, note: '' }]),
  );
  return { ...EMPTY_REVIEW, dimensions, verdict: { verdict: 'lean-hire', reason: '' }, ...more };
}

export interface Person {
  readonly visitor: Visitor;
  readonly userId: string;
}

/** Somebody with an account and a session. */
export async function person({ database }: TestDatabase, name: string): Promise<Person> {
  const visitor = new Visitor(`198.51.100.${Math.ceil(Math.random() * 250)}`);
  const attempt = await visitor.start();
  const { userId } = await database.attempt.findUniqueOrThrow({ where: { id: idOf(attempt) } });
  await database.user.update({ where: { id: userId }, data: { name, isAnonymous: false } });
  await visitor.delete(attempt);
  return { visitor, userId };
}

/** The id in an address. */
export const idOf = (address: string) => address.split('/').at(-1) ?? '';

/** A submitted attempt, unaided, with `ANSWER` for the step of data. */
export async function submittedAttempt({ visitor }: Person, text = ANSWER): Promise<string> {
  const attempt = await visitor.start('unaided');
  await visitor.save(attempt, 'data', 0, { text });
  await visitor.post(`${attempt}/submit`);
  return attempt;
}

/** Lets a coach review an attempt, as accepting a link does. Returns how to take it away again. */
export async function give(
  { database }: TestDatabase,
  attempt: string,
  candidate: Person,
  coach: Person,
): Promise<{ shareId: string }> {
  const id = randomUUID();
  const now = new Date();
  const attemptId = idOf(attempt);
  await database.share.create({
    data: { id, attemptId, token: randomUUID(), note: 'Look at the split.', createdAt: now },
  });
  await database.reviewRequest.create({
    data: {
      id: randomUUID(),
      attemptId,
      candidateId: candidate.userId,
      caseSlug: 'fixture',
      coachId: coach.userId,
      shareId: id,
      note: 'Look at the split.',
      requestedAt: now,
    },
  });
  return { shareId: id };
}

/** Claims a review and returns its address. */
export async function claim({ visitor }: Person, attempt: string): Promise<string> {
  const { status, body } = await visitor.post(`${attempt}/reviews`);
  if (status !== 201 && status !== 200) throw new Error(`Not claimed: ${JSON.stringify(body)}`);
  return `/api/reviews/${body.id}`;
}

/** Claims, saves and publishes a review, and returns its address. */
export async function publish(coach: Person, attempt: string, review = completeReview()): Promise<string> {
  const address = await claim(coach, attempt);
  const saved = await coach.visitor.put(address, { baseRevision: 0, review });
  if (saved.status !== 200) throw new Error(`Not saved: ${JSON.stringify(saved.body)}`);
  const published = await coach.visitor.post(`${address}/publish`, { revision: saved.body.revision });
  if (published.status !== 200) throw new Error(`Not published: ${JSON.stringify(published.body)}`);
  return address;
}
