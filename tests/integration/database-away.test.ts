import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '@/lib/db/client';
import { isDatabaseUnavailable } from '@/lib/db/unavailable';
import { freePort } from '@/scripts/bench/app-server';
import { serveFrom, Visitor } from './api-client';
import { fixtureCase } from './fixture-case';
import { engines, freshDatabase } from './harness';

vi.mock('@/lib/content/library', () => ({
  findCase: (slug: string) => (slug === 'fixture' ? fixtureCase() : null),
  listBrokenCases: () => [],
}));

describe('a database that is away', () => {
  it('is told from a mistake, in typed and in raw statements', async () => {
    const databaseUrl = `postgresql://127.0.0.1:${await freePort()}/nothing`;
    const away = openDatabase({ engine: 'postgresql', databaseUrl });
    for (const statement of [
      () => away.user.count(),
      () => away.$queryRaw`SELECT 1`,
      () => away.$transaction((transaction) => transaction.user.count()),
    ]) {
      const error = await statement().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(isDatabaseUnavailable(error)).toBe(true);
    }
    await away.$disconnect();
  });

  it.each(engines)('is not what a broken constraint or statement says on %s', async (engine) => {
    const { database, close } = await freshDatabase(engine);
    const data = { id: 'u', name: 'Somebody', email: 'u@guest.invalid' };
    await database.user.create({ data });
    for (const statement of [
      () => database.user.create({ data }),
      () => database.$queryRaw`SELECT nothing FROM nowhere`,
    ]) {
      const error = await statement().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Error);
      expect(isDatabaseUnavailable(error)).toBe(false);
    }
    await close();
  });

  it('costs a request that it met, and no later one', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const one = await freshDatabase('postgresql');
    serveFrom(one);
    const visitor = new Visitor();
    const attempt = await visitor.start('unaided');
    const put = () => visitor.put(`${attempt}/answers/data`, { baseRevision: 0, answer: { text: 'kept' } });

    // The save waits for this lock while its connection is taken away.
    const interrupted = await one.openAnother().$transaction(async (transaction) => {
      await transaction.attempt.updateMany({ data: { level: 'mid' } });
      const save = put();
      let killed: unknown[] = [];
      while (killed.length === 0) {
        killed = await transaction.$queryRaw`
          SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      }
      return save;
    });
    expect([interrupted.status, interrupted.body.code, interrupted.headers.get('retry-after')]).toEqual([
      503,
      'unavailable',
      '5',
    ]);
    expect(await put()).toMatchObject({ status: 200, body: { revision: 1 } });
    log.mockRestore();
    await one.close();
  });
});
