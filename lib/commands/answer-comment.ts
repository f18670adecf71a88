import { AppError } from '@/lib/core/app-error';
import { authorise } from '@/lib/core/review/access';
import { findFollowedIds } from '@/lib/db/followed-attempts';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findComment, putCommentAnswer } from '@/lib/db/review-comments';
import { findAttemptStanding, findReviewStanding } from '@/lib/db/standing';
import type { Actor } from './actor';
import { NO_COMMENT } from './change-comment-state';

interface AnswerComment {
  readonly attemptId: string;
  readonly commentId: string;
  readonly answered: boolean;
}

/**
 * Records in an attempt whether it answers a comment on one of the attempts that it follows.
 *
 * @throws AppError `not-found`, also for a comment on any other attempt; `mark-yourself-first`.
 */
export async function answerComment(
  { database, userId, now }: Actor,
  { attemptId, commentId, answered }: AnswerComment,
): Promise<void> {
  const { attempt, standing } = await findAttemptStanding(database, attemptId, userId, now);
  authorise('answer-comments', standing, NO_ATTEMPT);
  const comment = await findComment(database, commentId);
  if (comment === null || !(await findFollowedIds(database, attempt)).includes(comment.attemptId)) {
    throw new AppError('not-found', NO_COMMENT);
  }
  const commented = await findReviewStanding(database, comment.reviewId, userId, now);
  authorise('read-review', commented.standing, NO_COMMENT);
  await putCommentAnswer(database, { commentId, attemptId, answered, now });
}
