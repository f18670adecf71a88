import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './make-folder';

const RETRY_MS = 100;

/**
 * Runs `work` while no other process (and no other caller in this one) holds the lock of that file. The lock is SQLite's
 * own lock on an empty file, so the operating system lets go of it when its holder dies: there is nothing stale to
 * clean up after a crash.
 *
 * @param onWait called once, when somebody else has the lock.
 * @throws Error when the lock is still taken after `timeoutMs`.
 */
export async function withProcessLock<Result>(
  file: string,
  work: () => Promise<Result>,
  { timeoutMs = 600_000, onWait }: { timeoutMs?: number; onWait?: () => void } = {},
): Promise<Result> {
  makeFolder(dirname(file));
  const lock = new Database(file, { timeout: 0 });
  try {
    const start = performance.now();
    let waited = false;
    while (!tryToTake(lock)) {
      if (!waited) onWait?.();
      waited = true;
      if (performance.now() - start > timeoutMs) throw new Error(`${file} is locked by another process.`);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryToTake(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
