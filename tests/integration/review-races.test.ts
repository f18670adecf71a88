import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { claimReview } from '@/lib/commands/claim-review';
import { deleteAttempt } from '@/lib/commands/delete-attempt';
import { publishReview } from '@/lib/commands/publish-review';
import { replyToComment } from '@/lib/commands/reply-to-comment';
import { revokeShare } from '@/lib/commands/revoke-share';
import { saveReview } from '@/lib/commands/save-review';
import type { DatabaseClient } from '@/lib/db/client';
import { serveFrom } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { outcome } from './outcome';
import { claim, comment, completeReview, give, idOf, type Person, person, submittedAttempt } from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

const ROUNDS = 8;

describe.each(engines)('reviews that meet on %s', (engine) => {
  let one: TestDatabase;
  let instances: readonly [DatabaseClient, DatabaseClient];
  let candidate: Person;
  let cleo: Person;
  let dora: Person;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    instances = [one.database, one.openAnother()];
    [candidate, cleo, dora] = [await person(one, 'Ada'), await person(one, 'Cleo'), await person(one, 'Dora')];
  });
  afterAll(() => one.close());

  const as = ({ userId }: Person, instance: 0 | 1) => ({ database: instances[instance], userId, now: new Date() });
  const body = completeReview({ comments: [comment('comment-1', 'x'), comment('comment-2', 'y')] });

  async function drafted() {
    const attempt = await submittedAttempt(candidate);
    const { shareId } = await give(one, attempt, candidate, cleo);
    await give(one, attempt, candidate, dora);
    const address = await claim(cleo, attempt);
    await cleo.visitor.put(address, { baseRevision: 0, review: body });
    return { attemptId: idOf(attempt), reviewId: idOf(address), shareId };
  }
  const inDatabase = async (reviewId: string) => ({
    review: await one.database.review.findUnique({ where: { id: reviewId } }),
    comments: await one.database.reviewComment.count({ where: { reviewId } }),
    saves: await one.database.reviewSave.count({ where: { reviewId } }),
  });

  it('a save and a publication: what is published is what is stored', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { reviewId } = await drafted();
      const changed = { ...body, summary: 'later', comments: body.comments.slice(0, 1) };
      const save = () => outcome(saveReview(as(cleo, 0), { reviewId, baseRevision: 1, review: changed }));
      const publish = () => outcome(publishReview(as(cleo, 1), { reviewId, revision: 1 }));
      const [saved, published] = await Promise.all(
        round % 2 === 0 ? [save(), publish()] : [publish(), save()].reverse(),
      );
      const stored = await inDatabase(reviewId);
      expect([
        ['ok', 'conflict'],
        ['frozen', 'ok'],
      ]).toContainEqual([saved, published]);
      expect(stored.review?.publishedAt === null).toBe(published !== 'ok');
      expect([stored.comments, stored.saves]).toEqual(published === 'ok' ? [2, 1] : [0, 2]);
    }
  });

  it('a publication and its revocation: all of it or nothing', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { reviewId, shareId, attemptId } = await drafted();
      const [published, revoked] = await Promise.all([
        outcome(publishReview(as(cleo, 0), { reviewId, revision: 1 })),
        outcome(revokeShare(as(candidate, 1), shareId)),
      ]);
      expect(revoked).toBe('ok');
      expect(['ok', 'not-found']).toContain(published);
      const { review, comments } = await inDatabase(reviewId);
      expect(comments).toBe(published === 'ok' ? 2 : 0);
      expect(review?.publishedAt === null).toBe(published !== 'ok');
      const left = await one.database.reviewRequest.findMany({ where: { attemptId } });
      expect(left.map(({ coachId }) => coachId)).toEqual([dora.userId]);
      const told = await one.database.notice.findMany({ where: { kind: 'review-published' } });
      const about = told.filter((notice) => (notice.body as { reviewId: string }).reviewId === reviewId);
      expect(about).toHaveLength(published === 'ok' ? 1 : 0);
    }
  });

  it('a publication, a save, a claim, a reply and the deletion of the attempt: nothing is left behind', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { reviewId, attemptId } = await drafted();
      const results = await Promise.all([
        outcome(publishReview(as(cleo, 0), { reviewId, revision: 1 })),
        outcome(deleteAttempt(as(candidate, 1), attemptId)),
        outcome(saveReview(as(cleo, 1), { reviewId, baseRevision: 1, review: { ...body, summary: 'more' } })),
        outcome(claimReview(as(dora, 0), attemptId)),
        outcome(replyToComment(as(candidate, 1), `${reviewId}.comment-1`, 'thanks')),
      ]);
      expect(results[1]).toBe('ok');
      for (const result of results) expect(['ok', 'not-found', 'conflict', 'frozen']).toContain(result);
      expect(await inDatabase(reviewId)).toEqual({ review: null, comments: 0, saves: 0 });
      expect(await one.database.review.count({ where: { attemptId } })).toBe(0);
      expect(await one.database.commentReply.count({ where: { commentId: `${reviewId}.comment-1` } })).toBe(0);
    }
  });

  it('two coaches who publish at once: both are published, and each has answered its own request', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { reviewId, attemptId } = await drafted();
      const { review } = await claimReview(as(dora, 1), attemptId);
      await saveReview(as(dora, 1), { reviewId: review.id, baseRevision: 0, review: body });
      const results = await Promise.all([
        outcome(publishReview(as(cleo, 0), { reviewId, revision: 1 })),
        outcome(publishReview(as(dora, 1), { reviewId: review.id, revision: 1 })),
      ]);
      expect(results).toEqual(['ok', 'ok']);
      expect(await one.database.reviewComment.count({ where: { attemptId } })).toBe(4);
      expect(await one.database.reviewRequest.count({ where: { attemptId, reviewedAt: null } })).toBe(0);
    }
  });

  it('claims of one coach from two instances, and of two coaches: one review each', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const attempt = await submittedAttempt(candidate);
      await give(one, attempt, candidate, cleo);
      await give(one, attempt, candidate, dora);
      const claims = await Promise.all(
        ([0, 1] as const).flatMap((instance) =>
          [cleo, dora].flatMap((coach) => [
            claimReview(as(coach, instance), idOf(attempt)),
            claimReview(as(coach, instance), idOf(attempt)),
          ]),
        ),
      );
      expect(claims.filter(({ isNew }) => isNew)).toHaveLength(2);
      expect(new Set(claims.map(({ review }) => review.id)).size).toBe(2);
      expect(await one.database.review.count({ where: { attemptId: idOf(attempt) } })).toBe(2);
    }
  });

  it('takes exactly one of the saves that two instances get on the same revision', async () => {
    const { reviewId } = await drafted();
    for (let baseRevision = 1; baseRevision < 5; baseRevision += 1) {
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          outcome(
            saveReview(as(cleo, i % 2 === 0 ? 0 : 1), {
              reviewId,
              baseRevision,
              review: { ...body, summary: `${baseRevision}/${i}` },
            }),
          ),
        ),
      );
      expect(results.filter((result) => result === 'ok')).toHaveLength(1);
      expect(results.filter((result) => result === 'conflict')).toHaveLength(11);
    }
  });
});
