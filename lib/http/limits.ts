import { AppError } from '@/lib/core/app-error';
import { takeFromLimit } from '@/lib/db/rate-limit';
import { settings } from '@/lib/settings';

/** What is counted together. Reading everything costs more than a save, and looking through an answer half a second of a processor. */
export type LimitName = 'read' | 'write' | 'save' | 'export' | 'feedback';

const WINDOW_SECONDS = 60;
/** One address may be a whole class behind a router. */
const PEOPLE_PER_ADDRESS = 10;
/** How many requests are taken from the shared counter at once: a save must not cost a second write. */
const LEASE = 20;
const MAX_LEASES = 10_000;

function perMinute(name: LimitName): number {
  switch (name) {
    case 'save':
      return settings().savesPerMinute;
    case 'read':
      return 1200;
    case 'write':
      return 300;
    case 'export':
    case 'feedback':
      return 40;
  }
}

interface Lease {
  readonly windowEndsAtMs: number;
  left: number;
  retryAfterSeconds: number;
  refill: Promise<void> | null;
}

const leases = new Map<string, Lease>();

function leaseOf(key: string, now: Date): Lease {
  const found = leases.get(key);
  if (found && found.windowEndsAtMs > now.getTime()) return found;
  if (leases.size >= MAX_LEASES) leases.clear();
  const windowMs = WINDOW_SECONDS * 1000;
  const windowEndsAtMs = (Math.floor(now.getTime() / windowMs) + 1) * windowMs;
  const fresh: Lease = { windowEndsAtMs, left: 0, retryAfterSeconds: 0, refill: null };
  leases.set(key, fresh);
  return fresh;
}

async function take(key: string, max: number, now: Date): Promise<void> {
  const size = Math.min(LEASE, max);
  const lease = leaseOf(key, now);
  while (lease.left === 0) {
    if (lease.retryAfterSeconds > 0) {
      throw new AppError('rate-limited', undefined, { retryAfterSeconds: lease.retryAfterSeconds });
    }
    lease.refill ??= takeFromLimit({ key, max: Math.floor(max / size), windowSeconds: WINDOW_SECONDS, now })
      .then(({ allowed, retryAfterSeconds }) => {
        if (allowed) lease.left += size;
        else lease.retryAfterSeconds = retryAfterSeconds;
      })
      .finally(() => {
        lease.refill = null;
      });
    await lease.refill;
  }
  lease.left -= 1;
}

/**
 * Counts a request from an address. The counters are in the database, shared by all instances; each instance takes its
 * share of them in small lots.
 *
 * @throws AppError `rate-limited`.
 */
export function limitAddress(name: LimitName, address: string, now: Date): Promise<void> {
  return take(`${name}:address:${address}`, perMinute(name) * PEOPLE_PER_ADDRESS, now);
}

/** Counts a request of a person. The key ends in the person's id, by which it is deleted with them. */
export function limitUser(name: LimitName, userId: string, now: Date): Promise<void> {
  return take(`${name}:user:${userId}`, perMinute(name), now);
}
