import { randomId } from './random-id';

const lockName = (writerId: string) => `warmstart-writer-${writerId}`;

/**
 * Gives this page a name of its own and holds a lock on it for as long as the page lives, so that other tabs can tell a
 * draft whose writer is still there from one that was left behind. Without Web Locks (plain http) nobody can tell.
 */
export async function claimTabIdentity(): Promise<string> {
  const writerId = randomId();
  if (!navigator.locks) return writerId;
  await new Promise<void>((held) => {
    void navigator.locks.request(lockName(writerId), () => {
      held();
      return new Promise<never>(() => {});
    });
  });
  return writerId;
}

/** The writers among these whose page is gone. */
export async function findGoneWriters(writerIds: readonly string[]): Promise<Set<string>> {
  if (!navigator.locks) return new Set(writerIds);
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map((lock) => lock.name));
  return new Set(writerIds.filter((writerId) => !alive.has(lockName(writerId))));
}
