import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportFile } from '@/lib/core/export-attempt';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

const PASSWORD = 'correct horse battery';
let count = 0;

describe.each(engines)('what is kept about a person on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
  });
  afterAll(() => one.close());

  async function member(name = 'Ada'): Promise<{ visitor: Visitor; id: string }> {
    count += 1;
    const visitor = new Visitor(`192.0.2.${count % 250}`);
    const person = { name, email: `own-${count}@a.example`, password: PASSWORD };
    const { status, body } = await visitor.post('/api/auth/sign-up/email', person);
    expect(status).toBe(200);
    return { visitor, id: body.user.id };
  }
  const idOf = (attempt: string) => attempt.split('/').at(-1) ?? '';
  const now = () => new Date();
  const age = (id: string, minutes: number) =>
    one.database.session.updateMany({
      where: { userId: id },
      data: { createdAt: new Date(Date.now() - minutes * 60_000) },
    });

  /** A submitted attempt with a review that the coach has published or only begun. */
  async function reviewed(candidate: Visitor, coachId: string, published: boolean) {
    const attempt = idOf(await candidate.start('unaided'));
    await candidate.post(`/api/attempts/${attempt}/submit`);
    const id = randomUUID();
    await one.database.review.create({
      data: {
        id,
        attemptId: attempt,
        coachId,
        coachName: 'Grace',
        createdAt: now(),
        claimedUntil: now(),
        publishedAt: published ? now() : null,
        saves: { create: { revision: 1, body: { summary: `said of ${attempt}` }, savedAt: now() } },
      },
    });
    const comment = `${id}/1`;
    if (published) {
      await one.database.reviewComment.create({
        data: {
          id: comment,
          reviewId: id,
          attemptId: attempt,
          position: 0,
          kind: 'gap',
          step: 'data',
          quote: {},
          text: 'Which split?',
          state: 'open',
          changedAt: now(),
          replies: {
            create: { id: randomUUID(), authorId: coachId, authorName: 'Grace', text: 'Ask me.', createdAt: now() },
          },
        },
      });
    }
    return { attempt, review: id };
  }

  const newGroup = (ownerId: string, members: readonly (readonly [string, 'coach' | 'member', string])[]) =>
    one.database.group.create({
      data: {
        id: randomUUID(),
        name: 'Evening class',
        ownerId,
        inviteToken: randomUUID(),
        createdAt: now(),
        members: {
          create: members.map(([userId, role, joinedAt]) => ({ userId, role, joinedAt: new Date(joinedAt) })),
        },
      },
    });

  it('is all in one file, with every save, and what others wrote for oneself', async () => {
    const { visitor, id } = await member('Ada');
    const coach = await member('Grace');
    const attempt = await visitor.start('unaided');
    await visitor.save(attempt, 'data', 0, { text: 'First.' });
    await visitor.save(attempt, 'data', 1, { text: 'Second \u0000 🦉.' });
    const seen = await reviewed(visitor, coach.id, true);
    await one.database.selfReview.create({
      data: { attemptId: seen.attempt, body: { data: 2 }, skipped: false, savedAt: now() },
    });
    const unseen = await reviewed(visitor, coach.id, true);
    const draft = await reviewed(visitor, coach.id, false);
    const group = await newGroup(coach.id, [
      [coach.id, 'coach', '2026-01-01'],
      [id, 'member', '2026-01-02'],
    ]);
    await one.database.learnerNote.create({
      data: { coachId: coach.id, learnerId: id, text: 'private to Grace', changedAt: now() },
    });
    await one.database.notice.create({
      data: { id: randomUUID(), userId: id, kind: 'nudge', body: { from: 'Grace' }, createdAt: now() },
    });
    const share = await one.database.share.create({
      data: { id: randomUUID(), attemptId: seen.attempt, token: 'the-key-itself', note: 'my pace', createdAt: now() },
    });

    const reply = await visitor.get('/api/me/export');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-disposition')).toMatch(
      /^attachment; filename="warmstart-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(() => exportFile.parse(reply.body)).not.toThrow();
    const { account, attempts, groups, reviewsReceived, notices, links } = reply.body;
    expect(account).toMatchObject({ id, name: 'Ada', isGuest: false, sessions: [{ ipAddress: expect.any(String) }] });
    expect(attempts).toHaveLength(4);
    expect(attempts[0].history.map((save: { answer: unknown }) => save.answer)).toEqual([
      { text: 'Second \u0000 🦉.' },
      { text: 'First.' },
    ]);
    expect(groups).toMatchObject([{ id: group.id, role: 'member', isOwner: false }]);
    expect(reviewsReceived).toHaveLength(2);
    const full = reviewsReceived.find((review: { id: string }) => review.id === seen.review);
    expect(full).toMatchObject({
      coachName: 'Grace',
      review: { summary: `said of ${seen.attempt}` },
      comments: [{ text: 'Which split?', replies: [{ text: 'Ask me.' }] }],
    });
    const held = reviewsReceived.find((review: { id: string }) => review.id === unseen.review);
    expect(held).toEqual(expect.objectContaining({ heldBack: expect.any(String) }));
    expect(notices).toMatchObject([{ kind: 'nudge', body: { from: 'Grace' } }]);
    expect(links).toMatchObject([{ attemptId: share.attemptId, note: 'my pace' }]);
    for (const hidden of [
      'private to Grace',
      'the-key-itself',
      `said of ${unseen.attempt}`,
      `said of ${draft.attempt}`,
    ]) {
      expect(reply.text).not.toContain(hidden);
    }
    const tokens = await one.database.session.findMany({ where: { userId: id }, select: { token: true } });
    for (const { token } of tokens) expect(reply.text).not.toContain(token);
    const { password } = await one.database.account.findFirstOrThrow({ where: { userId: id } });
    expect(reply.text).not.toContain(password);

    const theirs = await coach.visitor.get('/api/me/export');
    expect(theirs.body.notesAboutLearners).toMatchObject([{ text: 'private to Grace', learner: { name: 'Ada' } }]);
    expect(theirs.body.reviewsWritten).toHaveLength(3);
    expect(theirs.body.repliesWritten).toHaveLength(2);
    expect(theirs.text).not.toContain('Second');
  });

  it('of a guest is exported too, of nobody not', async () => {
    const guest = new Visitor('192.0.2.251');
    await guest.start();
    expect((await guest.get('/api/me/export')).body).toMatchObject({ account: { isGuest: true }, attempts: [{}] });
    expect((await new Visitor('192.0.2.252').get('/api/me/export')).status).toBe(404);
  });

  describe('is deleted', () => {
    it('without a word more within ten minutes of signing in', async () => {
      const { visitor, id } = await member();
      expect((await visitor.delete('/api/me')).status).toBe(204);
      expect(visitor.cookie).toBe('');
      expect(await one.database.user.findUnique({ where: { id } })).toBeNull();
    });

    it('when the type of a body is said and none is sent, as some clients do', async () => {
      const { visitor } = await member();
      const headers = { 'content-type': 'application/json' };
      expect((await visitor.send('DELETE', '/api/me', { headers, body: '' })).status).toBe(204);
    });

    it('with the password later, and not with a wrong one', async () => {
      const { visitor, id } = await member();
      await visitor.start();
      await age(id, 11);
      const without = await visitor.delete('/api/me');
      expect([without.status, without.body.code]).toEqual([403, 'needs-password']);
      const wrong = await visitor.delete('/api/me', { password: 'no' });
      expect([wrong.status, wrong.body.issues[0].path]).toEqual([422, 'password']);
      expect((await visitor.get('/api/attempts')).body.attempts).toHaveLength(1);
      expect((await visitor.delete('/api/me', { password: PASSWORD })).status).toBe(204);
      expect(await one.database.user.findUnique({ where: { id } })).toBeNull();
    });

    it('without a password for a guest, however old', async () => {
      const guest = new Visitor('192.0.2.253');
      await guest.start();
      await age((await guest.get('/api/me')).body.id, 10_000);
      expect((await guest.delete('/api/me')).status).toBe(204);
    });

    it('and their published reviews stay with their name, their drafts go', async () => {
      const candidate = await member();
      const coach = await member('Grace');
      const kept = await reviewed(candidate.visitor, coach.id, true);
      const gone = await reviewed(candidate.visitor, coach.id, false);
      expect((await coach.visitor.delete('/api/me')).status).toBe(204);
      expect(await one.database.review.findUnique({ where: { id: kept.review } })).toMatchObject({
        coachId: null,
        coachName: 'Grace',
      });
      expect(
        await one.database.commentReply.findFirst({ where: { comment: { reviewId: kept.review } } }),
      ).toMatchObject({
        authorId: null,
        authorName: 'Grace',
      });
      expect(await one.database.review.findUnique({ where: { id: gone.review } })).toBeNull();
    });

    it('and a group goes to the coach of longest standing, or goes', async () => {
      const owner = await member();
      const [older, younger, learner] = [await member(), await member(), await member()];
      const handed = await newGroup(owner.id, [
        [owner.id, 'coach', '2026-01-01'],
        [younger.id, 'coach', '2026-03-01'],
        [older.id, 'coach', '2026-02-01'],
        [learner.id, 'member', '2026-01-15'],
      ]);
      const alone = await newGroup(owner.id, [
        [owner.id, 'coach', '2026-01-01'],
        [learner.id, 'member', '2026-01-15'],
      ]);
      expect((await owner.visitor.delete('/api/me')).status).toBe(204);
      expect(await one.database.group.findUnique({ where: { id: handed.id } })).toMatchObject({ ownerId: older.id });
      expect(await one.database.group.findUnique({ where: { id: alone.id } })).toBeNull();
      expect(await one.database.groupMember.count({ where: { groupId: handed.id } })).toBe(3);
    });

    it('at the same moment as the next owner, and no group is left with nobody', async () => {
      for (let round = 0; round < 10; round += 1) {
        const [owner, next] = [await member(), await member()];
        const group = await newGroup(owner.id, [
          [owner.id, 'coach', '2026-01-01'],
          [next.id, 'coach', '2026-02-01'],
        ]);
        const log = vi.spyOn(console, 'error').mockImplementation(() => {});
        const replies = await Promise.all([owner.visitor.delete('/api/me'), next.visitor.delete('/api/me')]);
        log.mockRestore();
        expect(replies.map(({ status }) => status)).toEqual([204, 204]);
        expect(await one.database.group.findUnique({ where: { id: group.id } })).toBeNull();
      }
    });
  });
});
