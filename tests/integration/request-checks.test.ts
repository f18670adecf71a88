import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/core/api-types';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { freshDatabase, type TestDatabase } from './harness';
import { holdClock } from './still-clock';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

// What is checked before the database is asked needs one engine only.
describe('every request', () => {
  let one: TestDatabase;
  const visitor = new Visitor();
  let attempt: string;
  beforeAll(async () => {
    one = await freshDatabase('sqlite');
    serveFrom(one);
    attempt = await visitor.start('unaided');
  });
  afterAll(() => one.close());

  it.each<[string, Record<string, string | null>, number]>([
    ['its own page', { origin: 'http://localhost:3000' }, 200],
    ['its own page, over HTTPS that ended at a proxy', { origin: 'https://localhost:3000' }, 200],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'http://localhost:4000' }, 403],
    ['a subdomain', { origin: 'http://x.localhost:3000' }, 403],
    ['an address that only begins like ours', { origin: 'http://localhost:3000.evil.example' }, 403],
    ['no origin at all, in a word', { origin: 'null' }, 403],
    ['an origin withheld, by its own page', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
    ['an origin withheld, by a person', { origin: 'null', 'sec-fetch-site': 'none' }, 403],
    ['nonsense', { origin: 'localhost:3000' }, 403],
    ['another site that claims to be ours', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 403],
    ['a browser that names only the relation', { origin: null, 'sec-fetch-site': 'same-origin' }, 200],
    ['a sibling site that names only the relation', { origin: null, 'sec-fetch-site': 'same-site' }, 403],
    ['another site that names only the relation', { origin: null, 'sec-fetch-site': 'cross-site' }, 403],
    ['a script', { origin: null }, 200],
  ])('is judged by its origin: %s', async (_, headers, status) => {
    const reply = await visitor.send('PUT', `${attempt}/time`, {
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"segments": []}',
    });
    expect(reply.status).toBe(status);
    if (status === 403) expect(reply.body.code).toBe('forbidden-origin');
  });

  it('may be read from anywhere: a browser keeps the answer from other sites by itself', async () => {
    const reply = await visitor.send('GET', attempt, { headers: { origin: 'https://evil.example' } });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['text/plain', '{"segments": []}', 415],
    ['application/x-www-form-urlencoded', 'segments=', 415],
    ['', '{"segments": []}', 415],
    ['application/jsonp', '{"segments": []}', 415],
    ['application/json; charset=utf-8', '{"segments": []}', 200],
    ['application/json', '{"segments": [', 400],
    ['application/json', '', 400],
    ['application/json', new Uint8Array([0x7b, 0xff, 0x7d]), 400],
    ['application/json', '['.repeat(60_000), 400],
    ['application/json', `{"segments": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 422],
    ['application/json', `{"segments": [], "x": "${'y'.repeat(70_000)}"}`, 413],
  ])('has its body checked: %s', async (type, body, status) => {
    const reply = await visitor.send('PUT', `${attempt}/time`, { headers: { 'content-type': type }, body });
    expect(reply.status).toBe(status);
    if (status !== 200) expect(problem.parse(reply.body).status).toBe(status);
  });

  it('that breaks off in the middle of its body is nobody’s fault here', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"segments": ['));
        controller.error(new Error('aborted'));
      },
    });
    const headers = { 'content-type': 'application/json' };
    const reply = await visitor.send('PUT', `${attempt}/time`, { headers, body });
    expect([reply.status, log.mock.calls]).toEqual([400, []]);
    log.mockRestore();
  });

  it('of a method that there is not is told which there are', async () => {
    const reply = await visitor.send('PATCH', attempt);
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'HEAD, GET, DELETE, OPTIONS']);
    expect((await visitor.send('GET', `${attempt}/submit`)).headers.get('allow')).toBe('POST, OPTIONS');
    expect((await visitor.send('OPTIONS', attempt)).headers.get('allow')).toBe('HEAD, GET, DELETE, OPTIONS');
  });

  it('gets an error without details when something breaks, and the log gets them under an id', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const find = vi.spyOn(one.database.attempt, 'findUnique').mockImplementation(() => {
      throw new Error('secret detail of /srv/warmstart');
    });
    const reply = await visitor.get(attempt);
    find.mockRestore();
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain('secret');
    const id = problem.parse(reply.body).errorId ?? '';
    expect(id).not.toBe('');
    expect(log.mock.calls[0]?.[0]).toContain(id);
    expect(String(log.mock.calls[0]?.[1])).toContain('secret detail');
    log.mockRestore();
  });

  it('is asked to come back when the database is away', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const find = vi.spyOn(one.database.attempt, 'findUnique').mockImplementation(() => {
      throw Object.assign(new Error('Timed out'), { code: 'P1008' });
    });
    const reply = await visitor.get(attempt);
    find.mockRestore();
    log.mockRestore();
    expect([reply.status, reply.body.code, reply.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
  });

  it('is counted for each person, and one who sends too many is told when to come back', async () => {
    holdClock();
    const busy = new Visitor('192.0.2.1');
    await busy.start();
    const replies = [];
    for (let i = 0; i < 41; i += 1) replies.push(await busy.get('/api/attempts/export'));
    expect(replies.map((reply) => reply.status)).toEqual([...Array(40).fill(200), 429]);
    const refused = replies.at(-1);
    expect(refused?.body.code).toBe('rate-limited');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await busy.get('/api/attempts')).status).toBe(200);
    const other = new Visitor('192.0.2.1');
    await other.start();
    expect((await other.get('/api/attempts/export')).status).toBe(200);
  });
});
