import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { noticePage } from '@/lib/core/review/notice';
import { addNotices } from '@/lib/db/notices';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { give, idOf, type Person, person, publish, submittedAttempt } from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

describe.each(engines)('reminders and notices on %s', (engine) => {
  let one: TestDatabase;
  let candidate: Person;
  let coach: Person;
  let other: Person;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    candidate = await person(one, 'Cleo');
    coach = await person(one, 'Ada');
    other = await person(one, 'Olga');
  });
  afterAll(() => one.close());

  const nudge = ({ visitor }: Person, attempt: string, body: object = {}) => visitor.post(`${attempt}/nudges`, body);
  const newest = async ({ visitor }: Person) => (await visitor.get('/api/notices')).body.notices[0];

  it('lets a candidate remind each coach who has not reviewed yet, once a day', async () => {
    const attempt = await submittedAttempt(candidate);
    expect((await nudge(candidate, attempt)).body.code).toBe('no-coach');
    await give(one, attempt, candidate, coach);
    expect((await nudge(candidate, attempt)).body).toEqual({ sent: 1 });
    expect(await newest(coach)).toMatchObject({
      kind: 'nudge',
      text: 'Cleo is waiting for your review of A fixture.',
      href: `/review/${idOf(attempt)}`,
    });
    const [item] = (await coach.visitor.get('/api/reviews')).body.items;
    expect(item).toMatchObject({ attemptId: idOf(attempt), lastNudgeAt: expect.any(String) });
    const soon = await nudge(candidate, attempt);
    expect([soon.status, soon.headers.get('Retry-After')]).toEqual([429, String(soon.body.retryAfterSeconds)]);
    // Somebody who has it newly is reminded; the other one not again.
    await give(one, attempt, candidate, other);
    expect((await nudge(candidate, attempt)).body).toEqual({ sent: 1 });
    expect((await newest(other)).kind).toBe('nudge');
    await publish(coach, attempt);
    await publish(other, attempt);
    expect((await nudge(candidate, attempt)).body.code).toBe('no-coach');
  });

  it('lets a coach remind the candidate of what is open', async () => {
    const attempt = await submittedAttempt(candidate);
    expect((await nudge(coach, attempt, { about: 'replies' })).status).toBe(404);
    const { shareId } = await give(one, attempt, candidate, coach);
    expect((await nudge(coach, attempt)).status).toBe(422);
    expect((await nudge(coach, attempt, { about: 'else' })).status).toBe(422);
    expect((await nudge(coach, attempt, { about: 'replies' })).status).toBe(201);
    expect((await newest(candidate)).text).toBe('Ada is waiting for your replies to the comments on A fixture.');
    expect((await nudge(coach, attempt, { about: 'attempt' })).status).toBe(429);
    await candidate.visitor.delete(`/api/shares/${shareId}`);
    expect((await nudge(coach, attempt, { about: 'attempt' })).status).toBe(404);
  });

  it('counts reminders that are sent at once as what they are', async () => {
    const attempt = await submittedAttempt(candidate);
    await give(one, attempt, candidate, coach);
    const replies = await Promise.all(Array.from({ length: 8 }, () => nudge(candidate, attempt)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(429)]);
  });

  it('has no reminders for guests, strangers and attempts that are open', async () => {
    const guest = new Visitor();
    const theirs = await guest.start();
    expect((await guest.post(`${theirs}/nudges`, {})).body.code).toBe('needs-account');
    expect((await nudge(other, theirs)).status).toBe(404);
    expect((await nudge(candidate, await candidate.visitor.start())).body.code).toBe('not-submitted');
  });

  it('leads to what is there for its reader now, and nowhere where that is gone', async () => {
    const [ada, ben] = [await person(one, 'Ada Lind'), await person(one, 'Ben Ortiz')];
    const [attempt, revoked, deleted] = await Promise.all([1, 2, 3].map(() => submittedAttempt(ada)));
    if (!attempt || !revoked || !deleted) throw new Error('Not submitted.');
    const { shareId } = await give(one, revoked, ada, ben);
    for (const given of [attempt, deleted]) await give(one, given, ada, ben);
    for (const given of [attempt, revoked, deleted]) {
      await nudge(ada, given);
      await publish(ben, given);
    }
    const { id: groupId, token } = (await ben.visitor.post('/api/groups', { name: 'Tuesdays' })).body;
    await ada.visitor.post('/api/groups/join', { token });
    await ben.visitor.post(`/api/groups/${groupId}/assignments`, {
      caseSlug: 'fixture',
      mode: 'unaided',
      level: 'senior',
    });
    const hrefs = async ({ visitor }: Person) =>
      noticePage
        .parse((await visitor.get('/api/notices')).body)
        .notices.map(({ kind, href }) => `${kind} ${href}`)
        .sort();
    const desk = (address: string) => `nudge /review/${idOf(address)}`;
    const reviews = (address: string) => `review-published /attempts/${idOf(address)}/reviews`;
    const claimed = (address: string) => `claimed /attempts/${idOf(address)}`;
    const joined = `joined /groups/${groupId}`;
    const assigned = `assigned /groups/${groupId}`;
    expect(await hrefs(ben)).toEqual([joined, ...[attempt, revoked, deleted].map(desk)].sort());
    expect((await hrefs(ada)).filter((href) => !href.startsWith('claimed'))).toEqual(
      [assigned, ...[attempt, revoked, deleted].map(reviews)].sort(),
    );

    await ada.visitor.delete(`/api/shares/${shareId}`);
    await ada.visitor.delete(deleted);
    await ada.visitor.delete(`/api/groups/${groupId}/members/${ada.userId}`);
    expect(await hrefs(ben)).toEqual([joined, desk(attempt), 'nudge null', 'nudge null'].sort());
    // One's own attempt stays, whoever reviews it; the group is left.
    expect((await hrefs(ada)).filter((href) => !href.startsWith('claimed'))).toEqual(
      ['assigned null', reviews(attempt), reviews(revoked), 'review-published null'].sort(),
    );
    expect((await hrefs(ada)).filter((href) => href.startsWith('claimed'))).not.toContain(claimed(deleted));
    await ben.visitor.delete(`/api/groups/${groupId}`);
    expect(await hrefs(ben)).toContain('joined null');
  });

  it('pages notices, newest first, and keeps what was read', async () => {
    const reader = await person(one, 'Rita');
    const notice = { kind: 'share-opened', by: 'Ada \u0000 👩‍👩‍👧', attemptId: 'a', caseSlug: 'fixture' } as const;
    await one.database.$transaction((transaction) =>
      addNotices(
        transaction,
        // Several at the same moment: their ids decide.
        Array.from({ length: 70 }, (_, i) => ({
          userId: reader.userId,
          createdAt: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(i / 7))),
          notice,
        })),
      ),
    );
    const read: { id: string; createdAt: string; text: string }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = noticePage.parse((await reader.visitor.get(`/api/notices${cursor && `?cursor=${cursor}`}`)).body);
      expect(page.unread).toBe(70);
      read.push(...page.notices);
      cursor = page.nextCursor;
    }
    expect(new Set(read.map(({ id }) => id)).size).toBe(70);
    expect(read.map(({ createdAt }) => createdAt)).toEqual(
      read
        .map(({ createdAt }) => createdAt)
        .sort()
        .toReversed(),
    );
    expect(read[0]?.text).toBe('Ada \u0000 👩‍👩‍👧 accepted your attempt at A fixture for review.');

    const ids = read.slice(0, 3).map(({ id }) => id);
    // Another's notices stay unread, whoever names them.
    await other.visitor.post('/api/notices/read', { ids });
    expect((await reader.visitor.get('/api/notices')).body.unread).toBe(70);
    await reader.visitor.post('/api/notices/read', { ids });
    const after = (await reader.visitor.get('/api/notices')).body;
    expect([
      after.unread,
      after.notices.map((one: { readAt: string | null }) => one.readAt !== null).slice(0, 4),
    ]).toEqual([67, [true, true, true, false]]);
    await reader.visitor.post('/api/notices/read', {});
    expect((await reader.visitor.get('/api/notices')).body.unread).toBe(0);
    expect((await reader.visitor.get('/api/notices?cursor=none')).status).toBe(422);
    expect((await reader.visitor.post('/api/notices/read', { ids: ['\0'] })).status).toBe(422);
    expect((await new Visitor().get('/api/notices')).body).toEqual({ notices: [], nextCursor: null, unread: 0 });
    expect((await new Visitor().post('/api/notices/read', {})).status).toBe(404);
  });
});
