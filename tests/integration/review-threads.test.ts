import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BANDS, DIMENSION_IDS } from '@/lib/core/review/dimensions';
import { receivedReviews } from '@/lib/core/review/review-api';
import { loadCarryOver } from '@/lib/loaders/load-carry-over';
import { loadDesk } from '@/lib/loaders/load-desk';
import { loadGaps } from '@/lib/loaders/load-gaps';
import { serveFrom } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import {
  ANSWER,
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

describe.each(engines)('after a review on %s', (engine) => {
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

  const reader = ({ userId }: Person) => ({ database: one.database, userId });
  const ownBands = (band: (typeof BANDS)[number]) =>
    Object.fromEntries(DIMENSION_IDS.map((id) => [id, { band, quotes: [quoteOf('at random')], absent: false }]));
  const markSelf = (attempt: string, body: unknown) => candidate.visitor.put(`${attempt}/self-review`, body);
  const comments = [
    comment('comment-1', 'By time.'),
    { ...comment('comment-2', 'Good.', 'a click'), kind: 'strength' as const },
  ];

  /** An attempt that Cleo has reviewed. */
  async function reviewed() {
    const attempt = await submittedAttempt(candidate);
    await give(one, attempt, candidate, cleo);
    await give(one, attempt, candidate, dora);
    const review = await publish(cleo, attempt, completeReview({ comments }));
    return { attempt, review, first: `/api/comments/${idOf(review)}.comment-1` };
  }

  describe('a comment', () => {
    it('is replied to by candidate and coach, who are told, and by nobody else', async () => {
      const { attempt, review, first } = await reviewed();
      await markSelf(attempt, { bands: {}, skipped: true });
      const text = 'Why? 👩‍👩‍👧 \0 <script>';
      const reply = await candidate.visitor.post(`${first}/replies`, { text });
      expect([reply.status, reply.body]).toEqual([
        201,
        expect.objectContaining({ authorName: 'Ada', isMine: true, text }),
      ]);
      expect((await cleo.visitor.post(`${first}/replies`, { text: 'Because.' })).status).toBe(201);
      expect((await dora.visitor.post(`${first}/replies`, { text: 'x' })).status).toBe(404);
      const thread = (await cleo.visitor.get(review)).body.comments[0].replies;
      expect(
        thread.map((one_: { authorName: string; isMine: boolean; text: string }) => [
          one_.authorName,
          one_.isMine,
          one_.text,
        ]),
      ).toEqual([
        ['Ada', false, text],
        ['Cleo', true, 'Because.'],
      ]);
      const told = await one.database.notice.findMany({ where: { kind: 'comment-reply' } });
      const about = told.filter(({ body }) => (body as { attemptId: string }).attemptId === idOf(attempt));
      expect(new Set(about.map(({ userId }) => userId))).toEqual(new Set([candidate.userId, cleo.userId]));
      for (const bad of ['', '   ', 'x'.repeat(5001)]) {
        expect((await candidate.visitor.post(`${first}/replies`, { text: bad })).status).toBe(422);
      }
    });

    it('is resolved and opened again; a strength asks for nothing', async () => {
      const { attempt, review, first } = await reviewed();
      await markSelf(attempt, { bands: {}, skipped: true });
      const states = async () =>
        (await cleo.visitor.get(review)).body.comments.map(({ state }: { state: string }) => state);
      expect(await states()).toEqual(['open', 'resolved']);
      expect((await candidate.visitor.put(first, { state: 'resolved' })).status).toBe(200);
      expect((await candidate.visitor.put(first, { state: 'resolved' })).status).toBe(200);
      expect(await states()).toEqual(['resolved', 'resolved']);
      expect((await cleo.visitor.put(first, { state: 'open' })).status).toBe(200);
      expect(await states()).toEqual(['open', 'resolved']);
      expect((await dora.visitor.put(first, { state: 'resolved' })).status).toBe(404);
      expect((await candidate.visitor.put(first, { state: 'gone' })).status).toBe(422);
      const told = await one.database.notice.findMany({ where: { kind: 'comment-resolved', userId: cleo.userId } });
      expect(told.filter(({ body }) => (body as { attemptId: string }).attemptId === idOf(attempt))).toHaveLength(1);
    });

    it('outlives its coach’s account', async () => {
      const attempt = await submittedAttempt(candidate);
      const passing = await person(one, 'Pat');
      await give(one, attempt, candidate, passing);
      const review = await publish(passing, attempt, completeReview({ comments }));
      await passing.visitor.post(`/api/comments/${idOf(review)}.comment-1/replies`, { text: 'bye' });
      await passing.visitor.delete('/api/me');
      await markSelf(attempt, { bands: {}, skipped: true });
      const { body } = await candidate.visitor.get(review);
      expect([body.coachName, body.fromPacket, body.comments[0].replies[0].authorName]).toEqual(['Pat', false, 'Pat']);
      const mine = await candidate.visitor.post(`/api/comments/${idOf(review)}.comment-1/replies`, { text: 'x' });
      expect(mine.status).toBe(201);
    });
  });

  it('a rating is the candidate’s, and can change', async () => {
    const { attempt, review } = await reviewed();
    await markSelf(attempt, { bands: {}, skipped: true });
    for (const helped of ['helped', 'not']) {
      expect((await candidate.visitor.put(`${review}/rating`, { helped })).status).toBe(200);
      expect((await cleo.visitor.get(review)).body.helped).toBe(helped);
    }
    expect((await cleo.visitor.put(`${review}/rating`, { helped: 'helped' })).status).toBe(404);
    expect((await candidate.visitor.put(`${review}/rating`, { helped: 'yes' })).status).toBe(422);
  });

  describe('one’s own marks', () => {
    it('open the review, show the gap, and stay from then on', async () => {
      const { attempt, review } = await reviewed();
      const given = await markSelf(attempt, { bands: ownBands(4) });
      expect(given.status).toBe(200);
      expect((await candidate.visitor.get(review)).status).toBe(200);
      const received = receivedReviews.parse((await candidate.visitor.get(`${attempt}/reviews`)).body);
      expect(received.state).toBe('open');
      expect(received.reviews[0]?.gaps).toHaveLength(9);
      expect(received.reviews[0]?.gaps[0]).toEqual({ dimension: 'clarify', own: 4, coach: 3, gap: 1 });
      const changed = await markSelf(attempt, { bands: ownBands(3) });
      expect([changed.status, changed.body.code]).toEqual([409, 'frozen']);
      // The same again is a reply that got lost.
      expect((await markSelf(attempt, { bands: ownBands(4) })).body).toEqual(given.body);
      expect((await candidate.visitor.get(`${attempt}/self-review`)).body.bands).toEqual(ownBands(4));
    });

    it('change while nothing is published', async () => {
      const attempt = await submittedAttempt(candidate);
      for (const band of BANDS) expect((await markSelf(attempt, { bands: ownBands(band) })).status).toBe(200);
      expect((await markSelf(attempt, { bands: {}, skipped: true })).status).toBe(200);
    });

    it('need evidence and every dimension, and a submitted attempt', async () => {
      const attempt = await submittedAttempt(candidate);
      const quote = { ...quoteOf('at random'), text: 'nothing' };
      for (const [bands, path] of [
        [{}, 'bands.clarify'],
        [{ ...ownBands(2), model: { band: 2, quotes: [], absent: false } }, 'bands.model'],
        [{ ...ownBands(2), model: { band: 3, quotes: [], absent: true } }, 'bands.model'],
        [{ ...ownBands(2), data: { band: 2, quotes: [quote], absent: false } }, 'bands.data.quotes.0'],
      ] as const) {
        const reply = await markSelf(attempt, { bands });
        expect([reply.status, reply.body.issues[0].path]).toEqual([422, path]);
      }
      expect((await markSelf(attempt, { bands: ownBands(2), skipped: true })).status).toBe(422);
      expect((await markSelf(await candidate.visitor.start(), { bands: ownBands(2) })).body.code).toBe('not-submitted');
      expect((await candidate.visitor.get(`${attempt}/self-review`)).status).toBe(404);
    });

    it('are not there for a coach before their review is published', async () => {
      const { attempt } = await reviewed();
      await markSelf(attempt, { bands: ownBands(4) });
      expect((await dora.visitor.get(`${attempt}/self-review`)).status).toBe(404);
      expect((await cleo.visitor.get(`${attempt}/self-review`)).body.bands).toEqual(ownBands(4));
      await candidate.visitor.put(`${attempt}/marks/data/data-one`, { found: false, quote: null });
      const [desk, published] = [
        await loadDesk(reader(dora), idOf(attempt), new Date()),
        await loadDesk(reader(cleo), idOf(attempt), new Date()),
      ];
      expect([desk.selfReview, desk.attempt.marks]).toEqual([null, []]);
      expect(published.selfReview?.bands).toEqual(ownBands(4));
      expect(published.attempt.marks).toHaveLength(1);
    });

    it('keep the gap over time', async () => {
      const ada = await person(one, 'Ada the second');
      for (const [own, coach] of [
        [4, 2],
        [3, 3],
      ] as const) {
        const attempt = await submittedAttempt(ada);
        await give(one, attempt, ada, cleo);
        await ada.visitor.put(`${attempt}/self-review`, { bands: ownBands(own) });
        const verdict = { verdict: 'lean-hire' as const, reason: 'Because.' };
        await publish(cleo, attempt, completeReview({ verdict }, coach));
      }
      const skipped = await submittedAttempt(ada);
      await give(one, skipped, ada, cleo);
      await publish(cleo, skipped);
      const gaps = await loadGaps(reader(ada));
      expect(gaps.overall).toMatchObject({ pairs: 18, exact: 0.5, withinOne: 0.5, meanGap: 1 });
      expect(gaps.dimensions[0]?.points.map(({ gap }) => gap)).toEqual([2, 0]);
    });
  });

  describe('the attempt that follows', () => {
    async function follow(attempt: string) {
      const started = await candidate.visitor.post('/api/attempts', {
        caseSlug: 'fixture',
        mode: 'unaided',
        level: 'senior',
        followsId: idOf(attempt),
      });
      expect(started.status).toBe(201);
      return `/api/attempts/${started.body.id}`;
    }

    async function followed() {
      const before = await reviewed();
      return { ...before, next: await follow(before.attempt) };
    }

    it('has the open comments beside it, and says which it answers', async () => {
      const { attempt, next, review, first } = await followed();
      const carried = () => loadCarryOver(reader(candidate), idOf(next), new Date());
      // Not before the candidate has marked themselves.
      expect((await carried())?.comments).toEqual([]);
      const address = `${next}/comment-answers/${idOf(review)}.comment-1`;
      expect((await candidate.visitor.put(address, { answered: true })).body.code).toBe('mark-yourself-first');
      await markSelf(attempt, { bands: {}, skipped: true });
      expect(await carried()).toMatchObject({
        follows: [{ id: idOf(attempt) }],
        comments: [{ comment: { text: 'By time.', state: 'open' }, coachName: 'Cleo', answered: null }],
      });
      expect((await candidate.visitor.put(address, { answered: true })).status).toBe(200);
      await candidate.visitor.put(first, { state: 'resolved' });
      expect((await carried())?.comments).toMatchObject([{ comment: { state: 'resolved' }, answered: true }]);
      await expect(loadCarryOver(reader(cleo), idOf(next), new Date())).rejects.toMatchObject({ code: 'not-found' });
    });

    it('has the open comments of all before it, also where one between was not reviewed', async () => {
      const { attempt, next: second, review } = await followed();
      await markSelf(attempt, { bands: {}, skipped: true });
      await candidate.visitor.save(second, 'data', 0, { text: ANSWER });
      await candidate.visitor.post(`${second}/submit`);
      const third = await follow(second);
      const carried = (of: string) => loadCarryOver(reader(candidate), idOf(of), new Date());
      expect(await carried(third)).toMatchObject({
        follows: [{ id: idOf(attempt) }],
        comments: [{ comment: { text: 'By time.' }, answered: null }],
      });
      const address = `${third}/comment-answers/${idOf(review)}.comment-1`;
      expect((await candidate.visitor.put(address, { answered: true })).status).toBe(200);
      expect((await carried(third))?.comments).toMatchObject([{ answered: true }]);
      expect((await carried(second))?.comments).toMatchObject([{ answered: null }]);

      // The coach sees at each of their comments what the third attempt changed.
      await candidate.visitor.save(third, 'data', 0, { text: ANSWER.replace('at random', 'by time') });
      await candidate.visitor.post(`${third}/submit`);
      await give(one, third, candidate, cleo);
      await claim(cleo, third);
      const [earlier, ...others] = (await loadDesk(reader(cleo), idOf(third), new Date())).earlier;
      expect(earlier).toMatchObject({ isFollowed: true, attempt: { id: idOf(attempt) } });
      expect(earlier?.comments[0]).toMatchObject({ answered: true, diff: { kind: 'near' } });
      expect(others.filter(({ isFollowed }) => isFollowed)).toEqual([]);

      // Those on a nearer attempt stand before those on one farther back.
      await give(one, second, candidate, dora);
      await publish(dora, second, completeReview({ comments: [comment('comment-1', 'Still at random.')] }));
      await markSelf(second, { bands: {}, skipped: true });
      const both = await carried(third);
      expect(both?.follows.map(({ id }) => id)).toEqual([idOf(second), idOf(attempt)]);
      expect(both?.comments.map(({ comment: { text } }) => text)).toEqual(['Still at random.', 'By time.']);
    });

    it('keeps the comments of those before one that is deleted between', async () => {
      const { attempt, next: second } = await followed();
      await markSelf(attempt, { bands: {}, skipped: true });
      await candidate.visitor.save(second, 'data', 0, { text: ANSWER });
      await candidate.visitor.post(`${second}/submit`);
      const [third, branch] = [await follow(second), await follow(second)];
      await candidate.visitor.delete(second);
      for (const one of [third, branch]) {
        expect((await candidate.visitor.get(one)).body.followsId).toBe(idOf(attempt));
        expect(await loadCarryOver(reader(candidate), idOf(one), new Date())).toMatchObject({
          follows: [{ id: idOf(attempt) }],
          comments: [{ comment: { text: 'By time.' } }],
        });
      }
      await candidate.visitor.delete(attempt);
      expect((await candidate.visitor.get(third)).body.followsId).toBeNull();
    });

    it('holds together when neighbours are deleted at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const first = await submittedAttempt(candidate);
        const chain = [first];
        for (let length = 1; length < 4; length += 1) {
          const next = await follow(chain[length - 1] ?? first);
          await candidate.visitor.post(`${next}/submit`);
          chain.push(next);
        }
        const [, second = '', third = '', last = ''] = chain;
        const gone = await Promise.all([third, second].map((one) => candidate.visitor.delete(one)));
        expect(gone.map(({ status }) => status)).toEqual([204, 204]);
        expect((await candidate.visitor.get(last)).body.followsId).toBe(idOf(first));
      }
    });

    it('has no checklist where none before it was reviewed', async () => {
      const next = await follow(await submittedAttempt(candidate));
      expect(await loadCarryOver(reader(candidate), idOf(next), new Date())).toBeNull();
    });

    it('takes no answers to comments on other attempts', async () => {
      const { attempt, next } = await followed();
      const other = await reviewed();
      await markSelf(attempt, { bands: {}, skipped: true });
      await markSelf(other.attempt, { bands: {}, skipped: true });
      for (const id of [`${idOf(other.review)}.comment-1`, 'no.such-comment', '%00']) {
        expect((await candidate.visitor.put(`${next}/comment-answers/${id}`, { answered: true })).status).toBe(404);
      }
    });

    it('shows the coach per comment what changed, and what the candidate says of it', async () => {
      const { attempt, next, review } = await followed();
      await markSelf(attempt, { bands: {}, skipped: true });
      await candidate.visitor.save(next, 'data', 0, { text: ANSWER.replace('at random', 'by time') });
      await candidate.visitor.post(`${next}/submit`);
      await candidate.visitor.put(`${next}/comment-answers/${idOf(review)}.comment-1`, { answered: true });
      await give(one, next, candidate, cleo);
      await claim(cleo, next);
      const desk = await loadDesk(reader(cleo), idOf(next), new Date());
      expect(desk.requests).toMatchObject([{ via: { kind: 'link' }, note: 'Look at the split.' }]);
      const [earlier] = desk.earlier;
      expect(earlier).toMatchObject({ isFollowed: true, attempt: { id: idOf(attempt) } });
      expect(earlier?.comments[0]).toMatchObject({ answered: true, diff: { kind: 'near' } });
      expect(JSON.stringify(earlier?.comments[0]?.diff)).toContain('time');
      expect(earlier?.comments[1]).toMatchObject({ answered: null, diff: { kind: 'step' } });
      // Taken away, the earlier answers are no longer compared; the coach's own words stay.
      await one.database.reviewRequest.deleteMany({ where: { attemptId: idOf(attempt), coachId: cleo.userId } });
      const [later] = (await loadDesk(reader(cleo), idOf(next), new Date())).earlier;
      expect(later?.comments.map(({ diff }) => diff)).toEqual([null, null]);
      expect(later?.review.comments).toHaveLength(2);
    });
  });

  describe('the desk', () => {
    it('has everything for a coach, and is not there for others', async () => {
      const { attempt } = await reviewed();
      const desk = await loadDesk(reader(dora), idOf(attempt), new Date());
      expect(desk).toMatchObject({
        candidate: { id: candidate.userId, name: 'Ada' },
        study: { slug: 'fixture' },
        review: null,
        others: [{ name: 'Cleo', fromPacket: false, until: null, publishedAt: expect.any(String) }],
        otherReviews: [],
        learnerNote: null,
        savedReplies: [],
      });
      expect(desk.dimensions).toHaveLength(9);
      expect(JSON.stringify(desk)).not.toContain('By time.');
      await publish(dora, attempt);
      expect((await loadDesk(reader(dora), idOf(attempt), new Date())).otherReviews).toHaveLength(1);
      const stranger = await person(one, 'Sid');
      for (const who of [candidate, stranger]) {
        await expect(loadDesk(reader(who), idOf(attempt), new Date())).rejects.toBeInstanceOf(Error);
      }
      await expect(loadDesk(reader(stranger), idOf(attempt), new Date())).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  describe('what a coach keeps', () => {
    it('saved replies: their own only', async () => {
      const made = await cleo.visitor.post('/api/me/saved-replies', { title: 'Split\0', text: 'Hello {name}' });
      expect(made.status).toBe(201);
      const address = `/api/me/saved-replies/${made.body.id}`;
      expect((await cleo.visitor.get('/api/me/saved-replies')).body.savedReplies).toEqual([made.body]);
      expect((await dora.visitor.get('/api/me/saved-replies')).body.savedReplies).toEqual([]);
      const words = { title: 'T', text: 'stolen' };
      expect((await dora.visitor.put(address, words)).status).toBe(404);
      expect((await dora.visitor.delete(address)).status).toBe(404);
      expect((await cleo.visitor.put(address, { title: 'T', text: 'B' })).body).toMatchObject({
        title: 'T',
        text: 'B',
      });
      expect((await cleo.visitor.delete(address)).status).toBe(204);
      expect((await cleo.visitor.delete(address)).status).toBe(404);
      expect((await cleo.visitor.post('/api/me/saved-replies', { title: ' ', text: 'x' })).status).toBe(422);
    });

    it('notes about a learner: for the coach who wrote them and nobody else, the learner included', async () => {
      const { attempt } = await reviewed();
      const address = `/api/me/learner-notes/${candidate.userId}`;
      const nia = await person(one, 'Nia');
      expect((await nia.visitor.put(address, { text: 'x' })).status).toBe(404);
      expect((await cleo.visitor.put(address, { text: 'SECRET: rushes' })).status).toBe(200);
      expect((await cleo.visitor.get('/api/me/learner-notes')).body.notes).toMatchObject([
        { userId: candidate.userId, name: 'Ada', text: 'SECRET: rushes' },
      ]);
      expect((await loadDesk(reader(cleo), idOf(attempt), new Date())).learnerNote?.text).toBe('SECRET: rushes');
      await claim(dora, attempt);
      await markSelf(attempt, { bands: {}, skipped: true });
      const seen = [
        (await candidate.visitor.get(`${attempt}/reviews`)).text,
        (await candidate.visitor.get(attempt)).text,
        (await candidate.visitor.get('/api/me/learner-notes')).text,
        (await dora.visitor.get('/api/me/learner-notes')).text,
        JSON.stringify(await loadDesk(reader(dora), idOf(attempt), new Date())),
      ];
      for (const text of seen) expect(text).not.toContain('SECRET');
      await cleo.visitor.put(address, { text: ' ' });
      expect((await cleo.visitor.get('/api/me/learner-notes')).body.notes).toEqual([]);
    });

    it('needs an account', async () => {
      const guest = await person(one, 'Gus');
      await one.database.user.update({ where: { id: guest.userId }, data: { isAnonymous: true } });
      const reply = await guest.visitor.post('/api/me/saved-replies', { title: 'a', text: 'b' });
      expect([reply.status, reply.body.code]).toEqual([403, 'needs-account']);
    });
  });
});
