import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { claimReview } from '@/lib/commands/claim-review';
import { releaseClaim } from '@/lib/commands/release-claim';
import { LISTED_PEOPLE, type QueueItem, queuePage, queuePeople } from '@/lib/core/review/queue-api';
import { CLAIM_MINUTES } from '@/lib/core/review/review-api';
import { insertReview } from '@/lib/db/reviews';
import { inTransaction } from '@/lib/db/transaction';
import { loadNextInQueue } from '@/lib/loaders/load-next-in-queue';
import { loadQueue } from '@/lib/loaders/load-queue';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { claim, idOf, type Person, person, publish, submittedAttempt } from './review-people';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (['fixture', 'other'].includes(slug) ? fixtureCase({ slug }) : null),
  listBrokenCases: () => [],
}));

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 0, 1);

describe.each(engines)('the queue on %s', (engine) => {
  let one: TestDatabase;
  let coach: Person;
  let colleague: Person;
  let learners: Person[];
  let groups: string[];
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    coach = await person(one, 'Ada');
    colleague = await person(one, 'Olga');
    learners = [await person(one, 'Cleo'), await person(one, 'Dana')];
    groups = [];
    for (const name of ['Tuesdays', 'Thursdays']) {
      const { id, token } = (await coach.visitor.post('/api/groups', { name })).body;
      for (const { visitor } of [colleague, ...learners]) await visitor.post('/api/groups/join', { token });
      await coach.visitor.put(`/api/groups/${id}/members/${colleague.userId}`, { role: 'coach' });
      groups.push(id);
    }
  });
  afterAll(() => one.close());

  interface Waiting {
    /** Hours after the start at which it was asked for, by way: `link`, or a group by its number. */
    readonly ways: Readonly<Record<string, number>>;
    readonly learner?: number;
    readonly caseSlug?: string;
    readonly reviewed?: boolean;
  }

  /** An attempt with its requests, straight into the database: what the queue does with many of them is the matter here. */
  async function wait({ ways, learner = 0, caseSlug = 'fixture', reviewed = false }: Waiting): Promise<string> {
    const { database } = one;
    const userId = learners[learner]?.userId ?? '';
    const attemptId = randomUUID();
    const createdAt = new Date(START_MS);
    await database.attempt.create({
      data: {
        id: attemptId,
        userId,
        caseSlug,
        caseHash: 'a'.repeat(64),
        mode: 'unaided',
        level: 'senior',
        createdAt,
        updatedAt: createdAt,
        submittedAt: createdAt,
      },
    });
    for (const [way, hours] of Object.entries(ways)) {
      const requestedAt = new Date(START_MS + hours * HOUR_MS);
      const id = randomUUID();
      if (way === 'link') {
        await database.share.create({ data: { id, attemptId, token: id, note: '', createdAt: requestedAt } });
      }
      await database.reviewRequest.create({
        data: {
          id,
          attemptId,
          candidateId: userId,
          caseSlug,
          ...(way === 'link' ? { coachId: coach.userId, shareId: id } : { groupId: groups[Number(way)] ?? '' }),
          note: '',
          requestedAt,
          reviewedAt: reviewed ? new Date(requestedAt.getTime() + HOUR_MS) : null,
        },
      });
    }
    return attemptId;
  }

  async function pages({ visitor }: Person, query: Record<string, string> = {}): Promise<QueueItem[][]> {
    const read: QueueItem[][] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { status, body } = await visitor.get(`/api/reviews?${new URLSearchParams({ ...query, cursor })}`);
      expect(status).toBe(200);
      const page = queuePage.parse(body);
      read.push(page.items);
      cursor = page.nextCursor;
    }
    return read;
  }
  const ids = async (reader: Person, query: Record<string, string> = {}) =>
    (await pages(reader, query)).flat().map((item) => item.attemptId);
  /** Somebody begins a review, and their claim ends then. */
  async function claimUntil({ userId }: Person, attemptId: string, claimedUntil: Date): Promise<void> {
    const review = {
      id: randomUUID(),
      attemptId,
      coachId: userId,
      coachName: 'Else',
      createdAt: claimedUntil,
      claimedUntil,
    };
    await inTransaction(one.database, (transaction) => insertReview(transaction, review));
  }
  const empty = async () => {
    await one.database.attempt.deleteMany({ where: { userId: { in: learners.map(({ userId }) => userId) } } });
  };

  it('has each attempt once, at the first place that it came to, over many pages', async () => {
    await empty();
    const expected: string[] = [];
    for (let i = 0; i < 70; i++) {
      // Every third came in all ways, the later ones interleaved with what others asked for long after.
      const ways = i % 3 === 0 ? { '0': i, '1': i + 40, link: i + 20 } : i % 3 === 1 ? { link: i } : { '1': i };
      expected.push(await wait({ ways, learner: i % 2, caseSlug: i % 5 === 0 ? 'other' : 'fixture' }));
    }
    const read = await pages(coach);
    expect(read.map((page) => page.length)).toEqual([30, 30, 10]);
    expect(read.flat().map((item) => item.attemptId)).toEqual(expected);
    expect(
      read
        .flat()
        .slice(0, 3)
        .map((item) => item.via.kind),
    ).toEqual(['group', 'link', 'group']);
    // What came by Ada's links is not Olga's; what came in all ways is, at its first place.
    expect(await ids(colleague)).toEqual(expected.filter((_, i) => i % 3 !== 1));

    const by = (keep: (i: number) => boolean) => expected.filter((_, i) => keep(i));
    expect(await ids(coach, { case: 'other' })).toEqual(by((i) => i % 5 === 0));
    expect(await ids(coach, { person: learners[1]?.userId ?? '' })).toEqual(by((i) => i % 2 === 1));
    expect(await ids(coach, { case: 'other', person: learners[1]?.userId ?? '' })).toEqual(by((i) => i % 10 === 5));
    expect(await ids(coach, { group: groups[0] ?? '' })).toEqual(by((i) => i % 3 === 0));
    expect(await ids(coach, { group: groups[0] ?? '', case: 'other' })).toEqual(by((i) => i % 15 === 0));
    expect(await ids(coach, { state: 'waiting' })).toEqual(expected);
    expect(await ids(coach, { state: 'published' })).toEqual([]);
    for (const { visitor, userId } of learners) {
      expect((await visitor.get('/api/reviews')).body).toEqual({ items: [], nextCursor: null });
      expect((await visitor.get(`/api/reviews?person=${userId}`)).body.items).toEqual([]);
    }
  });

  it.each([
    ['waiting', false],
    ['published', true],
  ])('loses none that came at the same moment: %s', async (state, reviewed) => {
    await empty();
    const expected: string[] = [];
    for (let i = 0; i < 100; i++) {
      const ways = [{ '0': 1, '1': 1, link: 1 }, { link: 1 }, { '1': 1 }, { '0': 1, link: 1 }][i % 4] ?? {};
      expected.push(await wait({ ways, reviewed }));
    }
    expect((await ids(coach, { state })).sort()).toEqual(expected.sort());
  });

  it('shows reviewed ones by their publication, the last first', async () => {
    await empty();
    const reviewed: string[] = [];
    for (let i = 0; i < 35; i++) {
      reviewed.push(await wait({ ways: i % 2 ? { '0': i } : { '0': i, link: i - 0.5 }, reviewed: true }));
    }
    const waiting = await wait({ ways: { link: 1 } });
    expect(await ids(coach, { state: 'published' })).toEqual(reviewed.toReversed());
    expect(await ids(coach, { state: 'published', case: 'fixture', group: groups[0] ?? '' })).toEqual(
      reviewed.toReversed(),
    );
    expect(await ids(coach)).toEqual([waiting]);
  });

  it('tells who is at what, and lets a claim run out by itself', async () => {
    await empty();
    const [first, second, third] = [
      await wait({ ways: { '0': 1 } }),
      await wait({ ways: { '0': 2, link: 3 } }),
      await wait({ ways: { '1': 4 } }),
    ];
    const review = async ({ visitor }: Person, attemptId: string) =>
      (await visitor.post(`/api/attempts/${attemptId}/reviews`)).body.id as string;
    const held = await review(colleague, first);
    await review(coach, second);
    const states = async () =>
      Object.fromEntries((await pages(coach)).flat().map((item) => [item.attemptId, [item.state, item.claims]]));
    expect(await states()).toEqual({
      [first]: ['claimed', [{ name: 'Olga', until: expect.any(String), mine: false }]],
      [second]: ['mine', [{ name: 'Ada', until: expect.any(String), mine: true }]],
      [third]: ['waiting', []],
    });
    expect(await ids(coach, { state: 'claimed' })).toEqual([first]);
    expect(await ids(coach, { state: 'mine' })).toEqual([second]);
    expect(await ids(coach, { state: 'mine', group: groups[1] ?? '' })).toEqual([]);
    expect(await ids(coach, { state: 'waiting' })).toEqual([third]);
    expect(await ids(colleague, { state: 'mine' })).toEqual([first]);

    const next = async (after = '') => (await coach.visitor.get(`/api/reviews/next${after}`)).body.attemptId;
    expect(await next()).toBe(third);
    const past = new Date(Date.now() - 1000);
    await one.database.review.updateMany({ data: { claimedUntil: past } });
    expect(await states()).toEqual({
      [first]: ['waiting', []],
      // Begun is begun.
      [second]: ['mine', []],
      [third]: ['waiting', []],
    });
    expect(await ids(coach, { state: 'claimed' })).toEqual([]);
    expect(await next()).toBe(first);
    expect(await next(`?after=${first}`)).toBe(second);
    expect(await next(`?after=${second}`)).toBe(third);
    // From the last one it goes on at the start.
    expect(await next(`?after=${third}`)).toBe(first);
    expect(await next(`?after=${randomUUID()}`)).toBe(first);
    expect(held).toEqual(expect.any(String));
  });

  it('has what is claimed in the order of the queue, by each filter and over many pages', async () => {
    await empty();
    const expected: { attemptId: string; caseSlug: string; learner: number; way: string }[] = [];
    for (let i = 0; i < 40; i++) {
      const [caseSlug, learner, way] = [i % 4 === 0 ? 'other' : 'fixture', i % 2, ['0', '1', 'link'][i % 3] ?? ''];
      const attemptId = await wait({ ways: { [way]: i }, learner, caseSlug });
      expected.push({ attemptId, caseSlug, learner, way });
    }
    const somebody = await person(one, 'Else');
    const now = Date.now();
    // Claimed in another order than they wait in, with claims that end in this half hour and in the next.
    for (const [i, { attemptId }] of [...expected.entries()].reverse()) {
      await claimUntil(somebody, attemptId, new Date(now + (2 + ((i * 7) % 27)) * 60_000));
    }
    const claimed = (query: Record<string, string> = {}) => pages(coach, { state: 'claimed', ...query });
    const by = (keep: (one: (typeof expected)[number]) => boolean) =>
      expected.filter(keep).map(({ attemptId }) => attemptId);
    const read = await claimed();
    expect(read.map((page) => page.length)).toEqual([30, 10]);
    expect(read.flat().map((item) => item.attemptId)).toEqual(by(() => true));
    expect(await ids(coach, { state: 'waiting' })).toEqual([]);
    const those = async (query: Record<string, string>) => (await claimed(query)).flat().map((item) => item.attemptId);
    expect(await those({ group: groups[1] ?? '' })).toEqual(by(({ way }) => way === '1'));
    expect(await those({ case: 'other' })).toEqual(by(({ caseSlug }) => caseSlug === 'other'));
    expect(await those({ person: learners[1]?.userId ?? '' })).toEqual(by(({ learner }) => learner === 1));
    expect(await those({ person: learners[0]?.userId ?? '', case: 'other', group: groups[0] ?? '' })).toEqual(
      by(({ learner, caseSlug, way }) => learner === 0 && caseSlug === 'other' && way === '0'),
    );
  });

  it('moves an attempt between waiting and claimed at the very moment', async () => {
    await empty();
    const attemptId = await wait({ ways: { '0': 1, link: 2 } });
    const reader = { database: one.database, userId: coach.userId };
    const at = async (moment: number) => {
      const found: string[] = [];
      for (const state of ['waiting', 'claimed', undefined] as const) {
        const { items } = await loadQueue(reader, state ? { state } : {}, new Date(moment));
        found.push(...items.map((item) => `${state ?? 'open'}: ${item.state}`));
      }
      return found;
    };
    const next = async (moment: number) => (await loadNextInQueue(reader, null, new Date(moment))).attemptId;
    const claimAt = (who: Person, moment: number) =>
      claimReview({ database: one.database, userId: who.userId, now: new Date(moment) }, attemptId);
    const [WAITING, CLAIMED] = [
      ['waiting: waiting', 'open: waiting'],
      ['claimed: claimed', 'open: claimed'],
    ];
    const CLAIM_MS = CLAIM_MINUTES * 60_000;
    // A claim is found from wherever in a half hour it was made.
    for (const minute of [0, 1, 15, 29.9]) {
      const start = START_MS + (minute + 60 * minute) * 60_000;
      await claimAt(colleague, start);
      for (const later of [0, 1, CLAIM_MS / 2, CLAIM_MS - 1]) expect(await at(start + later)).toEqual(CLAIMED);
      expect(await next(start + CLAIM_MS - 1)).toBeNull();
      for (const later of [CLAIM_MS, CLAIM_MS + 1, 3 * CLAIM_MS]) expect(await at(start + later)).toEqual(WAITING);
      expect(await next(start + CLAIM_MS)).toBe(attemptId);
    }
    // Two at it: it waits again when the last one has gone.
    const start = START_MS + 1000 * CLAIM_MS;
    await claimAt(colleague, start);
    const other = await person(one, 'Else');
    await claimUntil(other, attemptId, new Date(start + CLAIM_MS / 3));
    expect(await at(start + CLAIM_MS / 2)).toEqual(CLAIMED);
    const { review } = await claimAt(colleague, start);
    await releaseClaim({ database: one.database, userId: colleague.userId, now: new Date(start + 1) }, review.id);
    expect(await at(start + 1)).toEqual(CLAIMED);
    expect(await at(start + CLAIM_MS / 3)).toEqual(WAITING);
    // One at it again.
    await claimAt(colleague, start + CLAIM_MS / 2);
    expect(await at(start + CLAIM_MS)).toEqual(CLAIMED);
  });

  it('shows as claimed what it gets while somebody is at it', async () => {
    await empty();
    const learner = learners[0] as Person;
    const attempt = await submittedAttempt(learner);
    const withGroup = (group = '') => learner.visitor.put(`${attempt}/groups/${group}`, { note: '' });
    await withGroup(groups[0]);
    await claim(colleague, attempt);
    await withGroup(groups[1]);
    const { token } = (await learner.visitor.post(`${attempt}/shares`, { note: '' })).body;
    await coach.visitor.post('/api/shares/accept', { token });
    expect(await ids(coach, { state: 'claimed' })).toEqual([idOf(attempt)]);
    expect(await ids(coach, { state: 'claimed', group: groups[1] ?? '' })).toEqual([idOf(attempt)]);
    await learner.visitor.delete(`${attempt}/groups/${groups[0]}`);
    await learner.visitor.delete(`${attempt}/groups/${groups[1]}`);
    expect(await ids(coach, { state: 'claimed' })).toEqual([idOf(attempt)]);
    // What is reviewed is claimed no more, although somebody else goes on.
    await publish(coach, attempt);
    expect(await ids(coach, { state: 'claimed' })).toEqual([]);
    expect(await ids(coach, { state: 'published' })).toEqual([idOf(attempt)]);
  });

  it('has nothing next when one thing waits, and one is at it', async () => {
    await empty();
    const only = await wait({ ways: { link: 1, '0': 2 } });
    const next = async (after = '') => (await coach.visitor.get(`/api/reviews/next${after}`)).body.attemptId;
    expect(await next()).toBe(only);
    expect(await next(`?after=${only}`)).toBeNull();
    await coach.visitor.post(`/api/attempts/${only}/reviews`);
    expect(await next()).toBeNull();
  });

  it.each([
    ['state=none', 'state'],
    ['cursor=none', 'cursor'],
    ['cursor=%00', 'cursor'],
    ['case=%00', 'case'],
    ['person=%00', 'person'],
    ['group=%00', 'group'],
    ["person=x'%20OR%201=1", 'person'],
    ['else=1', ''],
  ])('refuses %s', async (query, path) => {
    const { status, body } = await coach.visitor.get(`/api/reviews?${query}`);
    expect([status, body.issues[0].path]).toEqual([422, path]);
  });

  it('is empty for a guest and for nobody, and not there for a group that is not theirs', async () => {
    const nothing = { items: [], nextCursor: null };
    const guest = new Visitor();
    expect((await guest.get('/api/reviews')).body).toEqual(nothing);
    expect((await guest.get('/api/reviews/next')).body).toEqual({ attemptId: null });
    await guest.start();
    expect((await guest.get('/api/reviews')).body).toEqual(nothing);
    expect((await guest.get(`/api/reviews?group=${groups[0]}`)).status).toBe(404);
    expect((await coach.visitor.get(`/api/reviews?group=${randomUUID()}`)).status).toBe(404);
    expect((await coach.visitor.get('/api/reviews/next?after=%00')).status).toBe(422);
  });

  describe('its people', () => {
    /** Somebody in a group of a coach, whose attempt is in the coach's queue. */
    async function learnerOf(
      by: { groupId: string } | { coachId: string },
      name: string,
      expiresAt: Date | null = null,
    ) {
      const { database } = one;
      const [id, attemptId, now] = [randomUUID(), randomUUID(), new Date(START_MS)];
      await database.user.create({ data: { id, name, email: `${id}@example.org` } });
      if ('groupId' in by) {
        await database.groupMember.create({ data: { groupId: by.groupId, userId: id, role: 'member', joinedAt: now } });
      }
      await database.attempt.create({
        data: {
          id: attemptId,
          userId: id,
          caseSlug: 'fixture',
          caseHash: 'a'.repeat(64),
          mode: 'unaided',
          level: 'senior',
          updatedAt: now,
          submittedAt: now,
        },
      });
      const about = { attemptId, candidateId: id, caseSlug: 'fixture', note: '', requestedAt: now, expiresAt };
      // Twice where it can be: who is there several times is one person.
      const reviewedAt = name.startsWith('Reviewed') ? now : null;
      await database.reviewRequest.create({ data: { id: randomUUID(), ...by, ...about, reviewedAt } });
      return { id, attemptId };
    }
    const namesOf = async (reader: Person, name?: string) => {
      const { body } = await reader.visitor.get(
        `/api/reviews/people${name === undefined ? '' : `?name=${encodeURIComponent(name)}`}`,
      );
      return { names: body.people.map((found: { name: string }) => found.name), hasMore: body.hasMore };
    };

    it('are all whose attempts are in it, on whatever page, and nobody else', async () => {
      const leader = await person(one, 'Lena');
      const own = (await leader.visitor.post('/api/groups', { name: 'Mine' })).body.id;
      const strange = (await coach.visitor.post('/api/groups', { name: 'Not mine' })).body.id;
      const first = await learnerOf({ groupId: own }, 'Ada Lind');
      // The same person by a link too.
      await one.database.reviewRequest.create({
        data: {
          id: randomUUID(),
          attemptId: first.attemptId,
          candidateId: first.id,
          coachId: leader.userId,
          caseSlug: 'fixture',
          note: '',
          requestedAt: new Date(START_MS),
        },
      });
      await learnerOf({ groupId: own }, 'Reviewed Roe');
      await learnerOf({ coachId: leader.userId }, 'Élise O’Neil');
      await learnerOf({ coachId: leader.userId }, 'Too Late', new Date(Date.now() - 1000));
      await learnerOf({ groupId: strange }, 'Ada Elsewhere');
      expect(await namesOf(leader)).toEqual({ names: ['Ada Lind', 'Reviewed Roe', 'Élise O’Neil'], hasMore: false });
      for (const words of ['ada', 'LIND', 'a l']) {
        expect(await namesOf(leader, words)).toEqual({ names: ['Ada Lind'], hasMore: false });
      }
      expect((await namesOf(leader, 'élise')).names).toEqual(['Élise O’Neil']);
      expect((await namesOf(leader, 'o’ne')).names).toEqual(['Élise O’Neil']);
      for (const words of ['%', '_', '\\', "'", 'late', 'elsewhere', 'lena']) {
        expect(await namesOf(leader, words), words).toEqual({ names: [], hasMore: false });
      }
      await leader.visitor.delete(`/api/groups/${own}/members/${first.id}`);
      expect((await namesOf(leader)).names).toEqual(['Ada Lind', 'Reviewed Roe', 'Élise O’Neil']);
      await one.database.reviewRequest.deleteMany({ where: { candidateId: first.id } });
      expect((await namesOf(leader)).names).toEqual(['Reviewed Roe', 'Élise O’Neil']);
      expect((await new Visitor().get('/api/reviews/people')).body).toEqual({ people: [], hasMore: false });
      expect((await leader.visitor.get(`/api/reviews/people?name=${'x'.repeat(101)}`)).status).toBe(422);
    });

    it('come with what they gave last where several have one name, and with nothing that was not given', async () => {
      const leader = await person(one, 'Lena');
      const own = (await leader.visitor.post('/api/groups', { name: 'Mine' })).body.id;
      const first = await learnerOf({ groupId: own }, 'Ana Petrović');
      const second = await learnerOf({ coachId: leader.userId }, 'ana petrović ');
      await learnerOf({ groupId: own }, 'Zoë');
      const again = { attemptId: second.attemptId, candidateId: second.id, note: '' };
      const at = new Date(START_MS + HOUR_MS);
      const byLink = { ...again, coachId: leader.userId };
      for (const data of [
        { ...byLink, caseSlug: 'other', requestedAt: at },
        // Later, and over; later, and another coach's.
        { ...byLink, caseSlug: 'fixture', requestedAt: new Date(START_MS + 2 * HOUR_MS), expiresAt: at },
        { ...again, coachId: coach.userId, caseSlug: 'fixture', requestedAt: new Date(START_MS + 2 * HOUR_MS) },
      ]) {
        await one.database.reviewRequest.create({ data: { id: randomUUID(), ...data } });
      }
      const { body, text } = await leader.visitor.get('/api/reviews/people');
      expect(queuePeople.parse(body).people.map(({ id, lastGiven }) => [id === first.id, lastGiven])).toEqual([
        [true, { case: { slug: 'fixture', title: 'A fixture' }, at: new Date(START_MS).toISOString() }],
        [false, null],
        [false, { case: { slug: 'other', title: 'A fixture' }, at: at.toISOString() }],
      ]);
      expect(text).not.toContain('@example.org');
    });

    it('are looked for by name when they are more than are listed', async () => {
      const leader = await person(one, 'Lena');
      const group = (await leader.visitor.post('/api/groups', { name: 'Many' })).body.id;
      for (let i = 0; i <= LISTED_PEOPLE; i += 1) await learnerOf({ groupId: group }, `Learner ${i} of many`);
      await learnerOf({ groupId: group }, 'Zoë');
      const all = await namesOf(leader);
      expect([all.names.length, all.hasMore]).toEqual([LISTED_PEOPLE, true]);
      expect(await namesOf(leader, 'ZOË')).toEqual({ names: ['Zoë'], hasMore: false });
      expect(await namesOf(leader, 'learner 17 ')).toEqual({ names: ['Learner 17 of many'], hasMore: false });
      const many = await namesOf(leader, 'learner');
      expect([many.names.length, many.hasMore]).toEqual([LISTED_PEOPLE, true]);
    });
  });
});
