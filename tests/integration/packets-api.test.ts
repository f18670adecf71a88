import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { importPacket } from '@/lib/commands/import-packet';
import type { PacketReview } from '@/lib/core/review/packet';
import type { PacketData } from '@/lib/core/review/packet-data';
import { EMPTY_REVIEW, type ReviewBody } from '@/lib/core/review/review-body';
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
  quoteOf,
  submittedAttempt,
} from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));
vi.mock('@/lib/content/packet-page', async () => {
  const { bundlePacketPage } = await import('@/scripts/build/bundle-packet');
  const page = await bundlePacketPage(process.cwd());
  return { packetPage: () => page };
});

const HOSTILE = `</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> \u2028 \uD83D \0 שלום`;

describe.each(engines)('packets on %s', (engine) => {
  let one: TestDatabase;
  let candidate: Person;
  let cleo: Person;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    [candidate, cleo] = [await person(one, 'Ada'), await person(one, 'Cleo')];
  });
  afterAll(() => one.close());

  const dataOf = (html: string): PacketData =>
    JSON.parse(/<script type="application\/json" id="packet">(.*?)<\/script>/s.exec(html)?.[1] ?? '');
  const send = ({ visitor }: Person, attempt: string, packet: unknown) => visitor.post(`${attempt}/packet`, packet);

  async function packetFor(
    attempt: string,
    review: ReviewBody,
    more: Partial<PacketReview> = {},
  ): Promise<PacketReview> {
    const { stamp } = dataOf((await candidate.visitor.get(`${attempt}/packet`)).text);
    return {
      ...stamp,
      packetId: 'packet-number-one',
      coachName: 'Cleo offline',
      savedAt: '2026-01-01T00:00:00.000Z',
      review,
      ...more,
    };
  }
  const inDatabase = async (attempt: string) => ({
    reviews: await one.database.review.count({ where: { attemptId: idOf(attempt) } }),
    comments: await one.database.reviewComment.count({ where: { attemptId: idOf(attempt) } }),
    saves: await one.database.reviewSave.count({ where: { review: { attemptId: idOf(attempt) } } }),
  });
  const review = completeReview({ comments: [comment('comment-1', 'By time.'), comment('comment-2', HOSTILE)] });

  describe('the file', () => {
    it('is one file that loads nothing and runs only its own script', async () => {
      const attempt = await submittedAttempt(candidate, `${ANSWER}\n\n${HOSTILE}`);
      const { status, headers, text } = await candidate.visitor.get(`${attempt}/packet`);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers.get('content-disposition')).toBe('attachment; filename="warmstart-packet-fixture.html"');
      const scripts = [...text.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
      expect(scripts.map(([, attributes]) => attributes?.trim())).toEqual(['type="application/json" id="packet"', '']);
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
      const hash = (source: string) => createHash('sha256').update(source).digest('base64');
      expect(policy).toBe(
        [
          "default-src 'none'",
          `script-src 'sha256-${hash(scripts[1]?.[2] ?? '')}'`,
          `style-src 'sha256-${hash(/<style>(.*?)<\/style>/s.exec(text)?.[1] ?? '')}'`,
          "base-uri 'none'",
          "form-action 'none'",
        ].join('; '),
      );
      expect(text).not.toMatch(/\b(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i);
      expect(text).not.toMatch(/@import|url\(\s*["']?http/i);
    });

    it('holds the answers exactly, the rubric and the expectations, and not who wrote them', async () => {
      const attempt = await submittedAttempt(candidate, `${ANSWER}\n\n${HOSTILE}`);
      const { text } = await candidate.visitor.get(`${attempt}/packet`);
      const data = dataOf(text);
      expect(data.passages.data?.[0]?.text).toBe(`${ANSWER}\n\n${HOSTILE}`);
      expect(data.dimensions).toHaveLength(9);
      expect(data.steps.map(({ expectations }) => expectations.length)).toEqual(Array(7).fill(2));
      expect(text).not.toContain(candidate.userId);
    });

    it('is for the candidate and the coach of a submitted attempt', async () => {
      const attempt = await submittedAttempt(candidate);
      expect((await cleo.visitor.get(`${attempt}/packet`)).status).toBe(404);
      expect((await send(cleo, attempt, await packetFor(attempt, review))).status).toBe(404);
      await give(one, attempt, candidate, cleo);
      expect((await cleo.visitor.get(`${attempt}/packet`)).status).toBe(200);
      const open = await candidate.visitor.start();
      expect((await candidate.visitor.get(`${open}/packet`)).body.code).toBe('not-submitted');
      expect((await send(candidate, open, {})).body.code).toBe('not-submitted');
    });
  });

  describe('importing, for the candidate', () => {
    it('makes a published review that says where it came from, behind one’s own marks', async () => {
      const attempt = await submittedAttempt(candidate);
      const imported = await send(candidate, attempt, await packetFor(attempt, review));
      expect([imported.status, imported.body.outcome]).toEqual([201, 'created']);
      const address = `/api/reviews/${imported.body.reviewId}`;
      expect((await candidate.visitor.get(address)).body.code).toBe('mark-yourself-first');
      await candidate.visitor.put(`${attempt}/self-review`, { bands: {}, skipped: true });
      const { body } = await candidate.visitor.get(address);
      expect(body).toMatchObject({ coachName: 'Cleo offline', fromPacket: true, isMine: false, review });
      expect(body.comments.map(({ text }: { text: string }) => text)).toEqual(['By time.', HOSTILE]);
      expect((await candidate.visitor.put(`/api/comments/${body.comments[0].id}`, { state: 'resolved' })).status).toBe(
        200,
      );
      expect((await candidate.visitor.put(`${address}/rating`, { helped: 'partly' })).status).toBe(200);
    });

    it('tells another coach that the name is the packet’s, because its giver could have signed with any', async () => {
      const attempt = await submittedAttempt(candidate);
      await send(candidate, attempt, await packetFor(attempt, review));
      await give(one, attempt, candidate, cleo);
      const { others } = (await cleo.visitor.post(`${attempt}/reviews`)).body;
      expect(others).toMatchObject([{ name: 'Cleo offline', fromPacket: true }]);
    });

    it('is the same twice as once, and many times at once', async () => {
      const attempt = await submittedAttempt(candidate);
      const packet = await packetFor(attempt, review);
      const database = one.openAnother();
      const actor = { userId: candidate.userId, now: new Date() };
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          importPacket(
            { ...actor, database: i % 2 === 0 ? one.database : database },
            { attemptId: idOf(attempt), packet: structuredClone(packet) },
          ),
        ),
      );
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', ...Array(7).fill('unchanged')]);
      expect(new Set(outcomes.map(({ reviewId }) => reviewId)).size).toBe(1);
      expect((await send(candidate, attempt, packet)).body.outcome).toBe('unchanged');
      expect(await inDatabase(attempt)).toEqual({ reviews: 1, comments: 2, saves: 1 });
    });

    it('merges a later version by ids, keeps threads, and lets an earlier one change nothing', async () => {
      const attempt = await submittedAttempt(candidate);
      const first = await packetFor(attempt, review);
      const { reviewId } = (await send(candidate, attempt, first)).body;
      await candidate.visitor.post(`/api/comments/${reviewId}.comment-1/replies`, { text: 'Thanks' });
      await candidate.visitor.put(`/api/comments/${reviewId}.comment-1`, { state: 'resolved' });
      const later = await packetFor(
        attempt,
        completeReview({ comments: [comment('comment-1', 'By time, and by user.'), comment('comment-3', 'More.')] }),
        { savedAt: '2026-01-02T00:00:00.000Z' },
      );
      expect((await send(candidate, attempt, later)).body.outcome).toBe('merged');
      await candidate.visitor.put(`${attempt}/self-review`, { bands: {}, skipped: true });
      const read = async () =>
        (await candidate.visitor.get(`/api/reviews/${reviewId}`)).body.comments.map(
          ({ text, state, replies }: { text: string; state: string; replies: unknown[] }) => [
            text,
            state,
            replies.length,
          ],
        );
      const merged = [
        ['By time, and by user.', 'resolved', 1],
        [HOSTILE, 'open', 0],
        ['More.', 'open', 0],
      ];
      expect(await read()).toEqual(merged);
      for (const again of [first, later, first]) {
        expect((await send(candidate, attempt, again)).body.outcome).toBe('unchanged');
      }
      expect(await read()).toEqual(merged);
      expect(await inDatabase(attempt)).toEqual({ reviews: 1, comments: 3, saves: 2 });
    });

    it('takes in what an older packet says of strong bands without a quote, but not the verdict on them', async () => {
      const attempt = await submittedAttempt(candidate);
      const strong = completeReview({ verdict: { verdict: 'strong-hire', reason: '' } }, 4);
      const onNothing = { band: 4 as const, quotes: [], absent: true, note: '' };
      const old = { ...strong, dimensions: { ...strong.dimensions, model: onNothing } };
      const packet = await packetFor(attempt, old);
      const taken = await send(candidate, attempt, packet);
      expect([taken.status, taken.body.outcome]).toEqual([201, 'created']);
      expect(taken.body.verdictLeftOut).toMatch(/it needs a quote\. There is none for: Model\.$/);
      expect((await send(candidate, attempt, packet)).body).toMatchObject({ outcome: 'unchanged' });
      await candidate.visitor.put(`${attempt}/self-review`, { bands: {}, skipped: true });
      const { review: read, gated } = (await candidate.visitor.get(`/api/reviews/${taken.body.reviewId}`)).body;
      expect([read.verdict, gated, read.dimensions.model]).toEqual([null, null, onNothing]);
    });

    it('leaves the verdict that a review was published with, when nothing that it stands on changes', async () => {
      const attempt = await submittedAttempt(candidate);
      const strong = completeReview({ verdict: { verdict: 'strong-hire', reason: '' } }, 4);
      const onNothing = { band: 4 as const, quotes: [], absent: true, note: '' };
      const old = { ...strong, dimensions: { ...strong.dimensions, model: onNothing } };
      const { reviewId } = (await send(candidate, attempt, await packetFor(attempt, { ...old, verdict: null }))).body;
      // As it was stored before strong bands needed a quote.
      await one.database.reviewSave.updateMany({ where: { reviewId }, data: { body: old } });
      const again = await packetFor(attempt, { ...old, comments: [comment('comment-1', 'More.')] });
      expect((await send(candidate, attempt, again)).body.outcome).toBe('merged');
      await candidate.visitor.put(`${attempt}/self-review`, { bands: {}, skipped: true });
      const { review: read } = (await candidate.visitor.get(`/api/reviews/${reviewId}`)).body;
      expect([read.verdict, read.comments.length]).toEqual([old.verdict, 1]);
    });

    it('does not let a clock that is ahead decide for ever', async () => {
      const attempt = await submittedAttempt(candidate);
      await send(candidate, attempt, await packetFor(attempt, review, { savedAt: '2099-01-01T00:00:00.000Z' }));
      const later = await packetFor(attempt, completeReview({ summary: 'later' }), {
        savedAt: new Date(Date.now() + 5000).toISOString(),
      });
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect((await send(candidate, attempt, later)).body.outcome).toBe('merged');
    });
  });

  describe('importing, for a coach', () => {
    it('merges into the coach’s own draft, twice as once, and not into a published review', async () => {
      const attempt = await submittedAttempt(candidate);
      await give(one, attempt, candidate, cleo);
      const packet = await packetFor(attempt, review);
      const first = await send(cleo, attempt, packet);
      expect([first.status, first.body.outcome]).toEqual([201, 'created']);
      expect((await send(cleo, attempt, packet)).body).toEqual({ ...first.body, outcome: 'unchanged' });
      const address = await claim(cleo, attempt);
      const { body } = await cleo.visitor.get(address);
      expect(body).toMatchObject({ id: first.body.reviewId, revision: 1, publishedAt: null, isMine: true, review });
      // What was written on the server since is newer than the file.
      await cleo.visitor.put(address, { baseRevision: 1, review: { ...review, summary: 'at the desk' } });
      expect((await send(cleo, attempt, packet)).body.outcome).toBe('unchanged');
      await cleo.visitor.post(`${address}/publish`, { revision: 2 });
      const more = { ...packet, review: { ...review, comments: [comment('comment-9', 'late')] } };
      expect((await send(cleo, attempt, more)).body.code).toBe('frozen');
      expect((await send(candidate, attempt, packet)).body.outcome).toBe('created');
    });

    it('leaves a verdict open that does not stand on the marks of both', async () => {
      const attempt = await submittedAttempt(candidate);
      await give(one, attempt, candidate, cleo);
      const address = await claim(cleo, attempt);
      const weak = completeReview({ verdict: { verdict: 'lean-no-hire', reason: '' } }, 2);
      await cleo.visitor.put(address, { baseRevision: 0, review: { ...weak, verdict: null } });
      // An older file: its verdict is all that the draft lacks, and it does not fit the draft's bands.
      expect((await send(cleo, attempt, await packetFor(attempt, review))).body.outcome).toBe('merged');
      expect((await cleo.visitor.get(address)).body.review).toMatchObject({
        verdict: null,
        dimensions: weak.dimensions,
      });
    });
  });

  describe('a packet that does not fit is refused with the reason', () => {
    it.each([
      ['of another attempt', { attemptId: crypto.randomUUID() }, 'another attempt'],
      ['of other answers', { answersHash: 'f'.repeat(64) }, 'not the answers'],
      ['of another version', { warmstartPacket: 2 }, 'version 2'],
      ['with a hostile id', { packetId: "'; DROP TABLE" }, null],
      ['unsigned', { coachName: '   ' }, null],
      [
        'with a quote that does not hold',
        {
          review: {
            ...EMPTY_REVIEW,
            comments: [{ ...comment('comment-1', 'x'), quote: { ...quoteOf('at random'), end: 999, text: 'x' } }],
          },
        },
        null,
      ],
      [
        'about an expectation that is not there',
        { review: { ...EMPTY_REVIEW, expectations: { 'data/nope': { mark: 'absent', quote: null } } } },
        null,
      ],
      [
        'with a verdict without evidence',
        { review: { ...EMPTY_REVIEW, verdict: { verdict: 'strong-hire', reason: 'I say so.' } } },
        null,
      ],
      ['with an empty comment', { review: { ...EMPTY_REVIEW, comments: [comment('comment-1', '')] } }, null],
      [
        'with a comment id for another review',
        { review: { ...EMPTY_REVIEW, comments: [{ ...comment('comment-1', 'x'), id: 'a.comment-1' }] } },
        null,
      ],
      ['with more in it', { more: 1 }, null],
    ])('%s', async (_, more, reason) => {
      const attempt = await submittedAttempt(candidate);
      const packet = { ...(await packetFor(attempt, review)), ...more };
      const reply = await send(candidate, attempt, packet);
      expect([reply.status, reply.body.code]).toEqual([422, 'invalid']);
      expect(reply.body.issues.length).toBeGreaterThan(0);
      if (reason !== null) expect(reply.body.detail).toContain(reason);
      expect(await inDatabase(attempt)).toEqual({ reviews: 0, comments: 0, saves: 0 });
    });

    it.each([
      ['null', null],
      ['a list', []],
      ['a text', 'x'],
      ['a prototype', JSON.parse('{"__proto__": {"warmstartPacket": 1}}')],
    ])('that is %s', async (_, packet) => {
      const attempt = await submittedAttempt(candidate);
      const reply = await send(candidate, attempt, packet);
      expect([reply.status, reply.body.detail]).toEqual([422, expect.stringContaining('not a review')]);
    });

    it('that is huge', async () => {
      const attempt = await submittedAttempt(candidate);
      const reply = await send(candidate, attempt, {
        ...(await packetFor(attempt, review)),
        more: 'x'.repeat(600_000),
      });
      expect(reply.status).toBe(413);
    });

    it('that is for one attempt, under the address of another', async () => {
      const [attempt, other] = [await submittedAttempt(candidate), await submittedAttempt(candidate)];
      expect((await send(candidate, other, await packetFor(attempt, review))).status).toBe(422);
    });
  });
});
