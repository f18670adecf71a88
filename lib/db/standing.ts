import { AppError } from '@/lib/core/app-error';
import type { AttemptStanding, ReviewStanding } from '@/lib/core/review/access';
import type { Attempt } from './attempts';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { isAttemptId, NO_ATTEMPT } from './own-attempt';
import { type ReviewRow, reviewColumns, toReviewRow } from './review-row';

type Client = DatabaseClient | DatabaseTransaction;

export interface StandingBeforeAttempt {
  readonly attempt: Attempt;
  readonly standing: AttemptStanding;
}

export interface StandingBeforeReview extends StandingBeforeAttempt {
  readonly review: ReviewRow;
  readonly standing: ReviewStanding;
}

type Flag = boolean | number | bigint | null;

interface StandingRow extends Attempt {
  readonly isAnonymous: Flag;
  readonly isCoach: Flag;
  readonly hasReview: Flag;
  readonly hasPublished: Flag;
  readonly hasMarkedSelf: Flag;
}

/** SQLite has no type for a truth that was computed. */
const isTrue = (flag: Flag): boolean => flag === true || (typeof flag !== 'boolean' && Number(flag) === 1);

/**
 * How somebody stands to an attempt, and the attempt. A request by a link counts until it expires (revoking deletes it); a
 * group's, while the one is its coach and the candidate is in it. One statement, because every save of a review asks this.
 *
 * What comes out is not yet allowed anything: ask lib/core/review/access.ts.
 *
 * @throws AppError `not-found` when there is no such attempt.
 */
export async function findAttemptStanding(
  database: Client,
  attemptId: string,
  userId: string,
  now: Date,
): Promise<StandingBeforeAttempt> {
  const rows = isAttemptId(attemptId)
    ? await database.$queryRaw<StandingRow[]>`
    SELECT "Attempt"."id", "Attempt"."userId", "Attempt"."caseSlug", "Attempt"."caseHash", "Attempt"."mode",
      "Attempt"."level", "Attempt"."createdAt", "Attempt"."updatedAt", "Attempt"."submittedAt", "Attempt"."onlyStep",
      "Attempt"."followsId", "Attempt"."assignmentId",
      (SELECT "User"."isAnonymous" FROM "User" WHERE "User"."id" = ${userId}) AS "isAnonymous",
      EXISTS (
        SELECT 1 FROM "ReviewRequest" AS "request"
        WHERE "request"."attemptId" = "Attempt"."id" AND (
          ("request"."coachId" = ${userId} AND ("request"."expiresAt" IS NULL OR "request"."expiresAt" > ${now}))
          OR EXISTS (
            SELECT 1 FROM "GroupMember" AS "coach"
            JOIN "GroupMember" AS "candidate" ON "candidate"."groupId" = "coach"."groupId"
              AND "candidate"."userId" = "Attempt"."userId"
            WHERE "coach"."groupId" = "request"."groupId" AND "coach"."userId" = ${userId} AND "coach"."role" = 'coach'))
      ) AS "isCoach",
      EXISTS (
        SELECT 1 FROM "Review" WHERE "Review"."attemptId" = "Attempt"."id" AND "Review"."coachId" = ${userId}
      ) AS "hasReview",
      EXISTS (
        SELECT 1 FROM "Review" WHERE "Review"."attemptId" = "Attempt"."id" AND "Review"."coachId" = ${userId}
          AND "Review"."publishedAt" IS NOT NULL
      ) AS "hasPublished",
      EXISTS (SELECT 1 FROM "SelfReview" WHERE "SelfReview"."attemptId" = "Attempt"."id") AS "hasMarkedSelf"
    FROM "Attempt" WHERE "Attempt"."id" = ${attemptId}`
    : [];
  const row = rows[0];
  if (!row) throw new AppError('not-found', NO_ATTEMPT);
  const { isAnonymous, isCoach, hasReview, hasPublished, hasMarkedSelf, ...attempt } = row;
  const isOwner = attempt.userId === userId;
  return {
    attempt,
    standing: {
      isGuest: isTrue(isAnonymous),
      isOwner,
      // Whoever coaches a group that they share an attempt of their own with does not review it.
      isCoach: isTrue(isCoach) && !isOwner,
      attempt: attempt.submittedAt === null ? 'open' : 'submitted',
      ownReview: isTrue(hasPublished) ? 'published' : isTrue(hasReview) ? 'draft' : 'none',
      hasMarkedSelf: isTrue(hasMarkedSelf),
    },
  };
}

export const NO_REVIEW = 'There is no such review, or it is not yours.';

/**
 * How somebody stands to a review, with the review and its attempt.
 *
 * @throws AppError `not-found` when there is no such review.
 */
export async function findReviewStanding(
  database: Client,
  reviewId: string,
  userId: string,
  now: Date,
): Promise<StandingBeforeReview> {
  const row = isAttemptId(reviewId)
    ? await database.review.findUnique({ where: { id: reviewId }, select: reviewColumns })
    : null;
  if (row === null) throw new AppError('not-found', NO_REVIEW);
  const review = toReviewRow(row);
  const { attempt, standing } = await findAttemptStanding(database, review.attemptId, userId, now);
  return {
    review,
    attempt,
    standing: {
      ...standing,
      isReviewAuthor: review.coachId === userId,
      review: review.publishedAt === null ? 'draft' : 'published',
    },
  };
}
