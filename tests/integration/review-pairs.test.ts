import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { acceptShare } from '@/lib/commands/accept-share';
import type { Actor } from '@/lib/commands/actor';
import { claimReview } from '@/lib/commands/claim-review';
import { deleteAttempt } from '@/lib/commands/delete-attempt';
import { deleteUser } from '@/lib/commands/delete-user';
import { publishReview } from '@/lib/commands/publish-review';
import { removeMember } from '@/lib/commands/remove-member';
import { revokeShare } from '@/lib/commands/revoke-share';
import { saveReview } from '@/lib/commands/save-review';
import { takeBackFromGroup } from '@/lib/commands/take-back-from-group';
import { claimSlot } from '@/lib/core/review/claim-slot';
import type { DatabaseClient } from '@/lib/db/client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { outcome } from './outcome';
import { ANSWER, comment, completeReview } from './review-people';

/*
 * Everything that can happen to a review meets everything, itself too, from two instances at once. Whichever comes first: what is
 * in the database afterwards fits together. `review-races.test.ts` asks of some of it what exactly comes out.
 */

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

/** Each of two comes first once. */
const ROUNDS = 2;
const REVIEW = completeReview({ comments: [comment('comment-1', 'x'), comment('comment-2', 'y')] });

/** One attempt of a candidate: a coach who has a link and a draft, one who has the group, and one who has a link not opened yet. */
interface Meeting {
  readonly candidate: string;
  readonly linkCoach: string;
  readonly groupCoach: string;
  readonly lateCoach: string;
  readonly groupId: string;
  readonly attemptId: string;
  readonly shareId: string;
  readonly token: string;
  readonly reviewId: string;
}
type Event = (at: Meeting, as: (userId: string) => Actor) => Promise<unknown>;

const EVENTS: Readonly<Record<string, Event>> = {
  claim: ({ groupCoach, attemptId }, as) => claimReview(as(groupCoach), attemptId),
  'open the link': ({ lateCoach, token }, as) => acceptShare(as(lateCoach), token),
  save: ({ linkCoach, reviewId }, as) =>
    saveReview(as(linkCoach), { reviewId, baseRevision: 1, review: { ...REVIEW, summary: 'Later.' } }),
  publish: ({ linkCoach, reviewId }, as) => publishReview(as(linkCoach), { reviewId, revision: 1 }),
  revoke: ({ candidate, shareId }, as) => revokeShare(as(candidate), shareId),
  'take back': ({ candidate, attemptId, groupId }, as) => takeBackFromGroup(as(candidate), { attemptId, groupId }),
  'leave the group': ({ candidate, groupId }, as) => removeMember(as(candidate), { groupId, memberId: candidate }),
  'delete the attempt': ({ candidate, attemptId }, as) => deleteAttempt(as(candidate), attemptId),
  'delete the coach': ({ linkCoach }, as) => deleteUser(as(linkCoach)),
  'delete the candidate': ({ candidate }, as) => deleteUser(as(candidate)),
};
const NAMES = Object.keys(EVENTS);
const PAIRS = NAMES.flatMap((one, i) => NAMES.slice(i).map((other) => [one, other] as const));

/** How many deadlocks PostgreSQL has ended in a database. Whoever used it must have left: a connection tells what it counted when it ends. */
async function deadlocksIn(name: string): Promise<number> {
  const client = new Client({ connectionString: inject('postgresqlUrl') });
  await client.connect();
  try {
    await vi.waitUntil(
      async () => (await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name])).rowCount === 0,
      { timeout: 30_000, interval: 100 },
    );
    const { rows } = await client.query<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = $1',
      [name],
    );
    return Number(rows[0]?.deadlocks);
  } finally {
    await client.end();
  }
}

describe.each(engines)('what happens to a review at once on %s', (engine) => {
  let one: TestDatabase;
  let instances: readonly [DatabaseClient, DatabaseClient];
  beforeAll(async () => {
    one = await freshDatabase(engine);
    instances = [one.database, one.openAnother()];
  });
  afterAll(() => one.close());

  async function meeting(): Promise<Meeting> {
    const { database } = one;
    const [candidate = '', linkCoach = '', groupCoach = '', lateCoach = '', groupId = '', attemptId = ''] = Array.from(
      { length: 6 },
      () => randomUUID(),
    );
    const [shareId, token, now] = [randomUUID(), randomUUID(), new Date()];
    await database.user.createMany({
      data: [candidate, linkCoach, groupCoach, lateCoach].map((id) => ({ id, name: 'N', email: `${id}@example.org` })),
    });
    await database.group.create({
      data: {
        id: groupId,
        name: 'Tuesdays',
        ownerId: groupCoach,
        inviteToken: groupId,
        createdAt: now,
        members: {
          create: [
            { userId: groupCoach, role: 'coach', joinedAt: now },
            { userId: candidate, role: 'member', joinedAt: now },
          ],
        },
      },
    });
    const about = { candidateId: candidate, caseSlug: 'fixture', note: '', requestedAt: now };
    const link = { id: shareId, token, note: '', createdAt: now };
    await database.attempt.create({
      data: {
        id: attemptId,
        userId: candidate,
        caseSlug: 'fixture',
        caseHash: 'a'.repeat(64),
        mode: 'unaided',
        level: 'senior',
        updatedAt: now,
        submittedAt: now,
        saves: { create: { slot: 'data', revision: 1, body: { text: ANSWER }, isBlank: false, savedAt: now } },
        shares: { create: link },
      },
    });
    await database.reviewRequest.createMany({
      data: [
        { id: randomUUID(), attemptId, shareId, coachId: linkCoach, ...about },
        { id: randomUUID(), attemptId, groupId, ...about },
      ],
    });
    const at = { candidate, linkCoach, groupCoach, lateCoach, groupId, attemptId, shareId, token };
    const { review } = await claimReview({ database, userId: linkCoach, now }, attemptId);
    await saveReview({ database, userId: linkCoach, now }, { reviewId: review.id, baseRevision: 0, review: REVIEW });
    return { ...at, reviewId: review.id };
  }

  /** What somebody was told of an attempt. */
  async function told(userId: string, kind: string): Promise<number> {
    return one.database.notice.count({ where: { userId, kind } });
  }

  async function expectWhole(at: Meeting): Promise<void> {
    const { database } = one;
    const { attemptId, reviewId } = at;
    const [attempt, review, requests, share, comments, saves, claims] = await Promise.all([
      database.attempt.findUnique({ where: { id: attemptId } }),
      database.review.findUnique({ where: { id: reviewId } }),
      database.reviewRequest.findMany({ where: { attemptId } }),
      database.share.findUnique({ where: { id: at.shareId } }),
      database.reviewComment.count({ where: { reviewId } }),
      database.reviewSave.count({ where: { reviewId } }),
      database.review.findMany({ where: { attemptId, coachId: at.groupCoach } }),
    ]);
    const people = await database.user.findMany({ select: { id: true } });
    const isThere = (id: string) => people.some((user) => user.id === id);
    const isMember = (await database.groupMember.count({ where: { groupId: at.groupId, userId: at.candidate } })) === 1;

    if (!isThere(at.candidate)) expect(attempt).toBeNull();
    if (attempt === null) {
      expect([review, requests, share, comments, saves, claims]).toEqual([null, [], null, 0, 0, []]);
      return;
    }
    // Published with all that belongs to it, or not at all.
    const isPublished = review !== null && review.publishedAt !== null;
    expect([comments, await told(at.candidate, 'review-published')]).toEqual(isPublished ? [2, 1] : [0, 0]);
    if (isPublished) expect(saves).toBe(1);
    if (!isThere(at.linkCoach)) expect(review?.coachId ?? null).toBeNull();
    if (review === null) expect([isThere(at.linkCoach), saves]).toEqual([false, 0]);
    const ofLink = requests.filter(({ shareId }) => shareId !== null);
    for (const { coachId, reviewedAt } of ofLink) {
      expect(reviewedAt !== null).toBe(isPublished && coachId === at.linkCoach);
    }
    // Nobody has by a link what the candidate revoked, and by the group what they do not share with it.
    if (share?.revokedAt) expect(ofLink).toEqual([]);
    const ofGroup = requests.filter(({ groupId }) => groupId !== null);
    if (!isMember) expect(ofGroup).toEqual([]);
    // Begun once, and the candidate was told of that.
    expect(claims.length).toBeLessThanOrEqual(1);
    const isBegun = claims.length === 1 ? 1 : 0;
    expect(await told(at.candidate, 'claimed')).toBe(1 + isBegun);
    // Whoever still waits for a review finds the claim.
    const live = await database.review.findMany({ where: { attemptId, publishedAt: null } });
    const last = Math.max(...live.map(({ claimedUntil }) => claimSlot(claimedUntil)));
    for (const request of requests) {
      if (request.reviewedAt !== null) expect(request.claimSlot).toBeNull();
      else if (live.length > 0) expect(request.claimSlot).toBeGreaterThanOrEqual(last);
    }
  }

  const EXPECTED = ['ok', 'not-found', 'conflict', 'frozen', 'needs-account'];

  it.each(PAIRS)('%s, and %s', async (left, right) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const at = await meeting();
      const run = (name: string, instance: 0 | 1) =>
        outcome(
          Promise.resolve(EVENTS[name]?.(at, (userId) => ({ database: instances[instance], userId, now: new Date() }))),
        );
      const outcomes = await Promise.all(
        round % 2 === 0 ? [run(left, 0), run(right, 1)] : [run(right, 0), run(left, 1)],
      );
      expect(outcomes.filter((found) => !EXPECTED.includes(found))).toEqual([]);
      // One of two always gets through.
      expect(outcomes).toContain('ok');
      await expectWhole(at);
    }
  });

  // Last, of all pairs together. A deadlock is not seen above: one of the two begins again, a second later.
  if (engine === 'postgresql') {
    it('lets no two wait for each other', async () => {
      await one.close();
      expect(await deadlocksIn(new URL(one.settings.databaseUrl).pathname.slice(1))).toBe(0);
    });
  }
});
