import type { TimeSegment } from '@/lib/core/api-types';
import { hasSlot } from '@/lib/core/attempt-state';
import { invalid } from '@/lib/core/issues';
import { clampSegment } from '@/lib/core/time-segments';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import { findSegments, putSegment } from '@/lib/db/time-segments';
import type { Actor } from './actor';

/** More than anybody makes, and little enough to be read at once. */
const MAX_SEGMENTS = 5000;

/**
 * Stores stretches of work as a browser measured them, within what the clock allows. Sending one again, longer or not, is
 * harmless. What was worked after submission does not count.
 *
 * @throws AppError `not-found`, `invalid`.
 */
export async function recordTime(
  { database, userId, now }: Actor,
  attemptId: string,
  segments: readonly TimeSegment[],
): Promise<void> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  segments.forEach(({ step }, index) => {
    if (!hasSlot(attempt, step)) throw invalid(`segments.${index}.step`, 'This attempt has no such step.');
  });
  const bounds = { attemptStart: attempt.createdAt, until: attempt.submittedAt ?? now };
  await database.$transaction(async (transaction) => {
    const stored = new Map((await findSegments(transaction, attempt)).map((segment) => [segment.id, segment]));
    for (const { id, step, startedAt, activeMs } of segments) {
      const known = stored.get(id) ?? null;
      const clamped = clampSegment({ startedAt: new Date(startedAt), activeMs }, bounds, known);
      if (known === null && clamped.activeMs === 0 && attempt.submittedAt !== null) continue;
      if (known === null && stored.size >= MAX_SEGMENTS)
        throw invalid('segments', 'This attempt has too many of them.');
      const segment = { id, step: known?.step ?? step, ...clamped };
      await putSegment(transaction, attempt, segment);
      stored.set(id, segment);
    }
  });
}
