import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import type { CommentStateWord } from '@/lib/core/review/review-words';
import { addNotices } from '@/lib/db/notices';
import { findName } from '@/lib/db/people';
import { findComment, setCommentState } from '@/lib/db/review-comments';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findReviewStanding, type StandingBeforeReview } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { deliverNotices } from './deliver-notices';

export const NO_COMMENT = 'There is no such comment, or it is not for you.';

/**
 * The review of a comment, and how somebody stands to it.
 *
 * @throws AppError `not-found`.
 */
export async function findCommentStanding(
  { database, userId, now }: Actor,
  commentId: string,
): Promise<StandingBeforeReview> {
  const comment = await findComment(database, commentId);
  if (comment === null) throw new AppError('not-found', NO_COMMENT);
  return findReviewStanding(database, comment.reviewId, userId, now);
}

/** Who reads what the other one did: the candidate or the coach, if that account is still there. */
export function otherSide({
  attempt,
  review,
  standing,
}: StandingBeforeReview): { readonly userId: string; readonly reader: 'candidate' | 'coach' } | null {
  if (!standing.isOwner) return { userId: attempt.userId, reader: 'candidate' };
  return review.coachId === null ? null : { userId: review.coachId, reader: 'coach' };
}

/**
 * Resolves a comment or opens it again. Candidate and coach may both; the other one is told when it is resolved.
 *
 * @throws AppError `not-found`.
 */
export async function changeCommentState(actor: Actor, commentId: string, state: CommentStateWord): Promise<void> {
  const { database, userId, now } = actor;
  const before = await findCommentStanding(actor, commentId);
  authorise('resolve-comment', before.standing, NO_COMMENT);
  const other = otherSide(before);
  const told = await inTransaction(database, async (transaction) => {
    // Held first, as by everybody: who deletes the attempt or one of the two waits, or is done.
    if (!(await lockAttemptRow(transaction, before.attempt.id))) throw new AppError('not-found', NO_COMMENT);
    const hasChanged = await setCommentState(transaction, commentId, state, now);
    if (!hasChanged || state !== 'resolved' || other === null) return [];
    const by = await findName(transaction, userId);
    const { id: attemptId, caseSlug } = before.attempt;
    const notice = { kind: 'comment-resolved' as const, by, reader: other.reader, commentId, attemptId, caseSlug };
    return addNotices(transaction, [{ userId: other.userId, createdAt: now, notice }]);
  });
  deliverNotices(database, told);
}
