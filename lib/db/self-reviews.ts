import type { Prisma } from '@/.generated/prisma/sqlite/client';
import { type SelfReviewBands, type SelfReviewView, selfReviewBands } from '@/lib/core/review/review-api';
import { toStorable } from '@/lib/core/storable-json';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { readJsonColumn } from './stored-json';

type Client = DatabaseClient | DatabaseTransaction;

interface SelfReviewRow {
  readonly attemptId: string;
  readonly body: unknown;
  readonly skipped: boolean;
  readonly savedAt: Date;
}

function toView(row: SelfReviewRow): SelfReviewView {
  return {
    bands: readJsonColumn(row.body, selfReviewBands, `SelfReview ${row.attemptId}`),
    skipped: row.skipped,
    savedAt: row.savedAt.toISOString(),
  };
}

export async function findSelfReview(database: Client, attemptId: string): Promise<SelfReviewView | null> {
  const row = await database.selfReview.findUnique({ where: { attemptId } });
  return row && toView(row);
}

/** A person's marks of their own attempts, by the attempt's id. */
export async function findSelfReviewsOf(database: Client, userId: string): Promise<Map<string, SelfReviewView>> {
  const rows = await database.selfReview.findMany({ where: { attempt: { userId } } });
  return new Map(rows.map((row) => [row.attemptId, toView(row)]));
}

/** Stores the candidate's own marks, in place of earlier ones. */
export async function putSelfReview(
  database: Client,
  attemptId: string,
  { bands, skipped, savedAt }: { bands: SelfReviewBands; skipped: boolean; savedAt: Date },
): Promise<void> {
  const data = { body: toStorable(bands) as Prisma.InputJsonValue, skipped, savedAt };
  await database.selfReview.upsert({
    where: { attemptId },
    create: { attemptId, ...data },
    update: data,
    select: { attemptId: true },
  });
}
