import { randomBytes, randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import { authorise } from '@/lib/core/review/access';
import { MAX_SHARES, type ShareRequest } from '@/lib/core/review/share-api';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { countShares, insertShare, type ShareRow } from '@/lib/db/shares';
import { findAttemptStanding } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';

/** What nobody can guess: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * Makes a link by which a coach gets an attempt, with a note on what to look at.
 *
 * @throws AppError `not-found`, `needs-account`, `not-submitted`; `invalid` when it would be dead at once or there are too many.
 */
export async function createShare(
  { database, userId, now }: Actor,
  attemptId: string,
  { note, expiresAt }: ShareRequest,
): Promise<ShareRow> {
  const share: ShareRow = {
    id: randomUUID(),
    attemptId,
    token: newToken(),
    note,
    createdAt: now,
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    revokedAt: null,
  };
  await inTransaction(database, async (transaction) => {
    const { standing } = await findAttemptStanding(transaction, attemptId, userId, now);
    authorise('share-attempt', standing, NO_ATTEMPT);
    if (share.expiresAt !== null && share.expiresAt.getTime() <= now.getTime()) {
      throw invalid('expiresAt', 'Choose a time to come.');
    }
    if (!(await lockAttemptRow(transaction, attemptId))) throw new AppError('not-found', NO_ATTEMPT);
    if ((await countShares(transaction, attemptId)) >= MAX_SHARES) {
      throw invalid('attempt', `An attempt has at most ${MAX_SHARES} links.`);
    }
    await insertShare(transaction, share);
  });
  return share;
}
