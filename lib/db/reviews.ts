import { Prisma } from '@/.generated/prisma/sqlite/client';
import type { ReviewerClaim, ReviewState } from '@/lib/core/review/review-api';
import { EMPTY_REVIEW, type ReviewBody, reviewBodySchema } from '@/lib/core/review/review-body';
import { toStorable } from '@/lib/core/storable-json';
import { type DatabaseClient, type DatabaseTransaction, engineOf } from './client';
import { noteClaim } from './live-claims';
import { type ReviewRow, reviewColumns, toReviewRow } from './review-row';
import { fromStorableText, toStorableText } from './storable-text';
import { readJsonColumn } from './stored-json';

type Client = DatabaseClient | DatabaseTransaction;

export interface NewReview {
  readonly id: string;
  readonly attemptId: string;
  readonly coachId: string;
  readonly coachName: string;
  readonly createdAt: Date;
  readonly claimedUntil: Date;
}

/** Begins a review and claims the attempt, which is held, so that it is there and nobody begins the same one. */
export async function insertReview(transaction: DatabaseTransaction, review: NewReview): Promise<void> {
  await transaction.review.create({
    data: { ...review, coachName: toStorableText(review.coachName) },
    select: { id: true },
  });
  await noteClaim(transaction, review.attemptId, review.claimedUntil);
}

/** This coach's review of an attempt. */
export async function findReviewOf(database: Client, attemptId: string, coachId: string): Promise<ReviewRow | null> {
  const row = await database.review.findUnique({
    where: { attemptId_coachId: { attemptId, coachId } },
    select: reviewColumns,
  });
  return row && toReviewRow(row);
}

/** The published reviews of an attempt, the first one first. */
export function findPublishedReviews(database: Client, attemptId: string): Promise<ReviewRow[]> {
  return findPublishedReviewsAmong(database, [attemptId]);
}

/** The same of several attempts, in one order. */
export async function findPublishedReviewsAmong(database: Client, attemptIds: readonly string[]): Promise<ReviewRow[]> {
  if (attemptIds.length === 0) return [];
  const rows = await database.review.findMany({
    where: { attemptId: { in: [...attemptIds] }, publishedAt: { not: null } },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    select: reviewColumns,
  });
  return rows.map(toReviewRow);
}

/**
 * The published reviews that a coach has written of a learner's other attempts: those of the followed attempts first, then the
 * others, each the latest first.
 */
export async function findEarlierReviews(
  database: Client,
  { coachId, learnerId, except }: { readonly coachId: string; readonly learnerId: string; readonly except: string },
  limit: number,
  followedIds: readonly string[],
): Promise<ReviewRow[]> {
  const theirs = { coachId, publishedAt: { not: null }, attempt: { userId: learnerId } };
  const rows = await Promise.all(
    [{ in: [...followedIds] }, { notIn: [except, ...followedIds] }].map((attemptId) =>
      database.review.findMany({
        where: { ...theirs, attemptId },
        orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
        take: limit,
        select: reviewColumns,
      }),
    ),
  );
  return rows.flat().map(toReviewRow);
}

/** Every published review of a person's attempts, with the case that each was about. */
export async function findReceivedReviews(
  database: Client,
  userId: string,
): Promise<(ReviewRow & { readonly caseSlug: string })[]> {
  const rows = await database.review.findMany({
    where: { publishedAt: { not: null }, attempt: { userId } },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    select: { ...reviewColumns, attempt: { select: { caseSlug: true } } },
  });
  return rows.map(({ attempt, ...row }) => ({ ...toReviewRow(row), caseSlug: attempt.caseSlug }));
}

/** Who else is at an attempt or has published a review of it; a claim that ran out is nobody's. */
export async function findOtherReviewers(
  database: Client,
  attemptId: string,
  userId: string,
  now: Date,
): Promise<ReviewerClaim[]> {
  const rows = await database.review.findMany({
    where: {
      attemptId,
      // Null is unequal to nothing in SQL: a packet's review is somebody else's.
      AND: [
        { OR: [{ coachId: null }, { coachId: { not: userId } }] },
        { OR: [{ publishedAt: { not: null } }, { claimedUntil: { gt: now } }] },
      ],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: reviewColumns,
  });
  return rows.map(({ coachName, packetId, claimedUntil, publishedAt }) => ({
    name: fromStorableText(coachName),
    fromPacket: packetId !== null,
    until: publishedAt === null ? claimedUntil.toISOString() : null,
    publishedAt: publishedAt?.toISOString() ?? null,
  }));
}

export interface NewReviewSave {
  readonly reviewId: string;
  readonly coachId: string;
  readonly baseRevision: number;
  readonly review: ReviewBody;
  readonly savedAt: Date;
}

/**
 * Adds a save, if the review is this coach's and not published, and the save is based on the newest one and differs from it.
 * One statement decides and writes, as in `insertSave`: of any number of saves on the same base exactly one is taken, and
 * none after a publication.
 *
 * @returns false when it was not taken; the caller finds out why.
 */
export async function insertReviewSave(database: DatabaseClient, save: NewReviewSave): Promise<boolean> {
  const { reviewId, coachId, baseRevision, savedAt } = save;
  const body = JSON.stringify(toStorable(save.review));
  const lock = engineOf(database) === 'postgresql' ? Prisma.raw('FOR SHARE OF "Review"') : Prisma.empty;
  const taken = await database.$executeRaw`
    INSERT INTO "ReviewSave" ("reviewId", "revision", "body", "savedAt")
    SELECT "Review"."id", ${baseRevision + 1}, ${body}, ${savedAt}
    FROM "Review"
    WHERE "Review"."id" = ${reviewId} AND "Review"."coachId" = ${coachId} AND "Review"."publishedAt" IS NULL
      AND ${baseRevision} = (SELECT coalesce(max("revision"), 0) FROM "ReviewSave" WHERE "reviewId" = ${reviewId})
      AND NOT EXISTS (
        SELECT 1 FROM "ReviewSave"
        WHERE "reviewId" = ${reviewId} AND "revision" = ${baseRevision} AND "body" = ${body})
    ${lock}
    ON CONFLICT DO NOTHING`;
  return taken === 1;
}

/** What a review holds; revision 0 and an empty review before the first save. */
export async function findReviewState(database: Client, reviewId: string): Promise<ReviewState> {
  const row = await database.reviewSave.findFirst({
    where: { reviewId },
    orderBy: { revision: 'desc' },
    select: { revision: true, body: true, savedAt: true },
  });
  if (!row) return { revision: 0, savedAt: null, review: EMPTY_REVIEW };
  return {
    revision: row.revision,
    savedAt: row.savedAt.toISOString(),
    review: readJsonColumn(row.body, reviewBodySchema, `ReviewSave ${reviewId}/${row.revision}`),
  };
}

/**
 * Freezes a review, and makes a save that began before wait or fail.
 *
 * @returns false when it was published already or is gone.
 */
export async function setPublished(transaction: DatabaseTransaction, reviewId: string, now: Date): Promise<boolean> {
  const { count } = await transaction.review.updateMany({
    where: { id: reviewId, publishedAt: null },
    data: { publishedAt: now, claimedUntil: now },
  });
  return count === 1;
}

/** The requests that a coach's review answers: theirs by a link, and those of the groups that they coach. */
export async function setRequestsReviewed(
  transaction: DatabaseTransaction,
  attemptId: string,
  coachId: string,
  now: Date,
): Promise<void> {
  await transaction.reviewRequest.updateMany({
    where: {
      attemptId,
      reviewedAt: null,
      OR: [{ coachId }, { group: { members: { some: { userId: coachId, role: 'coach' } } } }],
    },
    // Nobody's claim matters to it any more.
    data: { reviewedAt: now, claimSlot: null },
  });
}

/** The candidate's word on a review; the last one counts. */
export async function setHelped(database: Client, reviewId: string, helped: string, now: Date): Promise<void> {
  await database.review.updateMany({
    where: { id: reviewId, publishedAt: { not: null } },
    data: { helped, ratedAt: now },
  });
}
