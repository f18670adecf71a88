import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deleteUser } from '@/lib/commands/delete-user';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase, type TestDatabase } from './harness';

/** Called when everything is checked and an attempt is about to be stored. */
let beforeInsert: () => Promise<void>;

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));
vi.mock('@/lib/db/attempts', async (original) => {
  const real = await original<typeof import('@/lib/db/attempts')>();
  const insertAttempt: typeof real.insertAttempt = async (...attempt) => {
    await beforeInsert();
    return real.insertAttempt(...attempt);
  };
  return { ...real, insertAttempt };
});

const START = { caseSlug: 'fixture', mode: 'guided', level: 'senior' };
const ROUNDS = 20;

describe.each(engines)('a person deleted while they start an attempt, on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
  });
  afterAll(() => one.close());

  const known = async () => {
    beforeInsert = async () => {};
    const visitor = new Visitor();
    const attemptId = (await visitor.start()).split('/').at(-1) ?? '';
    const { userId } = await one.database.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    return { visitor, userId };
  };

  it('is told that the session has ended, and becomes somebody new once the dead cookie is put away', async () => {
    const { visitor, userId } = await known();
    const other = one.openAnother();
    beforeInsert = () => deleteUser({ database: other, userId });
    const refused = await visitor.post('/api/attempts', START);
    expect([refused.status, refused.body.code]).toEqual([401, 'signed-out']);

    beforeInsert = async () => {};
    expect((await visitor.post('/api/attempts', START)).body.code).toBe('signed-out');
    await visitor.post('/api/auth/sign-out', {});
    const started = await visitor.post('/api/attempts', START);
    expect(started.status).toBe(201);
    const { userId: newId } = await one.database.attempt.findUniqueOrThrow({ where: { id: started.body.id } });
    expect(newId).not.toBe(userId);
    expect(await one.database.attempt.count({ where: { userId } })).toBe(0);
  });

  // On SQLite nobody else writes before the deletion has ended.
  if (engine === 'postgresql') {
    it('is told so when the deletion ends after the check', async () => {
      const { visitor, userId } = await known();
      let reply: ReturnType<Visitor['post']> | undefined;
      await one.openAnother().$transaction(async (deletion) => {
        await deletion.user.delete({ where: { id: userId } });
        await new Promise<void>((reached) => {
          beforeInsert = async () => reached();
          reply = visitor.post('/api/attempts', START);
        });
      });
      expect(await reply).toMatchObject({ status: 401, body: { code: 'signed-out' } });
    });
  }

  it(`gets a clean answer at whatever moment, in ${ROUNDS} rounds`, async () => {
    const statuses = new Set<number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { visitor } = await known();
      // Each under the session that is there at the beginning.
      const calls = [0, 1, 2].map(() => Object.assign(new Visitor(), { cookie: visitor.cookie }));
      const [deleted, ...started] = await Promise.all([
        visitor.delete('/api/me'),
        ...calls.map((call) => call.post('/api/attempts', START)),
      ]);
      expect(deleted?.status).toBe(204);
      for (const { status } of started) statuses.add(status);
    }
    expect([...statuses].filter((status) => status !== 201 && status !== 401)).toEqual([]);
  });
});
