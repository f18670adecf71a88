import { deleteAttemptOf } from '@/lib/db/attempts';
import { passFollowersOn } from '@/lib/db/followed-attempts';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

/**
 * Deletes an attempt with its answers, their history, hints, time, marks and reviews. There is no way back. Attempts that follow it
 * follow the one before it from now on, so that the open comments of that one are still carried.
 *
 * @throws AppError `not-found`.
 */
export async function deleteAttempt({ database, userId }: Omit<Actor, 'now'>, attemptId: string): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const attempt = await getOwnAttempt(transaction, attemptId, userId);
    await passFollowersOn(database, transaction, attempt.id);
    await deleteAttemptOf(transaction, attempt.id, userId);
  });
}
