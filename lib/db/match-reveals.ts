import { z } from 'zod';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import type { DatabaseClient, DatabaseTransaction } from './client';
import type { OwnAttempt } from './own-attempt';

const stepSchema = z.enum(STEP_IDS);

export interface Reveal {
  readonly step: StepId;
  readonly revealedAt: string;
}

/** The steps whose findings are shown beside the candidate's own marks, in their order. */
export async function findReveals(database: DatabaseClient, attempt: OwnAttempt): Promise<Reveal[]> {
  const rows = await database.matchReveal.findMany({
    where: { attemptId: attempt.id },
    select: { step: true, revealedAt: true },
  });
  return rows
    .map(({ step, revealedAt }) => ({ step: stepSchema.parse(step), revealedAt: revealedAt.toISOString() }))
    .sort((a, b) => STEP_IDS.indexOf(a.step) - STEP_IDS.indexOf(b.step));
}

/** Reveals a step; the first time counts. */
export async function insertReveal(
  transaction: DatabaseTransaction,
  attempt: OwnAttempt,
  step: StepId,
  now: Date,
): Promise<void> {
  const where = { attemptId: attempt.id, step };
  await transaction.matchReveal.upsert({
    where: { attemptId_step: where },
    create: { ...where, revealedAt: now },
    update: {},
    select: { step: true },
  });
}
