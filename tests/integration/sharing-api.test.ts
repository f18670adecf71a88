import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { shareList, shareView } from '@/lib/core/review/share-api';
import { loadSharePreview } from '@/lib/loaders/load-share-preview';
import { loadTakenReviews } from '@/lib/loaders/load-taken-reviews';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { claim, comment, completeReview, idOf, type Person, person, publish, submittedAttempt } from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

describe.each(engines)('links for a review on %s', (engine) => {
  let one: TestDatabase;
  let candidate: Person;
  let coach: Person;
  let stranger: Person;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    candidate = await person(one, 'Cleo 🙂');
    coach = await person(one, 'Ada');
    stranger = await person(one, 'Mallory');
  });
  afterAll(() => one.close());

  const share = async (attempt: string, body: object = {}) => {
    const reply = await candidate.visitor.post(`${attempt}/shares`, body);
    expect(reply.status).toBe(201);
    return shareView.parse(reply.body);
  };
  const accept = ({ visitor }: Person, token: string) => visitor.post('/api/shares/accept', { token });
  const queued = async ({ visitor }: Person) =>
    (await visitor.get('/api/reviews')).body.items.map((item: { attemptId: string }) => item.attemptId);

  it('gives the attempt to whoever accepts, until it is revoked', async () => {
    const attempt = await submittedAttempt(candidate);
    const note = 'Is the split right?\u0000 مرحبا 👩‍👩‍👧 \uD83D';
    const link = await share(attempt, { note });
    expect(link).toMatchObject({ note, expiresAt: null, revokedAt: null });
    expect(link.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(link.url).toBe(`http://localhost:3000/share/${link.token}`);

    for (const again of [1, 2]) {
      const accepted = await accept(coach, link.token);
      expect([accepted.status, accepted.body, again]).toEqual([200, { attemptId: idOf(attempt) }, again]);
    }
    const queue = await coach.visitor.get('/api/reviews');
    expect(queue.body.items).toMatchObject([
      {
        attemptId: idOf(attempt),
        case: { slug: 'fixture', title: 'A fixture' },
        candidate: { id: candidate.userId, name: 'Cleo 🙂' },
        mode: 'unaided',
        level: 'senior',
        via: { kind: 'link' },
        note,
        state: 'waiting',
        claims: [],
        review: null,
        lastNudgeAt: null,
      },
    ]);
    const listed = shareList.parse((await candidate.visitor.get(`${attempt}/shares`)).body);
    expect(listed.shares.map(({ opened }) => opened.map(({ name }) => name))).toEqual([['Ada']]);

    expect((await candidate.visitor.delete(`/api/shares/${link.id}`)).status).toBe(204);
    expect((await candidate.visitor.delete(`/api/shares/${link.id}`)).status).toBe(204);
    expect(await queued(coach)).toEqual([]);
    expect((await coach.visitor.post(`${attempt}/reviews`)).status).toBe(404);
    expect((await accept(stranger, link.token)).status).toBe(404);
    const [dead] = shareList.parse((await candidate.visitor.get(`${attempt}/shares`)).body).shares;
    expect(dead?.revokedAt).not.toBeNull();
    expect(dead?.opened).toEqual([]);
  });

  it('is given without a word, too', async () => {
    const attempt = await submittedAttempt(candidate);
    for (const body of [undefined, {}, { note: null }]) {
      expect((await candidate.visitor.post(`${attempt}/shares`, body)).body).toMatchObject({
        note: '',
        expiresAt: null,
      });
    }
  });

  it('tells the candidate once who accepted', async () => {
    const attempt = await submittedAttempt(candidate);
    const { token } = await share(attempt);
    await accept(coach, token);
    await accept(coach, token);
    const { body } = await candidate.visitor.get('/api/notices');
    const about = body.notices.filter((notice: { href: string }) => notice.href === `/attempts/${idOf(attempt)}`);
    expect(about).toMatchObject([
      { kind: 'share-opened', text: 'Ada accepted your attempt at A fixture for review.', readAt: null },
    ]);
  });

  it('is dead when it has expired, also for who accepted in time', async () => {
    const attempt = await submittedAttempt(candidate);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { token, id } = await share(attempt, { expiresAt });
    await accept(coach, token);
    expect(await queued(coach)).toContain(idOf(attempt));
    const past = new Date(Date.now() - 1000);
    await one.database.share.update({ where: { id }, data: { expiresAt: past } });
    await one.database.reviewRequest.updateMany({ where: { shareId: id }, data: { expiresAt: past } });
    expect(await queued(coach)).not.toContain(idOf(attempt));
    expect((await coach.visitor.post(`${attempt}/reviews`)).status).toBe(404);
    expect((await accept(stranger, token)).status).toBe(404);
    expect((await candidate.visitor.post(`${attempt}/shares`, { expiresAt: past.toISOString() })).status).toBe(422);
  });

  it('leaves a coach what they wrote when the attempt is taken back by link, by time or by leaving', async () => {
    const taken = async ({ userId }: Person, now = new Date()) =>
      (await loadTakenReviews({ database: one.database, userId }, now)).map(({ candidateName, caseTitle, review }) => [
        candidateName,
        caseTitle,
        review.publishedAt !== null,
        review.review.comments.map(({ text }) => text),
      ]);
    const unsaved = ['Cleo 🙂', 'A fixture', false, []];
    const reader = await person(one, 'Ben');
    const comments = [comment('comment-1', 'By time.')];
    const attempt = await submittedAttempt(candidate);
    const link = await share(attempt);
    for (const who of [reader, stranger]) await accept(who, link.token);
    await reader.visitor.put(await claim(reader, attempt), { baseRevision: 0, review: completeReview({ comments }) });
    await claim(stranger, attempt);
    expect(await taken(reader)).toEqual([]);
    await candidate.visitor.delete(`/api/shares/${link.id}`);
    const draft = ['Cleo 🙂', 'A fixture', false, ['By time.']];
    expect(await taken(reader)).toEqual([draft]);
    // Begun, and no word of it saved: the coach's device may hold some.
    expect(await taken(stranger)).toEqual([unsaved]);

    const other = await submittedAttempt(candidate);
    const group = (await reader.visitor.post('/api/groups', { name: 'Tuesdays' })).body;
    await candidate.visitor.post('/api/groups/join', { token: group.token });
    await candidate.visitor.put(`${other}/groups/${group.id}`, {});
    await publish(reader, other);
    expect(await taken(reader)).toEqual([draft]);
    await candidate.visitor.delete(`/api/groups/${group.id}/members/${candidate.userId}`);
    expect(await taken(reader)).toEqual([['Cleo 🙂', 'A fixture', true, []], draft]);

    const third = await submittedAttempt(candidate);
    const expiresAt = new Date(Date.now() + 3_600_000);
    await accept(stranger, (await share(third, { expiresAt: expiresAt.toISOString() })).token);
    await publish(stranger, third);
    expect(await taken(stranger)).toEqual([unsaved]);
    expect(await taken(stranger, expiresAt)).toEqual([['Cleo 🙂', 'A fixture', true, []], unsaved]);
  });

  it('needs an account, a submitted attempt that is one’s own, and somebody else to accept', async () => {
    const guest = new Visitor();
    const theirs = await guest.start();
    await guest.post(`${theirs}/submit`);
    expect((await guest.post(`${theirs}/shares`, {})).body.code).toBe('needs-account');
    expect((await guest.get(`${theirs}/shares`)).body).toEqual({ shares: [], groups: [] });

    const open = await candidate.visitor.start();
    expect((await candidate.visitor.post(`${open}/shares`, {})).body.code).toBe('not-submitted');
    const attempt = await submittedAttempt(candidate);
    expect((await stranger.visitor.post(`${attempt}/shares`, {})).status).toBe(404);
    expect((await guest.post(`${attempt}/shares`, {})).status).toBe(404);
    const { token, id } = await share(attempt);
    expect((await accept(candidate, token)).body.code).toBe('own-attempt');
    expect((await guest.post('/api/shares/accept', { token })).body.code).toBe('needs-account');
    expect((await new Visitor().post('/api/shares/accept', { token })).body.code).toBe('needs-account');
    expect((await stranger.visitor.delete(`/api/shares/${id}`)).status).toBe(404);
    expect((await stranger.visitor.get(`${attempt}/shares`)).status).toBe(404);
    for (const wrong of ['', 'x', '\0', 'x'.repeat(150), `${token}x`, token.toLowerCase()]) {
      expect((await accept(stranger, wrong)).status).toBe(404);
    }
    expect(await queued(stranger)).toEqual([]);
  });

  it('shows what is behind it without changing anything', async () => {
    const attempt = await submittedAttempt(candidate);
    const { token } = await share(attempt, { note: 'The split.' });
    const { database } = one;
    const now = new Date();
    const look = (userId: string | null) => loadSharePreview({ database, userId, now }, token);
    const open = {
      candidateName: 'Cleo 🙂',
      caseTitle: 'A fixture',
      note: 'The split.',
      state: 'open',
      attemptId: null,
    };
    expect(await look(null)).toMatchObject(open);
    expect(await look(stranger.userId)).toMatchObject(open);
    expect(await look(candidate.userId)).toMatchObject({ state: 'own', attemptId: idOf(attempt) });
    expect(await queued(stranger)).toEqual([]);
    await accept(coach, token);
    expect(await look(coach.userId)).toMatchObject({ state: 'accepted', attemptId: idOf(attempt) });
    expect(await loadSharePreview({ database, userId: null, now }, 'another')).toBeNull();
  });

  it('does not wait again for who has reviewed already', async () => {
    const attempt = await submittedAttempt(candidate);
    await accept(coach, (await share(attempt)).token);
    await publish(coach, attempt);
    await accept(coach, (await share(attempt)).token);
    expect(await queued(coach)).not.toContain(idOf(attempt));
    const published = (await coach.visitor.get('/api/reviews?state=published')).body.items;
    expect(published.map((item: { attemptId: string }) => item.attemptId)).toEqual([idOf(attempt)]);
    expect(published[0]).toMatchObject({ state: 'published', review: { state: 'published' } });
  });
});
