import { authorise } from '@/lib/core/review/access';
import type { ShareList, ShareView } from '@/lib/core/review/share-api';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findGroupRequests } from '@/lib/db/review-requests';
import { findSharesOf, type ShareRow } from '@/lib/db/shares';
import { findAttemptStanding } from '@/lib/db/standing';
import type { Reader } from './reader';

type ShareUrl = (token: string) => string;

/** What a candidate sees of a link of theirs. */
export function viewShare(share: ShareRow, shareUrl: ShareUrl): ShareView {
  return {
    id: share.id,
    url: shareUrl(share.token),
    token: share.token,
    note: share.note,
    createdAt: share.createdAt.toISOString(),
    expiresAt: share.expiresAt?.toISOString() ?? null,
    revokedAt: share.revokedAt?.toISOString() ?? null,
  };
}

/**
 * By which links an attempt of one's own was given away and who accepted them, and the groups it is shared with.
 *
 * @param shareUrl makes the address of a link.
 * @throws AppError `not-found`.
 */
export async function loadShares(
  { database, userId }: Reader,
  attemptId: string,
  now: Date,
  shareUrl: ShareUrl,
): Promise<ShareList> {
  const { standing } = await findAttemptStanding(database, attemptId, userId, now);
  authorise('list-shares', standing, NO_ATTEMPT);
  const [shares, groups] = await Promise.all([
    findSharesOf(database, attemptId),
    findGroupRequests(database, attemptId),
  ]);
  return {
    shares: shares.map((share) => ({
      ...viewShare(share, shareUrl),
      opened: share.opened.map(({ name, at }) => ({ name, at: at.toISOString() })),
    })),
    groups: groups.map(({ groupId, groupName, note, requestedAt }) => ({
      groupId,
      name: groupName,
      note,
      requestedAt: requestedAt.toISOString(),
    })),
  };
}
