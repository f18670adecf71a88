import { deleteAttemptOf } from '@/lib/db/attempts';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

/**
 * Deletes an attempt with its answers, their history, hints, time and marks. There is no way back.
 *
 * @throws AppError `not-found`.
 */
export async function deleteAttempt({ database, userId }: Omit<Actor, 'now'>, attemptId: string): Promise<void> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  await deleteAttemptOf(database, attempt.id, userId);
}
