import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isMigrated } from '@/lib/db/is-migrated';
import { applyMigrations, readMigrations } from '@/lib/db/migrate';
import { migrationsFolder } from '@/lib/db/migrations-folder';
import { takeFromLimit } from '@/lib/db/rate-limit';
import { sqlBetween } from '@/lib/db/schema-engine';
import { sharedSecret } from '@/lib/db/secret';
import { NOT_DURABLE } from '@/lib/db/sqlite-adapter';
import type { Engine, Settings } from '@/lib/settings';
import { engines, freshDatabase, type TestDatabase } from './harness';

const open: TestDatabase[] = [];
async function fresh(engine: Engine, options?: { empty: boolean }): Promise<TestDatabase> {
  const one = await freshDatabase(engine, options);
  open.push(one);
  return one;
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const person = (id: string) => ({ id, name: 'Guest', email: `${id}@guest.invalid`, isAnonymous: true });

const migrationNames = (engine: Engine) => readMigrations(migrationsFolder(engine)).map((one) => one.name);

/** A process that migrates when it is told to. */
function migrateProcess({ databaseUrl, dataDir }: Settings) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/integration/migrate-process.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ready = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  const applied = new Promise<string[]>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(said.replace('ready\n', '')) as string[]);
      else reject(new Error(said));
    });
  });
  return { ready, applied, go: () => child.stdin.write('go\n') };
}

describe.each(engines)('migrations on %s', (engine) => {
  it('are applied once, in order', async () => {
    const { settings, database } = await fresh(engine, { empty: true });
    expect(await applyMigrations(settings)).toEqual(migrationNames(engine));
    expect(await applyMigrations(settings)).toEqual([]);
    expect(await database.user.count()).toBe(0);
  });

  it('are applied by one of three processes that start at once', async () => {
    const { settings } = await fresh(engine, { empty: true });
    const processes = [1, 2, 3].map(() => migrateProcess(settings));
    await Promise.all(processes.map((one) => one.ready));
    for (const one of processes) one.go();
    const applied = await Promise.all(processes.map((one) => one.applied));
    expect(applied.flat()).toEqual(migrationNames(engine));
  });

  it('that fail leave nothing behind, and are tried again', async () => {
    const { settings, database } = await fresh(engine);
    await database.user.create({ data: person('kept') });
    const folder = join(settings.dataDir, 'migrations');
    cpSync(migrationsFolder(engine), folder, { recursive: true });
    const write = (sql: string) => {
      mkdirSync(join(folder, '99990101000000_next'), { recursive: true });
      writeFileSync(join(folder, '99990101000000_next', 'migration.sql'), sql);
    };
    write(`CREATE TABLE half (name TEXT DEFAULT 'a;b');\nALTER TABLE nowhere ADD COLUMN x TEXT;`);
    await expect(applyMigrations(settings, folder)).rejects.toThrow(/the database is as it was before: .*nowhere/);
    await expect(database.$queryRawUnsafe('SELECT * FROM half')).rejects.toThrow(/half/);

    write(`CREATE TABLE half (name TEXT DEFAULT 'a;b');\nINSERT INTO half DEFAULT VALUES;\n-- the end`);
    expect(await applyMigrations(settings, folder)).toEqual(['99990101000000_next']);
    expect(await applyMigrations(settings, folder)).toEqual([]);
    expect(await database.$queryRawUnsafe('SELECT * FROM half')).toEqual([{ name: 'a;b' }]);
    expect(await database.user.count()).toBe(1);
  });

  it('wait for nobody when there is nothing to do and another instance is serving', async () => {
    const { settings, database } = await fresh(engine);
    await database.$transaction(async (inside) => {
      await inside.user.count();
      if (engine === 'postgresql') expect(await applyMigrations(settings)).toEqual([]);
    });
    expect(await applyMigrations(settings)).toEqual([]);
    await database.user.create({ data: person('a') });
    expect(await database.user.count()).toBe(1);
  });

  it('are known to be applied, or not, without the schema engine', async () => {
    const { settings } = await fresh(engine);
    expect(await isMigrated(settings)).toBe(true);
    const folder = join(settings.dataDir, 'migrations');
    cpSync(migrationsFolder(engine), folder, { recursive: true });
    mkdirSync(join(folder, '29990101000000_next'));
    expect(await isMigrated(settings, folder)).toBe(false);
    await expect(isMigrated((await fresh(engine, { empty: true })).settings)).rejects.toThrow();
  });

  it('lead to the models', async () => {
    const migrated = await fresh(engine);
    const fromModels = await fresh(engine, { empty: true });
    const sql = await sqlBetween(engine, null, readFileSync('prisma/models.prisma', 'utf8'));
    for (const statement of sql.split(/;\s*\n/).filter((one) => one.trim() !== '')) {
      await fromModels.database.$executeRawUnsafe(statement);
    }
    const shape = await describeTables(migrated, engine);
    expect(shape.length).toBeGreaterThan(50);
    expect(await describeTables(fromModels, engine)).toEqual(shape);
  });
});

it('the snapshot of the migrated models is up to date: otherwise run npm run db:migration -- <name>', () => {
  expect(readFileSync('prisma/migrated.prisma', 'utf8')).toBe(readFileSync('prisma/models.prisma', 'utf8'));
});

it('a database that cannot be reached is an error', async () => {
  await expect(
    applyMigrations({ engine: 'postgresql', databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' }),
  ).rejects.toThrow(/ECONNREFUSED/);
});

/** Columns and indexes as text, one line each, without what belongs to the migrations themselves. */
async function describeTables({ database }: TestDatabase, engine: Engine): Promise<string[]> {
  const rows = await database.$queryRawUnsafe<Record<string, unknown>[]>(
    engine === 'sqlite'
      ? `SELECT m.name AS tbl, p.name AS col, p.type || ' ' || p."notnull" || ' ' || coalesce(p.dflt_value, '-') || ' ' || p.pk
         FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'
         UNION ALL SELECT tbl_name, name, coalesce(sql, '-') FROM sqlite_master WHERE type = 'index'
         UNION ALL SELECT m.name, f."from", f."table" || ' ' || f."to" || ' ' || f.on_delete
         FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f`
      : `SELECT table_name AS tbl, column_name AS col, data_type, is_nullable, column_default, udt_name
         FROM information_schema.columns WHERE table_schema = 'public'
         UNION ALL SELECT tablename, indexname, indexdef, NULL, NULL, NULL FROM pg_indexes WHERE schemaname = 'public'
         UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), NULL, NULL, NULL
         FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  );
  return rows
    .filter((row) => !String(row.tbl).includes('_prisma_migrations'))
    .map((row) => Object.values(row).map(String).join(' | '))
    .sort();
}

describe('SQLite connections', () => {
  const pragma = async ({ database }: TestDatabase, name: string) => {
    const rows = await database.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
    return String(Object.values(rows[0] ?? {})[0]);
  };

  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', '2'],
    ['foreign_keys', '1'],
    ['busy_timeout', '100'],
  ])('have %s = %s, also on a file that was opened before', async (name, value) => {
    const one = await fresh('sqlite');
    expect(await pragma(one, name)).toBe(value);
    expect(await pragma({ ...one, database: one.openAnother() }, name)).toBe(value);
  });

  it('weaken only the statement that says it may be lost', async () => {
    const one = await fresh('sqlite');
    expect(await pragma(one, `${NOT_DURABLE} synchronous`)).toBe('1');
    expect(await pragma(one, 'synchronous')).toBe('2');
    await expect(one.database.$queryRawUnsafe(`SELECT nonsense ${NOT_DURABLE}`)).rejects.toThrow();
    expect(await pragma(one, 'synchronous')).toBe('2');
  });
});

describe.each(engines)('transactions on %s', (engine) => {
  it('that roll back take nothing of others with them', async () => {
    const { database } = await fresh(engine);
    let outsideDone: Promise<unknown> = Promise.resolve();
    const transaction = database.$transaction(async (inside) => {
      await inside.user.create({ data: person('inside') });
      // Asked for while the transaction is open. Whether it runs now or waits, it must not be part of it.
      outsideDone = database.user.create({ data: person('outside') }).then(() => 'done');
      // Long enough for it to get in, if it can.
      for (let i = 0; i < 20; i += 1) await inside.user.count();
      throw new Error('roll back');
    });
    await expect(transaction).rejects.toThrow('roll back');
    await outsideDone;
    expect((await database.user.findMany()).map((user) => user.id)).toEqual(['outside']);
  });

  it('queue when twenty on two connections read and then write the same row', async () => {
    const one = await fresh(engine);
    await one.database.rateLimit.create({ data: { key: 'n', count: 0, endsAtMs: 0 } });
    const clients = [one.database, one.openAnother()];
    const increment = (client: (typeof clients)[number]) =>
      client.$transaction(async (inside) => {
        if (engine === 'postgresql') await inside.$queryRaw`SELECT 1 FROM "RateLimit" WHERE "key" = 'n' FOR UPDATE`;
        const row = await inside.rateLimit.findUniqueOrThrow({ where: { key: 'n' } });
        await inside.rateLimit.update({ where: { key: 'n' }, data: { count: row.count + 1 } });
      });
    await Promise.all(Array.from({ length: 20 }, (_, index) => increment(clients[index % 2] ?? one.database)));
    expect(await one.database.rateLimit.findUnique({ where: { key: 'n' } })).toMatchObject({ count: 20 });
  });

  it('deletes what hangs on a user', async () => {
    const { database } = await fresh(engine);
    const now = new Date();
    await database.user.create({
      data: {
        ...person('a'),
        attempts: {
          create: { id: 'x', caseSlug: 's', caseHash: 'h', mode: 'guided', level: 'mid', updatedAt: now },
        },
      },
    });
    await database.user.delete({ where: { id: 'a' } });
    expect(await database.attempt.count()).toBe(0);
  });
});

describe.each(engines)('limits on %s', (engine) => {
  const minute = new Date('2026-11-20T10:00:00Z');
  const later = (seconds: number) => new Date(minute.getTime() + seconds * 1000);

  it('count every request of two connections at once', async () => {
    const one = await fresh(engine);
    const clients = [one.database, one.openAnother()];
    const taken = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        takeFromLimit({
          key: 'k',
          max: 10,
          windowSeconds: 60,
          now: minute,
          database: clients[index % 2] ?? one.database,
        }),
      ),
    );
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  it('say when to come back, and let in again then', async () => {
    const { database } = await fresh(engine);
    const take = (now: Date, key = 'k') => takeFromLimit({ key, max: 1, windowSeconds: 60, now, database });
    expect(await take(later(10))).toEqual({ allowed: true, retryAfterSeconds: 0 });
    expect(await take(later(20.5))).toEqual({ allowed: false, retryAfterSeconds: 40 });
    expect(await take(later(20.5), 'another')).toEqual({ allowed: true, retryAfterSeconds: 0 });
    expect(await take(later(60))).toEqual({ allowed: true, retryAfterSeconds: 0 });
    // A clock that is behind counts in the window that has begun, and does not open it again.
    expect(await take(later(59))).toEqual({ allowed: false, retryAfterSeconds: 61 });
    expect(await take(later(61))).toMatchObject({ allowed: false });
  });

  it('forget windows that are over', async () => {
    const { database } = await fresh(engine);
    const take = (key: string, now: Date) => takeFromLimit({ key, max: 1, windowSeconds: 60, now, database });
    await take('old', new Date('2100-01-01T00:00:00Z'));
    await take('new', new Date('2100-01-01T02:00:00Z'));
    expect((await database.rateLimit.findMany()).map((row) => row.key)).toEqual(['new']);
  });
});

describe.each(engines)('the shared secret on %s', (engine) => {
  it('is one, whoever asks first', async () => {
    const one = await fresh(engine);
    const clients = [one.database, one.openAnother(), one.openAnother()];
    const secrets = await Promise.all(
      clients.map((client, index) => sharedSecret(client, 'session', () => `secret ${index}`)),
    );
    expect(new Set(secrets).size).toBe(1);
    expect(await sharedSecret(one.openAnother(), 'session', () => 'too late')).toBe(secrets[0]);
  });
});
