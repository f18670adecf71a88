import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AppError } from '@/lib/core/app-error';
import { serveFrom } from './api-client';
import { engines, freshDatabase, type TestDatabase } from './harness';

/** The module as another instance of the app has it: it remembers nothing of the first, and shares the database. */
async function instance() {
  vi.resetModules();
  return import('@/lib/http/limits');
}

describe.each(engines)('the limits of requests on %s', (engine) => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await freshDatabase(engine);
    serveFrom(one);
  });
  afterAll(() => one.close());

  const now = new Date('2026-03-01T10:00:10.000Z');
  const outcomes = async (requests: readonly Promise<void>[]) =>
    (await Promise.allSettled(requests)).map((outcome) =>
      outcome.status === 'fulfilled' ? 'taken' : (outcome.reason as AppError).code,
    );
  const taken = (all: readonly string[]) => all.filter((outcome) => outcome === 'taken').length;

  it('take as many as there may be, at once or one by one, and say when to come back', async () => {
    const { limitUser } = await instance();
    const user = randomUUID();
    const all = await outcomes(Array.from({ length: 60 }, () => limitUser('export', user, now)));
    expect(taken(all)).toBe(40);
    expect(new Set(all)).toEqual(new Set(['taken', 'rate-limited']));
    await expect(limitUser('export', user, now)).rejects.toMatchObject({ details: { retryAfterSeconds: 50 } });
    await limitUser('export', user, new Date('2026-03-01T10:01:00.000Z'));
  });

  it('are one for all instances', async () => {
    const [here, there] = [await instance(), await instance()];
    expect(here).not.toBe(there);
    const user = randomUUID();
    const all = await outcomes(
      Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? here : there).limitUser('export', user, now)),
    );
    expect(taken(all)).toBe(40);
  });

  it('count people, addresses and kinds of requests apart', async () => {
    const { limitUser, limitAddress } = await instance();
    const [user, other] = [randomUUID(), randomUUID()];
    await outcomes(Array.from({ length: 41 }, () => limitUser('export', user, now)));
    await limitUser('export', other, now);
    await limitUser('read', user, now);
    await limitAddress('export', user, now);
  });
});
