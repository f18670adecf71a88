import type { SubmittedAttempt } from '@/lib/core/api-types';
import { setSubmitted } from '@/lib/db/attempts';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

/**
 * Submits an attempt: its answers are frozen, and expectations can be marked. Submitting again changes nothing and returns
 * the first time.
 *
 * @throws AppError `not-found`.
 */
export async function submitAttempt({ database, userId, now }: Actor, attemptId: string): Promise<SubmittedAttempt> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  if (attempt.submittedAt !== null) return { id: attempt.id, submittedAt: attempt.submittedAt.toISOString() };
  await setSubmitted(database, attempt.id, userId, now);
  // Read back: another request may have been first.
  const { submittedAt } = await getOwnAttempt(database, attemptId, userId);
  return { id: attempt.id, submittedAt: (submittedAt ?? now).toISOString() };
}
