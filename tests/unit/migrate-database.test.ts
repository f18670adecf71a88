import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrateDatabase } from '@/scripts/migrate-database';

const folder = mkdtempSync(join(tmpdir(), 'warmstart-migrate-'));
mkdirSync(join(folder, 'a-folder'));
writeFileSync(join(folder, 'a-file'), '');
writeFileSync(join(folder, 'a-text'), '# Not a database');
afterAll(() => rmSync(folder, { recursive: true }));

/** A port that was free a moment ago, so that nobody answers there. */
function closedPort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

describe('a database that cannot be used is told in one line that names its setting', () => {
  it.each<[string, (port: number) => Record<string, string>, RegExp]>([
    [
      'a server that is not there',
      (port) => ({ DATABASE_URL: `postgresql://somebody:secret@127.0.0.1:${port}/x` }),
      /^The database that DATABASE_URL names cannot be used: connect ECONNREFUSED \S+$/,
    ],
    [
      'by a name with several addresses',
      (port) => ({ DATABASE_URL: `postgresql://somebody:secret@localhost:${port}/x` }),
      /^The database that DATABASE_URL names cannot be used: connect ECONNREFUSED .+$/,
    ],
    [
      'a folder in place of a file',
      () => ({ DATABASE_URL: `file:${join(folder, 'a-folder')}` }),
      /^The database that DATABASE_URL names cannot be used: \S+a-folder is a folder\. Name a file in it: file:\S+\/warmstart\.db$/,
    ],
    [
      'a file of another kind',
      () => ({ DATABASE_URL: `file:${join(folder, 'a-text')}` }),
      /^The database that DATABASE_URL names cannot be used: \S+a-text is not an SQLite database\.$/,
    ],
    [
      'a file in place of the folder',
      () => ({ DATABASE_URL: '', DATA_DIR: join(folder, 'a-file') }),
      /^The database that DATA_DIR names cannot be used: the folder \S+a-file cannot be made \(there is a file of that name\)\.$/,
    ],
    [
      'a file in place of a folder',
      () => ({ DATABASE_URL: ' ', DATA_DIR: join(folder, 'a-file', 'data') }),
      /^The database that DATA_DIR names cannot be used: the folder \S+data cannot be made \(ENOTDIR\)\.$/,
    ],
    // Node would look for the folder above it for ever. Where there is no such place, nobody may make one at the root either.
    [
      'a place where nothing can be made',
      () => ({ DATA_DIR: '/proc/warmstart/data' }),
      /^The database that DATA_DIR names cannot be used: the folder \/proc\S* cannot be made \(\w+\)\.$/,
    ],
  ])('%s', async (_, env, message) => {
    const problem = await migrateDatabase(env(await closedPort())).catch((error: unknown) => error);
    expect((problem as Error).message).toMatch(message);
    expect((problem as Error).message).not.toContain('secret');
  });

  it('and nothing is left beside it', () => {
    expect(readdirSync(folder).sort()).toEqual(['a-file', 'a-folder', 'a-text']);
  });
});
