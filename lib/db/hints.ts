import { z } from 'zod';
import type { HintTaken } from '@/lib/core/api-types';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import type { DatabaseClient, DatabaseTransaction } from './client';
import type { OwnAttempt } from './own-attempt';
import type { ReadableAttempt } from './readable-attempt';

const stepSchema = z.enum(STEP_IDS);

/** The hints taken in an attempt, in the order of the steps and their numbers. */
export async function findHints(
  database: DatabaseClient | DatabaseTransaction,
  attempt: ReadableAttempt,
): Promise<HintTaken[]> {
  const rows = await database.hintTaken.findMany({
    where: { attemptId: attempt.id },
    select: { step: true, number: true, takenAt: true },
    orderBy: { number: 'asc' },
  });
  return rows
    .map((row) => ({ step: stepSchema.parse(row.step), number: row.number, takenAt: row.takenAt.toISOString() }))
    .sort((a, b) => STEP_IDS.indexOf(a.step) - STEP_IDS.indexOf(b.step));
}

/** Notes that a hint was taken. Taken again, it keeps its first time. */
export async function insertHint(
  transaction: DatabaseTransaction,
  attempt: OwnAttempt,
  hint: { readonly step: StepId; readonly number: number; readonly takenAt: Date },
): Promise<void> {
  const { step, number, takenAt } = hint;
  await transaction.hintTaken.upsert({
    where: { attemptId_step_number: { attemptId: attempt.id, step, number } },
    create: { attemptId: attempt.id, step, number, takenAt },
    update: {},
    select: { number: true },
  });
}
