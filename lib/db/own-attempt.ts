import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { findAttempt } from './attempts';
import type { DatabaseClient, DatabaseTransaction } from './client';
import type { ReadableAttempt } from './readable-attempt';

declare const owned: unique symbol;

/** An attempt that belongs to the person who asks. What acts on an attempt takes this and no bare id. */
export type OwnAttempt = ReadableAttempt & { readonly [owned]: true };

/** The same words for an attempt that does not exist and for one that is another's. */
export const NO_ATTEMPT = 'There is no such attempt, or it is not yours.';

/** Ids are ours; anything else is not worth a query, and PostgreSQL refuses some of it. */
export function isAttemptId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text);
}

/**
 * Loads an attempt of that person.
 *
 * @throws AppError `not-found`, also when it is somebody else's: nobody learns which attempts exist.
 */
export async function getOwnAttempt(
  database: DatabaseClient | DatabaseTransaction,
  attemptId: string,
  userId: string,
): Promise<OwnAttempt> {
  const attempt = isAttemptId(attemptId) ? await findAttempt(database, attemptId) : null;
  if (attempt === null) throw new AppError('not-found', NO_ATTEMPT);
  authorise('use-attempt', { isOwner: attempt.userId === userId }, NO_ATTEMPT);
  return attempt as OwnAttempt;
}
