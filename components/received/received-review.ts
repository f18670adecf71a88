import type { AnswerMark } from '@/components/answers/answer-marks';
import type { BoardExpectation } from '@/components/attempts/board-context';
import type { DeskComment } from '@/components/review/desk-context';
import { deskMarks } from '@/components/review/desk-marks';
import { inAnswerOrder } from '@/lib/core/review/comment-order';
import type { PassagesBySlot } from '@/lib/core/review/evidence';
import type { CommentView, ReceivedReview } from '@/lib/core/review/review-api';
import type { ReviewBody } from '@/lib/core/review/review-body';

/** The parts of a review that stand beside the answer, under the name of its coach. */
export interface CoachMarks {
  /** Of the review; begins the ids of its marks, so that two reviews of one answer do not meet. */
  readonly id: string;
  readonly coachName: string;
  readonly review: ReviewBody;
}

export const marksOfCoach = ({ id, coachName, review }: ReceivedReview): CoachMarks => ({ id, coachName, review });

/** The id of a mark of one coach among those of all. */
export const coachMarkId = (reviewId: string, markId: string) => `${reviewId}|${markId}`;

/** The comments of all reviews in the order of the answer, numbered through; with names when there are several coaches. */
export function receivedComments(
  coaches: readonly CoachMarks[],
  threads: readonly CommentView[],
  passages: PassagesBySlot,
): DeskComment[] {
  const nameOf = new Map(coaches.map(({ id, coachName }) => [id, coachName]));
  return inAnswerOrder(threads, passages).map((thread, index) => {
    const { id, kind, step, quote, text, reviewId } = thread;
    const by = nameOf.get(reviewId);
    const named = coaches.length > 1 && by !== undefined ? { by } : {};
    return { id, kind, step, quote, text, number: index + 1, thread, ...named };
  });
}

/** Everything that points at words of the answer: the comments, then each coach's expectations and evidence. */
export function receivedMarks(
  coaches: readonly CoachMarks[],
  comments: readonly DeskComment[],
  expectations: readonly BoardExpectation[],
): AnswerMark[] {
  const ofCoaches = coaches.flatMap(({ id, coachName, review }) =>
    deskMarks(review, [], expectations).map((mark) => ({
      ...mark,
      id: coachMarkId(id, mark.id),
      name: coaches.length > 1 ? `${coachName}: ${mark.name}` : mark.name,
    })),
  );
  return [...deskMarks({ expectations: {}, dimensions: {} }, comments, []), ...ofCoaches];
}

/** The item that a mark belongs to: a comment's is its own, an expectation and a dimension have one for all coaches. */
export const itemOfReceivedMark = (markId: string) => (markId.split('|').at(-1) ?? markId).split('#')[0] ?? markId;
