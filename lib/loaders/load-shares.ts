import { authorise } from '@/lib/core/review/access';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findGroupRequests, type GroupRequest } from '@/lib/db/review-requests';
import { findSharesOf, type OpenedShare } from '@/lib/db/shares';
import { findAttemptStanding } from '@/lib/db/standing';
import type { Reader } from './reader';

/**
 * By which links an attempt of one's own was given away and who accepted them, and the groups it is shared with.
 *
 * @throws AppError `not-found`.
 */
export async function loadShares(
  { database, userId }: Reader,
  attemptId: string,
  now: Date,
): Promise<{ shares: OpenedShare[]; groups: GroupRequest[] }> {
  const { standing } = await findAttemptStanding(database, attemptId, userId, now);
  authorise('list-shares', standing, NO_ATTEMPT);
  const [shares, groups] = await Promise.all([
    findSharesOf(database, attemptId),
    findGroupRequests(database, attemptId),
  ]);
  return { shares, groups };
}
