import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

const segment = { id: 'segment-1', step: 'data', startedAt: '2026-01-01T00:00:00.000Z', activeMs: 1 };

/** Calls that act on an attempt, with a body that its owner could send; access-walk.test.ts has every call there is. */
const CALLS: readonly (readonly [method: 'get' | 'put' | 'post' | 'delete', address: string, body?: unknown])[] = [
  ['get', ''],
  ['delete', ''],
  ['post', '/submit'],
  ['get', '/export?format=json'],
  ['get', '/export?format=md'],
  ['post', '/hints', { step: 'data', number: 1 }],
  ['put', '/time', { segments: [segment] }],
  ['put', '/answers/data', { baseRevision: 1, answer: { fields: { split: 'stolen' } } }],
  ['get', '/answers/data/history'],
  ['put', '/marks/data/data-one', { found: false, quote: null }],
  ['delete', '/marks/data/data-one'],
  ['get', '/reviews'],
  ['post', '/reviews'],
  ['get', '/packet'],
  ['post', '/packet', {}],
  ['get', '/self-review'],
  ['put', '/self-review', { bands: {}, skipped: true }],
  ['put', '/comment-answers/review.comment-1', { answered: true }],
];

describe.each(engines)("another person's attempt on %s", (engine) => {
  let one: TestDatabase;
  const owner = new Visitor('198.51.100.1');
  const stranger = new Visitor('198.51.100.2');
  const nobody = new Visitor('198.51.100.3');
  let open: string;
  let submitted: string;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
    for (const visitor of [owner, stranger]) visitor.cookie = '';
    open = await owner.start();
    await owner.save(open, 'data', 0, { fields: { split: 'by time' } });
    submitted = await owner.start();
    await owner.save(submitted, 'data', 0, { fields: { split: 'by time' } });
    await owner.post(`${submitted}/submit`);
    await owner.put(`${submitted}/marks/data/data-two`, { found: false, quote: null });
    await stranger.start();
  });
  afterAll(() => one.close());

  const calls = CALLS.map(([method, address, body]) => ({ method, address, body }));
  it.each(calls)('is not there for anybody else: $method $address', async ({ method, address, body }) => {
    for (const attempt of [open, submitted]) {
      const before = [(await owner.get(attempt)).body, (await owner.get(`${attempt}/answers/data/history`)).body];
      for (const visitor of [stranger, nobody]) {
        const reply = await visitor[method](`${attempt}${address}`, body);
        expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
        // The very words that an attempt that does not exist is answered with.
        const missing = await visitor[method](`/api/attempts/${crypto.randomUUID()}${address}`, body);
        expect(missing.body).toEqual(reply.body);
      }
      expect([(await owner.get(attempt)).body, (await owner.get(`${attempt}/answers/data/history`)).body]).toEqual(
        before,
      );
    }
  });

  it('is in nobody else’s list and export', async () => {
    for (const visitor of [stranger, nobody]) {
      expect((await visitor.get('/api/attempts')).text).not.toContain(open.split('/').at(-1));
      expect((await visitor.get('/api/attempts/export')).text).not.toContain(open.split('/').at(-1));
    }
  });

  it.each(['%00', '...', '..%2F..%2Fme', "'%20OR%201=1", '%F0%9F%98%80', 'x'.repeat(5000), '__proto__'])(
    'is not there under the hostile id %s',
    async (id) => {
      for (const [method, address, body] of CALLS) {
        expect((await owner[method](`/api/attempts/${id}${address}`, body)).status).toBe(404);
      }
    },
  );

  it('stays when somebody else deletes everything of theirs', async () => {
    await stranger.delete('/api/me');
    expect((await owner.get(open)).status).toBe(200);
  });
});
