import { findCase } from '@/lib/content/library';
import type { AttemptDetail } from '@/lib/core/api-types';
import type { CaseStudy } from '@/lib/core/case-study';
import type { StepSuggestions } from '@/lib/core/feedback/feedback-api';
import { authorise, may } from '@/lib/core/review/access';
import { diffForComment } from '@/lib/core/review/comment-diff';
import type { Dimension } from '@/lib/core/review/dimensions';
import { ratedDimensions } from '@/lib/core/review/evidence';
import type {
  EarlierReview,
  LearnerNoteView,
  ReviewDetail,
  ReviewerClaim,
  SavedReplyView,
  SelfReviewView,
} from '@/lib/core/review/review-api';
import { findFollowedIds } from '@/lib/db/followed-attempts';
import { findLearnerNote } from '@/lib/db/learner-notes';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findName } from '@/lib/db/people';
import { asReadable, type ReadableAttempt } from '@/lib/db/readable-attempt';
import { findCommentAnswers } from '@/lib/db/review-comments';
import { findRequestNotes, type RequestNote } from '@/lib/db/review-request-notes';
import type { ReviewRow } from '@/lib/db/review-row';
import { findEarlierReviews, findOtherReviewers, findPublishedReviews, findReviewOf } from '@/lib/db/reviews';
import { findSavedReplies } from '@/lib/db/saved-replies';
import { findSelfReview } from '@/lib/db/self-reviews';
import { findAttemptStanding } from '@/lib/db/standing';
import { readAttempt } from './load-attempt';
import { readSuggestions } from './load-suggestions';
import type { Reader } from './reader';
import { readReview } from './review-detail';

/** How many earlier reviews of the same learner the desk shows. */
const MAX_EARLIER = 10;

/** Everything that a coach needs to review one attempt. */
export interface Desk {
  /** Without the candidate's own marks of expectations until this coach has published: they would colour the coach's. */
  readonly attempt: AttemptDetail;
  readonly candidate: { readonly id: string; readonly name: string };
  /** What the candidate asked to look at, one for each way the attempt came. */
  readonly requests: readonly RequestNote[];
  /** Expectations, worked answer, trade-offs, gotchas, follow-ups and exemplars; null when the case is gone. */
  readonly study: CaseStudy | null;
  /** What a band is given to. */
  readonly dimensions: readonly Dimension[];
  /** One's own; null before claiming. */
  readonly review: ReviewDetail | null;
  /** Who else is at it or has published, and when. */
  readonly others: readonly ReviewerClaim[];
  /** What other coaches wrote; empty until this one has published too. */
  readonly otherReviews: readonly ReviewDetail[];
  /** The candidate's own bands; null until this coach has published. */
  readonly selfReview: SelfReviewView | null;
  readonly learnerNote: LearnerNoteView | null;
  /** The latest first; those that this attempt follows before all. */
  readonly earlier: readonly EarlierReview[];
  readonly savedReplies: readonly SavedReplyView[];
  /** What the matcher found, in the steps that were looked through. */
  readonly suggestions: readonly StepSuggestions[];
}

/**
 * Loads the desk of a coach for one attempt.
 *
 * @throws AppError `not-found`, also for the candidate: the desk is the coach's.
 */
export async function loadDesk(reader: Reader, attemptId: string, now: Date): Promise<Desk> {
  const { database, userId } = reader;
  const before = await findAttemptStanding(database, attemptId, userId, now);
  const { standing } = before;
  if (standing.isOwner) authorise('claim-review', { ...standing, isOwner: false, isCoach: false }, NO_ATTEMPT);
  authorise('claim-review', standing, NO_ATTEMPT);
  const attempt = asReadable(before);
  const detail = await readAttempt(database, attempt);
  const seesMarks = may('read-self-marks', standing);

  const [row, others, requests, learnerNote, savedReplies, published, name, selfReview] = await Promise.all([
    findReviewOf(database, attemptId, userId),
    findOtherReviewers(database, attemptId, userId, now),
    findRequestNotes(database, attemptId, userId, now),
    findLearnerNote(database, userId, attempt.userId),
    findSavedReplies(database, userId),
    findPublishedReviews(database, attemptId),
    findName(database, attempt.userId),
    seesMarks ? findSelfReview(database, attemptId) : null,
  ]);
  const readable = published.filter(
    ({ coachId }) =>
      coachId !== userId && may('read-review', { ...standing, isReviewAuthor: false, review: 'published' }),
  );
  return {
    attempt: seesMarks ? detail : { ...detail, marks: [] },
    candidate: { id: attempt.userId, name },
    requests,
    study: findCase(attempt.caseSlug),
    dimensions: ratedDimensions(attempt.onlyStep),
    review: row && (await readReview(reader, row, attempt)),
    others,
    otherReviews: await Promise.all(readable.map((one) => readReview(reader, one, attempt))),
    selfReview,
    learnerNote,
    earlier: await loadEarlier(reader, attempt, detail, now),
    savedReplies,
    suggestions: await readSuggestions(database, attempt, detail),
  };
}

async function loadEarlier(
  reader: Reader,
  attempt: ReadableAttempt,
  detail: AttemptDetail,
  now: Date,
): Promise<EarlierReview[]> {
  const { database, userId } = reader;
  const key = { coachId: userId, learnerId: attempt.userId, except: attempt.id };
  const followed = await findFollowedIds(database, attempt);
  const [rows, answers] = await Promise.all([
    findEarlierReviews(database, key, MAX_EARLIER, followed),
    findCommentAnswers(database, attempt.id),
  ]);
  const earlier: EarlierReview[] = [];
  for (const row of rows) earlier.push(await readEarlier(reader, row, { attempt, detail, followed, answers, now }));
  return earlier;
}

async function readEarlier(
  reader: Reader,
  row: ReviewRow,
  at: {
    attempt: ReadableAttempt;
    detail: AttemptDetail;
    followed: readonly string[];
    answers: ReadonlyMap<string, boolean>;
    now: Date;
  },
): Promise<EarlierReview> {
  const before = await findAttemptStanding(reader.database, row.attemptId, reader.userId, at.now);
  const { attempt, standing } = before;
  const review = await readReview(reader, row, attempt);
  // The review stays its author's; the answers may have been taken away since.
  const isComparable = attempt.caseSlug === at.attempt.caseSlug && may('read-attempt', standing);
  const answersThen = isComparable ? await readAttempt(reader.database, asReadable(before)) : null;
  return {
    attempt: {
      id: attempt.id,
      caseSlug: attempt.caseSlug,
      caseTitle: findCase(attempt.caseSlug)?.title ?? null,
      mode: attempt.mode,
      level: attempt.level,
      submittedAt: attempt.submittedAt?.toISOString() ?? null,
    },
    isFollowed: at.followed.includes(attempt.id),
    review,
    comments: review.comments.map((comment) => ({
      comment,
      answered: at.answers.get(comment.id) ?? null,
      diff: answersThen && plain(diffForComment(comment, answersThen, at.detail)),
    })),
  };
}

/** The same without the promise that nobody changes it, which the schema of the reply does not make. */
function plain(diff: ReturnType<typeof diffForComment>): NonNullable<EarlierReview['comments'][number]['diff']> {
  return structuredClone(diff) as NonNullable<EarlierReview['comments'][number]['diff']>;
}
