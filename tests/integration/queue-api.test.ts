import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type QueueItem, queuePage } from '@/lib/core/review/queue-api';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';
import { type Person, person } from './review-people';

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
});
