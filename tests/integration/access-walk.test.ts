import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DatabaseClient } from '@/lib/db/client';
import type { MatchingTask } from '@/lib/matching/messages';
import { ACTORS, type Actor } from '../fixtures/actors';
import type { Row } from './access/row';
import { ROWS } from './access-rows';
import { makeWorld, type World } from './access-world';
import { allowedMethods, type Reply, serveFrom } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

/*
 * Everybody tries every call. The calls are found on disk, so that a new one that nobody has thought through fails here; what
 * each of them answers to whom is said in the folder access.
 */

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
  listCases: () => [],
}));
// Who may look is the question here, not what is found.
vi.mock('@/lib/matching/matching', async () => {
  const { matchByKeywords } = await import('@/lib/matching/match-task');
  return { matching: () => ({ match: async (_: string, task: MatchingTask) => matchByKeywords(task) }) };
});
vi.mock('@/lib/mail/email-change-mail', () => ({ EMAIL_CHANGE_SECONDS: 3600, deliverEmailChange: () => {} }));
vi.mock('@/lib/content/packet-page', () => ({ packetPage: () => ({ script: '', style: '' }) }));

/** Better Auth's own, tested with accounts; and what answers everything else. */
const NOT_OURS = ['/api/auth/[...all]', '/api/[...path]'];

it('has a row for every call that there is', async () => {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' });
  const routes = files.filter((file) => file.endsWith('route.ts')).map((file) => `/${join('api', file, '..')}`);
  const missing: string[] = [];
  for (const route of routes.filter((one) => !NOT_OURS.includes(one))) {
    for (const method of await allowedMethods(route)) {
      if (!ROWS.some((row) => row.route === route && row.method === method)) missing.push(`${method} ${route}`);
    }
  }
  expect(missing, 'add a row in tests/integration/access').toEqual([]);
  expect(ROWS.filter((row) => !routes.includes(row.route)).map((row) => row.route)).toEqual([]);
});

function addressOf(row: Row, world: World, params = row.params(world)): string {
  const values = [...params];
  const address = row.route.replace(/\[\w+\]/g, () => encodeURIComponent(values.shift() ?? ''));
  return address + (row.query?.(world) ?? '');
}

async function send(row: Row, world: World, actor: Actor, address = addressOf(row, world)): Promise<Reply> {
  const visitor = world.visitors[actor];
  const { cookie } = visitor;
  const body = row.body?.(world);
  const headers = { 'content-type': 'application/json' };
  const init = body === undefined ? {} : { headers, body: JSON.stringify(body) };
  const reply = await visitor.send(row.method, address, init);
  // Everybody stays who they are: nobody becomes no guest, and who deletes themselves is there for the next call.
  visitor.cookie = cookie;
  return reply;
}

/** What somebody gets who is not in a row's answers. */
function refusal(row: Row, actor: Actor): [status: number, code: string] {
  return row.account && (actor === 'guest' || actor === 'nobody') ? [403, 'needs-account'] : [404, 'not-found'];
}

/** Every row of every table, to be compared. Requests are counted and sessions renewed by the way. */
async function wholeDatabase(database: DatabaseClient, engine: string): Promise<string[]> {
  const tables = await database.$queryRawUnsafe<{ name: string }[]>(
    engine === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`
      : `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    if (['RateLimit', 'Session', '_prisma_migrations'].includes(name)) continue;
    const found = await database.$queryRawUnsafe<object[]>(`SELECT * FROM "${name}"`);
    rows.push(
      ...found.map(
        (row) => `${name} ${JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`,
      ),
    );
  }
  return rows.sort();
}

const named = ROWS.map((row, at) => ({ row, at, name: `${row.method} ${row.route}${row.query ? ' (asked)' : ''}` }));

describe.each(engines)('on %s', (engine) => {
  /** Closed, to be copied. */
  let made: TestDatabase;
  let one: TestDatabase;
  let world: World;
  beforeAll(async () => {
    made = await freshDatabase(engine);
    serveFrom(made);
    world = await makeWorld(made);
    await made.close();
    one = await freshDatabase(engine, { copyOf: made });
  });
  afterAll(() => one.close());

  describe('is not there for whom it is not', () => {
    it.each(named)('$at $name', async ({ row }) => {
      serveFrom(one);
      const before = await wholeDatabase(one.database, engine);
      for (const actor of ACTORS) {
        const expected = row.answers[actor];
        if (expected !== undefined && expected < 400) continue;
        const reply = await send(row, world, actor);
        if (expected !== undefined) {
          expect([actor, reply.status]).toEqual([actor, expected]);
          continue;
        }
        expect([actor, reply.status, reply.body?.code]).toEqual([actor, ...refusal(row, actor)]);
        if (reply.status !== 404 || row.params(world).length === 0) continue;
        // The very words that what never was is answered with.
        const params = row.params(world).map((value) => (/^[a-z-]{1,12}$/.test(value) ? value : crypto.randomUUID()));
        const missing = await send(row, world, actor, addressOf(row, world, params));
        expect([actor, reply.body]).toEqual([actor, missing.body]);
      }
      const after = await wholeDatabase(one.database, engine);
      // Starting an attempt makes a guest of nobody before it is known what there is.
      const isNewGuest = (line: string) => line.includes('@guest.invalid') && !before.includes(line);
      expect(after.filter((line) => !isNewGuest(line))).toEqual(before);
    });
  });

  describe('is there for whom it is', () => {
    const tries = named.flatMap(({ row, at, name }) =>
      ACTORS.filter((actor) => (row.answers[actor] ?? 404) < 400).map((actor) => ({ row, at, name, actor })),
    );
    const reads = tries.filter(({ row }) => row.method === 'GET');
    const writes = tries.filter(({ row }) => row.method !== 'GET');

    it.each(reads)('$at $name by $actor', async ({ row, actor }) => {
      serveFrom(one);
      const reply = await send(row, world, actor);
      expect(reply.status, reply.text).toBe(row.answers[actor]);
      if (!row.hides) return;
      for (const word of row.hides.words(world)) {
        expect([word, reply.text.includes(word)]).toEqual([word, row.hides.seenBy.includes(actor)]);
      }
    });

    it.each(writes)('$at $name by $actor', async ({ row, actor }) => {
      const copy = await freshDatabase(engine, { copyOf: made });
      try {
        serveFrom(copy);
        const reply = await send(row, world, actor);
        expect(reply.status, reply.text).toBe(row.answers[actor]);
        const notice = await copy.database.notice.findUnique({ where: { id: world.noticeId } });
        const isReader = row.route === '/api/notices/read' && actor === 'candidate';
        if (notice) expect(notice.readAt !== null).toBe(isReader);
      } finally {
        await copy.close();
      }
    });
  });
});
