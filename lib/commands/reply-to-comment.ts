import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { type CommentReplyView, MAX_REPLIES } from '@/lib/core/review/review-api';
import { addNotices } from '@/lib/db/notices';
import { findName } from '@/lib/db/people';
import { countReplies, findComment, insertReply } from '@/lib/db/review-comments';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { findCommentStanding, NO_COMMENT, otherSide } from './change-comment-state';
import { deliverNotices } from './deliver-notices';

/**
 * Writes under a comment: the candidate to the coach or the other way round. The other one is told.
 *
 * @throws AppError `not-found`; `too-large` when the thread has as many replies as fit.
 */
export async function replyToComment(actor: Actor, commentId: string, text: string): Promise<CommentReplyView> {
  const { database, userId, now } = actor;
  const before = await findCommentStanding(actor, commentId);
  authorise('reply-to-comment', before.standing, NO_COMMENT);
  const other = otherSide(before);
  const id = randomUUID();
  const { authorName, told } = await inTransaction(database, async (transaction) => {
    // Held first, as by everybody: who deletes the attempt or one of the two waits, or is done.
    if (!(await lockAttemptRow(transaction, before.attempt.id))) throw new AppError('not-found', NO_COMMENT);
    if ((await findComment(transaction, commentId)) === null) throw new AppError('not-found', NO_COMMENT);
    if ((await countReplies(transaction, commentId)) >= MAX_REPLIES) {
      throw new AppError('too-large', `A comment has at most ${MAX_REPLIES} replies.`);
    }
    const by = await findName(transaction, userId);
    await insertReply(transaction, { id, commentId, authorId: userId, authorName: by, text, createdAt: now });
    if (other === null) return { authorName: by, told: [] };
    const { id: attemptId, caseSlug } = before.attempt;
    const notice = { kind: 'comment-reply' as const, by, reader: other.reader, commentId, attemptId, caseSlug };
    return { authorName: by, told: await addNotices(transaction, [{ userId: other.userId, createdAt: now, notice }]) };
  });
  deliverNotices(database, told);
  return { id, authorName, isMine: true, text, createdAt: now.toISOString() };
}
