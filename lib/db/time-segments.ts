import type { AnswerSlot } from '@/lib/core/attempt';
import { answerSlotSchema } from '@/lib/core/attempt-schemas';
import type { DatabaseClient, DatabaseTransaction } from './client';
import type { OwnAttempt } from './own-attempt';
import type { ReadableAttempt } from './readable-attempt';

export interface StoredSegment {
  readonly id: string;
  readonly step: AnswerSlot;
  readonly startedAt: Date;
  readonly activeMs: number;
}

/** The stretches of work of an attempt, in order of their start. */
export async function findSegments(
  database: DatabaseClient | DatabaseTransaction,
  attempt: ReadableAttempt,
): Promise<StoredSegment[]> {
  const rows = await database.timeSegment.findMany({
    where: { attemptId: attempt.id },
    select: { id: true, step: true, startedAt: true, activeMs: true },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, step: answerSlotSchema.parse(row.step) }));
}

/** Stores a segment, or lets a stored one grow. It never shrinks, and its start never moves. */
export async function putSegment(
  transaction: DatabaseTransaction,
  attempt: OwnAttempt,
  { id, step, startedAt, activeMs }: StoredSegment,
): Promise<void> {
  await transaction.timeSegment.upsert({
    where: { attemptId_id: { attemptId: attempt.id, id } },
    create: { attemptId: attempt.id, id, step, startedAt, activeMs },
    update: {},
    select: { id: true },
  });
  await transaction.timeSegment.updateMany({
    where: { attemptId: attempt.id, id, activeMs: { lt: activeMs } },
    data: { activeMs },
  });
}

/** Time worked on each of a person's attempts, in milliseconds. Attempts with none are not in the map. */
export async function sumActiveMs(database: DatabaseClient, userId: string): Promise<Map<string, number>> {
  const sums = await database.timeSegment.groupBy({
    by: ['attemptId'],
    where: { attempt: { userId } },
    _sum: { activeMs: true },
  });
  return new Map(sums.map((sum) => [sum.attemptId, sum._sum.activeMs ?? 0]));
}
