import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Band, DIMENSION_IDS } from '@/lib/core/review/dimensions';
import { claimedReview, reviewDetail, reviewProblem, savedReview } from '@/lib/core/review/review-api';
import { EMPTY_REVIEW, type ReviewBody } from '@/lib/core/review/review-body';
import { serveFrom } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import {
  claim,
  comment,
  completeReview,
  give,
  idOf,
  type Person,
  person,
  publish,
  quoteOf,
  submittedAttempt,
} from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

describe.each(engines)('reviews on %s', (engine) => {
  let one: TestDatabase;
  let candidate: Person;
  let cleo: Person;
  let dora: Person;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    [candidate, cleo, dora] = [await person(one, 'Ada'), await person(one, 'Cleo'), await person(one, 'Dora')];
  });
  afterAll(() => one.close());

  /** A submitted attempt that both coaches may review. */
  async function given(): Promise<string> {
    const attempt = await submittedAttempt(candidate);
    await give(one, attempt, candidate, cleo);
    await give(one, attempt, candidate, dora);
    return attempt;
  }
  const withSummary = (summary: string): ReviewBody => ({ ...EMPTY_REVIEW, summary });
  const put = (coach: Person, review: string, baseRevision: unknown, body: unknown) =>
    coach.visitor.put(review, { baseRevision, review: body });
  const skip = (attempt: string) => candidate.visitor.put(`${attempt}/self-review`, { bands: {}, skipped: true });

  describe('claiming', () => {
    it('makes a review once, and comes back to it', async () => {
      const attempt = await given();
      const first = await cleo.visitor.post(`${attempt}/reviews`);
      expect(first.status).toBe(201);
      expect(claimedReview.parse(first.body)).toMatchObject({
        revision: 0,
        savedAt: null,
        review: EMPTY_REVIEW,
        others: [],
      });
      const minutes = (Date.parse(first.body.claimedUntil) - Date.now()) / 60_000;
      expect(Math.abs(minutes - 30)).toBeLessThan(1);
      const again = await cleo.visitor.post(`${attempt}/reviews`);
      expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    });

    it('lets two coaches work side by side, each seeing that the other is at it and nothing more', async () => {
      const attempt = await given();
      const hers = await claim(cleo, attempt);
      await put(cleo, hers, 0, withSummary('SECRET'));
      const { status, body, text } = await dora.visitor.post(`${attempt}/reviews`);
      expect(status).toBe(201);
      expect(body.others).toEqual([{ name: 'Cleo', fromPacket: false, until: expect.any(String), publishedAt: null }]);
      expect(text).not.toContain('SECRET');
      expect((await dora.visitor.get(hers)).status).toBe(404);
    });

    it('is given back, runs out by itself, and is moved on by every save', async () => {
      const attempt = await given();
      const hers = await claim(cleo, attempt);
      const others = async () => (await dora.visitor.post(`${attempt}/reviews`)).body.others;
      expect(await others()).toHaveLength(1);
      expect((await cleo.visitor.delete(`${hers}/claim`)).status).toBe(204);
      expect(await others()).toEqual([]);
      const { body } = await put(cleo, hers, 0, withSummary('a'));
      expect(await others()).toEqual([
        { name: 'Cleo', fromPacket: false, until: body.claimedUntil, publishedAt: null },
      ]);
      await one.database.review.update({ where: { id: idOf(hers) }, data: { claimedUntil: new Date(Date.now() - 1) } });
      expect(await others()).toEqual([]);
      expect((await put(cleo, hers, 1, withSummary('b'))).status).toBe(200);
      expect(await others()).toHaveLength(1);
    });

    it('is one review when the same coach asks many times at once', async () => {
      const attempt = await given();
      const replies = await Promise.all(Array.from({ length: 8 }, () => cleo.visitor.post(`${attempt}/reviews`)));
      expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    });

    it('tells the candidate once', async () => {
      const attempt = await given();
      await claim(cleo, attempt);
      await claim(cleo, attempt);
      const notices = await one.database.notice.findMany({ where: { userId: candidate.userId, kind: 'claimed' } });
      expect(notices.filter(({ body }) => (body as { attemptId: string }).attemptId === idOf(attempt))).toHaveLength(1);
    });

    it('is not for the candidate, nor for anybody who was not asked', async () => {
      const attempt = await submittedAttempt(candidate);
      expect((await candidate.visitor.post(`${attempt}/reviews`)).body.code).toBe('own-attempt');
      expect((await cleo.visitor.post(`${attempt}/reviews`)).status).toBe(404);
    });
  });

  describe('saving', () => {
    it('counts revisions up, keeps every one, and gives back what was saved', async () => {
      const review = await claim(cleo, await given());
      for (const [base, text] of ['a', 'b', 'c'].entries()) {
        const saved = await put(cleo, review, base, withSummary(text));
        expect(savedReview.parse(saved.body).revision).toBe(base + 1);
      }
      const { body } = await cleo.visitor.get(review);
      expect(reviewDetail.parse(body)).toMatchObject({
        revision: 3,
        review: withSummary('c'),
        isMine: true,
        gated: null,
      });
      const saves = await one.database.reviewSave.findMany({
        where: { reviewId: idOf(review) },
        orderBy: { revision: 'asc' },
      });
      expect(saves.map((save) => (save.body as ReviewBody).summary)).toEqual(['a', 'b', 'c']);
    });

    it('answers a save over an older revision with what is stored', async () => {
      const review = await claim(cleo, await given());
      expect((await put(cleo, review, 4, withSummary('x'))).body).toMatchObject({
        code: 'conflict',
        current: { revision: 0, savedAt: null, review: EMPTY_REVIEW },
      });
      await put(cleo, review, 0, withSummary('a'));
      for (const base of [0, 7]) {
        const stale = await put(cleo, review, base, withSummary('mine'));
        expect([stale.status, stale.body.code]).toEqual([409, 'conflict']);
        expect(reviewProblem.parse(stale.body).current).toMatchObject({ revision: 1, review: withSummary('a') });
      }
    });

    it('takes a save that is stored already for a lost reply, whatever its base and the order of its keys', async () => {
      const review = await claim(cleo, await given());
      await put(cleo, review, 0, withSummary('a'));
      const turned = Object.fromEntries(Object.entries(withSummary('a')).reverse());
      for (const base of [0, 1, 5]) {
        expect(await put(cleo, review, base, turned)).toMatchObject({ status: 200, body: { revision: 1 } });
      }
      expect(await one.database.reviewSave.count({ where: { reviewId: idOf(review) } })).toBe(1);
    });

    it('takes exactly one of 16 saves on the same revision', async () => {
      const review = await claim(cleo, await given());
      for (let base = 0; base < 3; base += 1) {
        const replies = await Promise.all(
          Array.from({ length: 16 }, (_, i) => put(cleo, review, base, withSummary(`${base}/${i}`))),
        );
        expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
        expect(replies.filter(({ body }) => body.code === 'conflict')).toHaveLength(15);
      }
    });

    it.each([
      ['100 kB', 'x'.repeat(20_000)],
      ['emoji and marks', '👩‍👩‍👧‍👦 é 漢字 \u202E'],
      ['right to left', 'דירוג סרטונים · ترتيب'],
      ['half an emoji and NUL', 'cut \uD83D off\0 \u001A\u001As'],
      ['what looks like SQL, JSON and HTML', `'; DROP TABLE "Review"; -- {"a": 1} <script>`],
    ])('gives back %s exactly as typed, also once published', async (_, text) => {
      const attempt = await given();
      const review = await claim(cleo, attempt);
      const body = completeReview({
        summary: text,
        comments: [1, 2, 3, 4, 5].map((n) => comment(`comment-${n}`, text)),
      });
      expect((await put(cleo, review, 0, body)).status).toBe(200);
      expect((await cleo.visitor.get(review)).body.review).toEqual(body);
      await cleo.visitor.post(`${review}/publish`, { revision: 1 });
      await skip(attempt);
      const read = (await candidate.visitor.get(review)).body;
      expect(read.review).toEqual(body);
      expect(read.comments.map((one: { text: string }) => one.text)).toEqual(Array(5).fill(text));
    });

    it('quotes half an emoji as well', async () => {
      const review = await claim(cleo, await given());
      const half = quoteOf('random \uD83D');
      expect(half.start).toBeGreaterThan(0);
      const body = { ...EMPTY_REVIEW, comments: [{ ...comment('comment-1', 'here'), quote: half }] };
      expect((await put(cleo, review, 0, body)).status).toBe(200);
      expect((await cleo.visitor.get(review)).body.review.comments[0].quote).toEqual(half);
    });

    it.each([
      [
        'a quote that does not hold',
        { comments: [{ ...comment('comment-1', 'x'), quote: { ...quoteOf('at random'), start: 0 } }] },
        'review.comments.0.quote',
      ],
      [
        'a quote of a passage that is not there',
        { comments: [{ ...comment('comment-1', 'x'), quote: { ...quoteOf('at random'), path: 'diagram' } }] },
        'review.comments.0.quote',
      ],
      [
        'a found expectation whose quote does not hold',
        { expectations: { 'data/data-one': { mark: 'found', quote: { ...quoteOf('at random'), slot: 'model' } } } },
        'review.expectations.data/data-one.quote',
      ],
      [
        'a found expectation without a quote',
        { expectations: { 'data/data-one': { mark: 'found', quote: null } } },
        'review.expectations.data/data-one.quote',
      ],
      [
        'an absent expectation with a quote',
        { expectations: { 'data/data-one': { mark: 'absent', quote: quoteOf('at random') } } },
        'review.expectations.data/data-one.quote',
      ],
      [
        'an expectation that the case does not have',
        { expectations: { 'data/nope': { mark: 'absent', quote: null } } },
        'review.expectations.data/nope',
      ],
      [
        'a dimension’s quote that does not hold',
        {
          dimensions: {
            data: { band: 2, quotes: [{ ...quoteOf('at random'), text: 'by time' }], absent: false, note: '' },
          },
        },
        'review.dimensions.data.quotes.0',
      ],
      [
        'a band of 5',
        { dimensions: { data: { band: 5, quotes: [], absent: true, note: '' } } },
        'review.dimensions.data.band',
      ],
      [
        'two comments with one id',
        { comments: [comment('comment-1', 'x'), comment('comment-1', 'y')] },
        'review.comments',
      ],
      ['a hostile comment id', { comments: [comment('../../x.y', 'x')] }, 'review.comments.0.id'],
      ['a prototype', JSON.parse('{"__proto__": {"x": 1}, "more": 1}'), 'review'],
    ])('refuses %s', async (_, more, path) => {
      const review = await claim(cleo, await given());
      const reply = await put(cleo, review, 0, { ...EMPTY_REVIEW, ...more });
      expect([reply.status, reply.body.code]).toEqual([422, 'invalid']);
      expect(reply.body.issues.map((issue: { path: string }) => issue.path)).toContain(path);
      expect(await one.database.reviewSave.count({ where: { reviewId: idOf(review) } })).toBe(0);
    });

    it('refuses what is longer than fits', async () => {
      const review = await claim(cleo, await given());
      const reply = await put(cleo, review, 0, { ...EMPTY_REVIEW, more: 'x'.repeat(600_000) });
      expect([reply.status, reply.body.code]).toEqual([413, 'too-large']);
    });

    it('asks for evidence as soon as there is a verdict, naming each dimension', async () => {
      const review = await claim(cleo, await given());
      const { model: _, ...rest } = completeReview().dimensions;
      const serve = { band: 2 as const, quotes: [], absent: false, note: '' };
      const reply = await put(cleo, review, 0, completeReview({ dimensions: { ...rest, serve } }));
      expect(reply.status).toBe(422);
      expect(reply.body.issues.map((issue: { path: string }) => issue.path)).toEqual([
        'review.dimensions.model',
        'review.dimensions.serve',
      ]);
      expect(
        (await put(cleo, review, 0, completeReview({ verdict: null, dimensions: { ...rest, serve } }))).status,
      ).toBe(200);
    });

    it('takes no strong band without a quote as soon as there is a verdict, and says of which dimension', async () => {
      const review = await claim(cleo, await given());
      const onNothing = (band: Band) => ({ band, quotes: [], absent: true, note: '' });
      const all = (band: Band) => Object.fromEntries(DIMENSION_IDS.map((id) => [id, onNothing(band)]));
      const strong = { verdict: 'strong-hire', reason: '' } as const;
      const reply = await put(cleo, review, 0, completeReview({ dimensions: all(4), verdict: strong }));
      expect([reply.status, reply.body.code]).toEqual([422, 'invalid']);
      expect(reply.body.issues.map((issue: { path: string }) => issue.path)).toEqual(
        DIMENSION_IDS.map((id) => `review.dimensions.${id}`),
      );
      expect(reply.body.issues[0].message).toMatch(/^Clarify requirements .* so it needs a quote\.$/);
      const { dimensions } = completeReview();
      const without = completeReview({ dimensions: { ...dimensions, serve: onNothing(3) } });
      const named = await put(cleo, review, 0, without);
      expect(named.body.issues.map((issue: { path: string }) => issue.path)).toEqual(['review.dimensions.serve']);
      // What is missing is there, however weak.
      const weak = completeReview({ dimensions: all(2), verdict: { verdict: 'lean-no-hire', reason: '' } });
      expect((await put(cleo, review, 0, weak)).status).toBe(200);
    });

    it('keeps a draft from before strong bands needed a quote, and does not publish it', async () => {
      const attempt = await given();
      const review = await claim(cleo, attempt);
      await put(cleo, review, 0, completeReview());
      const { dimensions } = completeReview();
      const old = completeReview({
        dimensions: { ...dimensions, model: { band: 3, quotes: [], absent: true, note: '' } },
      });
      await one.database.reviewSave.updateMany({ where: { reviewId: idOf(review) }, data: { body: old } });
      const read = (await cleo.visitor.get(review)).body;
      expect([read.review, read.gated]).toEqual([old, null]);
      const refused = await cleo.visitor.post(`${review}/publish`, { revision: 1 });
      expect([refused.status, refused.body.issues.map((issue: { path: string }) => issue.path)]).toEqual([
        422,
        ['review.dimensions.model'],
      ]);
      expect((await put(cleo, review, 1, { ...old, verdict: null })).status).toBe(200);
    });

    it('asks for a reason where the verdict is not that of the gates', async () => {
      const review = await claim(cleo, await given());
      const strong = (reason: string) => completeReview({ verdict: { verdict: 'strong-hire', reason } });
      const reply = await put(cleo, review, 0, strong(' '));
      expect(reply.body.issues).toEqual([
        { path: 'review.verdict.reason', message: expect.stringContaining('lean hire') },
      ]);
      expect((await put(cleo, review, 0, strong('Led throughout.'))).status).toBe(200);
      const { gated } = (await cleo.visitor.get(review)).body;
      expect(gated).toMatchObject({ verdict: 'lean-hire', mean: 3 });
      expect(gated.gates[0].text).toContain('mean');
    });
  });

  describe('publishing', () => {
    it('freezes the review, hands out its comments, tells the candidate and empties the queue', async () => {
      const attempt = await given();
      const body = completeReview({ comments: [comment('comment-b', 'second'), comment('comment-a', 'first')] });
      const review = await publish(cleo, attempt, body);
      const late = await put(cleo, review, 1, withSummary('late'));
      expect([late.status, late.body.code]).toEqual([409, 'frozen']);
      // The reply to the last save may have got lost before the publication.
      expect(await put(cleo, review, 0, body)).toMatchObject({ status: 200, body: { revision: 1 } });
      const detail = (await cleo.visitor.get(review)).body;
      expect(detail.comments.map((one: { text: string; state: string }) => [one.text, one.state])).toEqual([
        ['second', 'open'],
        ['first', 'open'],
      ]);
      const requests = await one.database.reviewRequest.findMany({ where: { attemptId: idOf(attempt) } });
      expect(requests.map(({ coachId, reviewedAt }) => [coachId, reviewedAt !== null])).toEqual(
        requests.map(({ coachId }) => [coachId, coachId === cleo.userId]),
      );
      const told = await one.database.notice.findMany({
        where: { userId: candidate.userId, kind: 'review-published' },
      });
      expect(told.filter(({ body: about }) => (about as { reviewId: string }).reviewId === idOf(review))).toHaveLength(
        1,
      );
    });

    it('publishes what is stored when it is not told which revision was seen', async () => {
      const attempt = await given();
      const { body: claimed } = await cleo.visitor.post(`${attempt}/reviews`);
      const review = `/api/reviews/${claimed.id}`;
      expect((await cleo.visitor.post(`${review}/publish`)).status).toBe(422);
      await put(cleo, review, 0, completeReview());
      expect((await cleo.visitor.post(`${review}/publish`)).status).toBe(200);
      expect((await cleo.visitor.get(review)).body.publishedAt).toEqual(expect.any(String));
    });

    it('is the same twice as once, and many times at once', async () => {
      const attempt = await given();
      const review = await claim(cleo, attempt);
      await put(cleo, review, 0, completeReview({ comments: [comment('comment-1', 'x')] }));
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => cleo.visitor.post(`${review}/publish`, { revision: 1 })),
      );
      expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200));
      expect(new Set(replies.map(({ body }) => body.publishedAt)).size).toBe(1);
      const later = await cleo.visitor.post(`${review}/publish`, { revision: 9 });
      expect(later.body.publishedAt).toBe(replies[0]?.body.publishedAt);
      expect(await one.database.reviewComment.count({ where: { reviewId: idOf(review) } })).toBe(1);
      const told = await one.database.notice.findMany({ where: { kind: 'review-published' } });
      expect(told.filter(({ body }) => (body as { reviewId: string }).reviewId === idOf(review))).toHaveLength(1);
    });

    it('wants a verdict, the revision that is stored, and words in every comment', async () => {
      const review = await claim(cleo, await given());
      const early = await cleo.visitor.post(`${review}/publish`, { revision: 1 });
      expect([early.status, early.body.current.revision]).toEqual([409, 0]);
      await put(cleo, review, 0, withSummary('x'));
      expect((await cleo.visitor.post(`${review}/publish`, { revision: 1 })).body.issues[0].path).toBe(
        'review.verdict',
      );
      await put(cleo, review, 1, completeReview({ comments: [comment('comment-1', ' ')] }));
      expect((await cleo.visitor.post(`${review}/publish`, { revision: 1 })).body.code).toBe('conflict');
      const empty = await cleo.visitor.post(`${review}/publish`, { revision: 2 });
      expect(empty.body.issues[0].path).toBe('review.comments.0.text');
      expect((await cleo.visitor.get(review)).body.publishedAt).toBeNull();
    });

    it('answers the requests of the groups that the coach leads, and no others', async () => {
      const attempt = await submittedAttempt(candidate);
      const attemptId = idOf(attempt);
      const now = new Date();
      for (const [id, coach] of [
        ['g-cleo', cleo],
        ['g-dora', dora],
      ] as const) {
        const groupId = `${id}-${engine}`;
        await one.database.group.create({
          data: { id: groupId, name: id, ownerId: coach.userId, inviteToken: groupId, createdAt: now },
        });
        await one.database.groupMember.createMany({
          data: [
            { groupId, userId: coach.userId, role: 'coach', joinedAt: now },
            { groupId, userId: candidate.userId, role: 'member', joinedAt: now },
          ],
        });
        await one.database.reviewRequest.create({
          data: {
            id: groupId,
            attemptId,
            candidateId: candidate.userId,
            caseSlug: 'fixture',
            groupId,
            note: '',
            requestedAt: now,
          },
        });
      }
      await publish(cleo, attempt);
      const requests = await one.database.reviewRequest.findMany({ where: { attemptId }, orderBy: { id: 'asc' } });
      expect(requests.map(({ reviewedAt }) => reviewedAt !== null)).toEqual([true, false]);
    });
  });

  describe('reading', () => {
    it('is for the candidate once it is published and they have marked themselves', async () => {
      const attempt = await given();
      const draft = await claim(dora, attempt);
      expect((await candidate.visitor.get(draft)).status).toBe(404);
      const review = await publish(cleo, attempt, completeReview({ summary: 'SECRET' }));
      const closed = await candidate.visitor.get(review);
      expect([closed.status, closed.body.code]).toEqual([409, 'mark-yourself-first']);
      expect(reviewProblem.parse(closed.body).news).toEqual([
        { id: idOf(review), coachName: 'Cleo', publishedAt: expect.any(String) },
      ]);
      expect(closed.text).not.toContain('SECRET');
      const list = await candidate.visitor.get(`${attempt}/reviews`);
      expect(list.body).toMatchObject({ state: 'closed', reviews: [], selfReview: null });
      expect(list.body.news).toHaveLength(1);
      expect(list.text).not.toContain('SECRET');
      expect((await skip(attempt)).status).toBe(200);
      expect((await candidate.visitor.get(review)).body.review.summary).toBe('SECRET');
      expect((await candidate.visitor.get(draft)).status).toBe(404);
    });

    it('keeps two coaches blind until both have published', async () => {
      const attempt = await given();
      const hers = await publish(cleo, attempt);
      expect((await dora.visitor.get(hers)).status).toBe(404);
      const other = await claim(dora, attempt);
      expect((await dora.visitor.get(hers)).status).toBe(404);
      expect((await cleo.visitor.get(other)).status).toBe(404);
      await publish(dora, attempt);
      expect((await dora.visitor.get(hers)).body).toMatchObject({ isMine: false, coachName: 'Cleo' });
      expect((await cleo.visitor.get(other)).status).toBe(200);
    });

    it('stays its author’s when the attempt is taken away, and is nobody’s to change', async () => {
      const attempt = await given();
      const review = await claim(cleo, attempt);
      await put(cleo, review, 0, completeReview());
      await one.database.reviewRequest.deleteMany({ where: { attemptId: idOf(attempt), coachId: cleo.userId } });
      expect((await cleo.visitor.get(review)).body.review).toEqual(completeReview());
      expect((await put(cleo, review, 1, withSummary('x'))).status).toBe(404);
      expect((await cleo.visitor.post(`${review}/publish`, { revision: 1 })).status).toBe(404);
      expect((await cleo.visitor.post(`${attempt}/reviews`)).status).toBe(404);
    });

    it('is not there for a stranger, whatever is called', async () => {
      const attempt = await given();
      const review = await publish(cleo, attempt, completeReview({ comments: [comment('comment-1', 'x')] }));
      const commentId = `${idOf(review)}.comment-1`;
      const stranger = await person(one, 'Sid');
      const replies = [
        await stranger.visitor.get(review),
        await put(stranger, review, 1, withSummary('x')),
        await stranger.visitor.post(`${review}/publish`, { revision: 1 }),
        await stranger.visitor.delete(`${review}/claim`),
        await stranger.visitor.put(`${review}/rating`, { helped: 'not' }),
        await stranger.visitor.put(`/api/comments/${commentId}`, { state: 'resolved' }),
        await stranger.visitor.post(`/api/comments/${commentId}/replies`, { text: 'x' }),
        await stranger.visitor.get(`${attempt}/reviews`),
        await stranger.visitor.get(`${attempt}/self-review`),
        await stranger.visitor.put(`/api/me/learner-notes/${candidate.userId}`, { text: 'x' }),
      ];
      expect(replies.map(({ status }) => status)).toEqual(Array(replies.length).fill(404));
      for (const id of ['%00', 'x.y', `${idOf(review)}.%00aaaaaaaa`, '..%2F..', 'x'.repeat(3000)]) {
        expect((await cleo.visitor.put(`/api/comments/${id}`, { state: 'open' })).status).toBe(404);
        expect((await cleo.visitor.get(`/api/reviews/${id}`)).status).toBe(404);
      }
    });
  });
});
