import { claimSlot } from '@/lib/core/review/claim-slot';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { lockAttemptRow } from './row-locks';
import { fromStorableText } from './storable-text';
import { inTransaction } from './transaction';

/** A review that somebody has begun or published, as the queue shows it. */
export interface QueuedReview {
  readonly id: string;
  readonly attemptId: string;
  readonly coachId: string | null;
  readonly coachName: string;
  readonly claimedUntil: Date;
  readonly publishedAt: Date | null;
}

const columns = {
  id: true,
  attemptId: true,
  coachId: true,
  coachName: true,
  claimedUntil: true,
  publishedAt: true,
} as const;

/** This person's reviews of these attempts, and the claims of others that are live. */
export async function findQueuedReviews(
  database: DatabaseClient,
  {
    attemptIds,
    userId,
    now,
  }: {
    readonly attemptIds: readonly string[];
    readonly userId: string;
    readonly now: Date;
  },
): Promise<QueuedReview[]> {
  const rows = await database.review.findMany({
    where: {
      attemptId: { in: [...attemptIds] },
      OR: [{ coachId: userId }, { publishedAt: null, claimedUntil: { gt: now } }],
    },
    select: columns,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, coachName: fromStorableText(row.coachName) }));
}

/**
 * Writes down, at every request that waits for a review of an attempt, in which half hour a claim on it ends. It only moves on: a claim
 * that ends earlier than another one's is not the last. Whoever calls holds the attempt, so no request is made meanwhile.
 */
export async function noteClaim(transaction: DatabaseTransaction, attemptId: string, until: Date): Promise<void> {
  const slot = claimSlot(until);
  await transaction.reviewRequest.updateMany({
    where: { attemptId, reviewedAt: null, OR: [{ claimSlot: null }, { claimSlot: { lt: slot } }] },
    data: { claimSlot: slot },
  });
}

/** What `noteClaim` would have written at a request that is only made now. The caller holds the attempt. */
export async function findClaimSlot(transaction: DatabaseTransaction, attemptId: string): Promise<number | null> {
  const last = await transaction.review.findFirst({
    where: { attemptId, publishedAt: null },
    orderBy: { claimedUntil: 'desc' },
    select: { claimedUntil: true },
  });
  return last && claimSlot(last.claimedUntil);
}

/** Moves a claim on; a published review has none. */
export async function moveClaim(
  database: DatabaseClient,
  { id, attemptId }: { readonly id: string; readonly attemptId: string },
  until: Date,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    if (!(await lockAttemptRow(transaction, attemptId))) return;
    const { count } = await transaction.review.updateMany({
      where: { id, publishedAt: null },
      data: { claimedUntil: until },
    });
    if (count === 1) await noteClaim(transaction, attemptId, until);
  });
}

/** Ends a claim. Where it is noted it stays: the queue looks whether it is live. */
export async function endClaim(database: DatabaseClient, reviewId: string, now: Date): Promise<void> {
  await database.review.updateMany({ where: { id: reviewId, publishedAt: null }, data: { claimedUntil: now } });
}
