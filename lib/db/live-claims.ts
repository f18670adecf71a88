import type { DatabaseClient } from './client';
import { fromStorableText } from './storable-text';

/** More attempts than anybody is at. */
const MOST = 1000;

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

/** The attempts that somebody else is at now. Claims are short, so they are few in the whole database. */
export async function findClaimedAttempts(database: DatabaseClient, userId: string, now: Date): Promise<string[]> {
  const rows = await database.review.findMany({
    where: {
      claimedUntil: { gt: now },
      publishedAt: null,
      OR: [{ coachId: null }, { coachId: { not: userId } }],
    },
    select: { attemptId: true },
    take: MOST,
  });
  return [...new Set(rows.map(({ attemptId }) => attemptId))];
}

/** The attempts that this person has begun to review. */
export async function findBegunAttempts(database: DatabaseClient, userId: string): Promise<string[]> {
  const rows = await database.review.findMany({
    where: { coachId: userId, publishedAt: null },
    select: { attemptId: true },
    take: MOST,
  });
  return rows.map(({ attemptId }) => attemptId);
}
