import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseClient } from '@/lib/db/client';
import { freshDatabase, type TestDatabase } from './harness';

// PostgreSQL groups commits by itself; these are the rules for our adapter of SQLite.
describe('writes that come at the same moment', () => {
  let one: TestDatabase;
  let database: DatabaseClient;
  beforeEach(async () => {
    one = await freshDatabase('sqlite');
    database = one.database;
  });
  afterEach(() => one.close());

  const insert = (key: string, client = database) =>
    client.$executeRaw`INSERT INTO "RateLimit" ("key", "count", "endsAtMs") VALUES (${key}, 1, 0)`;
  const keys = async () => (await database.rateLimit.findMany({ orderBy: { key: 'asc' } })).map((row) => row.key);
  const statuses = (outcomes: readonly PromiseSettledResult<unknown>[]) => outcomes.map((outcome) => outcome.status);

  it('are all stored when they are all answered, in the order in which they came', async () => {
    const counts = await Promise.all([
      insert('a'),
      database.$executeRaw`UPDATE "RateLimit" SET "count" = "count" + 1`,
      insert('b'),
      database.$executeRaw`UPDATE "RateLimit" SET "count" = "count" + 1`,
    ]);
    expect(counts).toEqual([1, 1, 1, 2]);
    const stored = await one.openAnother().rateLimit.findMany({ orderBy: { key: 'asc' } });
    expect(stored.map(({ key, count }) => [key, count])).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });

  it('do not fail together when one of them fails', async () => {
    const outcomes = await Promise.allSettled([insert('a'), insert('a'), insert('b'), database.$executeRaw`NOT SQL`]);
    expect(statuses(outcomes)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(await keys()).toEqual(['a', 'b']);
  });

  it('are all refused, and none is stored, when they cannot be committed', async () => {
    const outcomes = await Promise.allSettled([
      insert('a'),
      // Puts the check off until the commit, which then fails.
      database.$executeRaw`PRAGMA defer_foreign_keys = ON`,
      database.$executeRaw`INSERT INTO "HintTaken" VALUES ('no such attempt', 'data', 1, 0)`,
      insert('b'),
    ]);
    expect(statuses(outcomes)).toEqual(Array(4).fill('rejected'));
    expect(await keys()).toEqual([]);
    await insert('c');
    expect(await one.openAnother().rateLimit.count()).toBe(1);
  });

  it('wait for a transaction of this process, and stay when it is rolled back', async () => {
    const waiting: Promise<number>[] = [];
    await database
      .$transaction(async (transaction) => {
        await transaction.rateLimit.create({ data: { key: 'inside', count: 1, endsAtMs: 0 } });
        waiting.push(insert('a'), insert('b'));
        await transaction.rateLimit.count();
        throw new Error('rolled back');
      })
      .catch(() => {});
    await Promise.all(waiting);
    expect(await keys()).toEqual(['a', 'b']);
  });

  it('wait for another process', async () => {
    const waiting: Promise<number>[] = [];
    await one.openAnother().$transaction(async (transaction) => {
      await transaction.rateLimit.create({ data: { key: 'other', count: 1, endsAtMs: 0 } });
      waiting.push(insert('a'), insert('b'));
      // Two turns of the event loop later they have met the lock.
      for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    });
    await Promise.all(waiting);
    expect(await keys()).toEqual(['a', 'b', 'other']);
  });

  it('are finished before the connection closes', async () => {
    const client = one.openAnother();
    const written = insert('a', client);
    await client.$disconnect();
    await written;
    expect(await keys()).toEqual(['a']);
  });
});
