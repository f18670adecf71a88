import { randomId } from './random-id';

const lockName = (writerId: string) => `warmstart-writer-${writerId}`;

/** Names that this document let go of: the browser may call their locks held for a moment longer. */
const RELEASED = new Set<string>();

export interface TabIdentity {
  readonly writerId: string;
  /** Lets go of the name, as a page that is gone does: what lies under it may be taken up by others. */
  readonly release: () => void;
}

/**
 * Gives this page a name of its own and holds a lock on it for as long as the page lives, so that other tabs can tell a
 * draft whose writer is still there from one that was left behind. Without Web Locks (plain http) nobody can tell.
 *
 * @param writerId a name that this page had before and let go of.
 */
export async function claimTabIdentity(writerId = randomId()): Promise<TabIdentity> {
  let release = () => {};
  if (!navigator.locks) return { writerId, release };
  await new Promise<void>((held) => {
    void navigator.locks.request(lockName(writerId), () => {
      RELEASED.delete(writerId);
      held();
      return new Promise<void>((released) => {
        release = () => {
          RELEASED.add(writerId);
          released();
        };
      });
    });
  });
  return { writerId, release };
}

/** The writers among these whose page is gone. */
export async function findGoneWriters(writerIds: readonly string[]): Promise<Set<string>> {
  if (!navigator.locks) return new Set(writerIds);
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map((lock) => lock.name));
  return new Set(writerIds.filter((writerId) => RELEASED.has(writerId) || !alive.has(lockName(writerId))));
}
