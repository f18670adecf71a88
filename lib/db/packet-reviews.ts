import type { Prisma } from '@/.generated/prisma/sqlite/client';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { toStorable } from '@/lib/core/storable-json';
import type { DatabaseTransaction } from './client';
import { toStorableText } from './storable-text';

export interface NewPacketReview {
  readonly id: string;
  readonly attemptId: string;
  readonly packetId: string;
  readonly coachName: string;
  readonly now: Date;
}

/** The review that came in a packet. */
export async function findPacketReview(
  transaction: DatabaseTransaction,
  attemptId: string,
  packetId: string,
): Promise<string | null> {
  const row = await transaction.review.findUnique({
    where: { attemptId_packetId: { attemptId, packetId } },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** A review by somebody whom the server does not know. It is published from the start. */
export async function insertPacketReview(transaction: DatabaseTransaction, review: NewPacketReview): Promise<void> {
  const { id, attemptId, packetId, coachName, now } = review;
  await transaction.review.create({
    data: {
      id,
      attemptId,
      packetId,
      coachName: toStorableText(coachName),
      createdAt: now,
      claimedUntil: now,
      publishedAt: now,
    },
    select: { id: true },
  });
}

/** Adds a revision. The attempt is held, so nobody else adds one at the same time. */
export async function insertPacketSave(
  transaction: DatabaseTransaction,
  save: {
    readonly reviewId: string;
    readonly revision: number;
    readonly review: ReviewBody;
    readonly savedAt: Date;
  },
): Promise<void> {
  const { reviewId, revision, review, savedAt } = save;
  await transaction.reviewSave.create({
    data: { reviewId, revision, body: toStorable(review) as Prisma.InputJsonValue, savedAt },
    select: { revision: true },
  });
}
