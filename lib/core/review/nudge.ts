import { z } from 'zod';

/** How long one waits before reminding the same person of the same thing again. */
export const NUDGE_PAUSE_MS = 24 * 3600 * 1000;
/** How often one reminds somebody of a thing at all. */
export const MAX_NUDGES = 3;

/** The candidate reminds those who have it to review; a coach says what of. */
export const nudgeRequest = z.strictObject({ about: z.enum(['replies', 'attempt']).optional() });
export const nudgeMemberRequest = z.strictObject({ userId: z.string().max(64) });

/** How many people were reminded. */
export const nudged = z.object({ sent: z.int().min(1) });
export type Nudged = z.infer<typeof nudged>;

export const attemptSubject = (attemptId: string) => `attempt:${attemptId}`;
export const assignmentSubject = (assignmentId: string) => `assignment:${assignmentId}`;

/**
 * How long one has to wait before the next reminder.
 *
 * @param sentAt when one reminded that person of that thing before, in any order.
 * @returns milliseconds, 0 for now, Infinity when there have been enough.
 */
export function nudgeWaitMs(sentAt: readonly Date[], now: Date): number {
  if (sentAt.length >= MAX_NUDGES) return Number.POSITIVE_INFINITY;
  const last = Math.max(...sentAt.map((time) => time.getTime()), Number.NEGATIVE_INFINITY);
  return Math.max(0, last + NUDGE_PAUSE_MS - now.getTime());
}
