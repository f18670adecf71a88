import { findCase } from '@/lib/content/library';
import { may } from '@/lib/core/review/access';
import type { SharePreview } from '@/lib/core/review/share-api';
import { findAttempt } from '@/lib/db/attempts';
import type { DatabaseClient } from '@/lib/db/client';
import { findIsGuest, findName } from '@/lib/db/people';
import { hasAccepted } from '@/lib/db/review-requests';
import { findShareByToken, isLive } from '@/lib/db/shares';

interface ShareReader {
  readonly database: DatabaseClient;
  /** Null for somebody without a session. */
  readonly userId: string | null;
  readonly now: Date;
}

/** What is behind a link, before anybody accepts it; null when it opens nothing. Changes nothing. */
export async function loadSharePreview(
  { database, userId, now }: ShareReader,
  token: string,
): Promise<SharePreview | null> {
  const share = await findShareByToken(database, token);
  const attempt = share && (await findAttempt(database, share.attemptId));
  if (!share || !attempt || attempt.submittedAt === null) return null;
  const isOwner = attempt.userId === userId;
  const isGuest = userId === null || (await findIsGuest(database, userId));
  if (!may('open-share', { isGuest, isOwner, isLive: isLive(share, now) })) return null;
  const accepted = userId !== null && (await hasAccepted(database, share.id, userId));
  return {
    caseSlug: attempt.caseSlug,
    caseTitle: findCase(attempt.caseSlug)?.title ?? null,
    candidateName: await findName(database, attempt.userId),
    mode: attempt.mode,
    level: attempt.level,
    onlyStep: attempt.onlyStep,
    submittedAt: attempt.submittedAt.toISOString(),
    note: share.note,
    expiresAt: share.expiresAt?.toISOString() ?? null,
    state: isOwner ? 'own' : accepted ? 'accepted' : 'open',
    attemptId: isOwner || accepted ? attempt.id : null,
  };
}
