import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/lib/db/client';
import { pingDatabase } from '@/lib/db/ping';
import { engines, freshDatabase } from './harness';

describe.each(engines)('health on %s', (engine) => {
  it('is good when the database answers', async () => {
    const one = await freshDatabase(engine);
    expect(await pingDatabase(one.database)).toBe(true);
    await one.close();
  });

  it('is not good when it has no tables', async () => {
    const one = await freshDatabase(engine, { empty: true });
    expect(await pingDatabase(one.database)).toBe(false);
    await one.close();
  });
});

it('is not good when the database cannot be reached', async () => {
  const nowhere = openDatabase({ engine: 'postgresql', databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' });
  expect(await pingDatabase(nowhere)).toBe(false);
  await nowhere.$disconnect();
});

it('is not good when the database takes too long', async () => {
  const one = await freshDatabase('postgresql');
  await one.openAnother().$transaction(async (inside) => {
    await inside.$executeRaw`LOCK TABLE "User" IN ACCESS EXCLUSIVE MODE`;
    expect(await pingDatabase(one.database, 200)).toBe(false);
  });
  expect(await pingDatabase(one.database)).toBe(true);
  await one.close();
});
