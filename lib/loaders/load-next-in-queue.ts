import type { NextInQueue } from '@/lib/core/review/queue-api';
import { compareInQueue, findRequestsOf } from '@/lib/db/review-queue';
import { findDistinctRows } from './load-queue';
import { findQueueScope } from './queue-scope';
import type { Reader } from './reader';

/**
 * What to review next: the attempt that waits longest and that nobody is at.
 *
 * @param after an attempt of the queue: the next one behind it, and from the start again when there is none.
 */
export async function loadNextInQueue(reader: Reader, after: string | null, now: Date): Promise<NextInQueue> {
  const { scope } = await findQueueScope(reader, {}, now);
  if (after !== null) {
    const places = (
      await Promise.all([false, true].map((reviewed) => findRequestsOf(reader.database, scope, [after], reviewed)))
    ).flat();
    const [place] = places.map((row) => ({ ...row, reviewedAt: null })).sort((a, b) => compareInQueue('unheld', a, b));
    const [behind] = place ? await findDistinctRows(reader, scope, 'unheld', place, 1) : [];
    if (behind) return { attemptId: behind.attemptId };
  }
  const first = await findDistinctRows(reader, scope, 'unheld', null, 2);
  return { attemptId: first.find((row) => row.attemptId !== after)?.attemptId ?? null };
}
