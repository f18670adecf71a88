import { z } from 'zod';
import type { Prisma } from '@/.generated/prisma/sqlite/client';
import { type MatchCorrection, VERDICTS } from '@/lib/core/feedback/feedback-api';
import { quoteSchema } from '@/lib/core/quote';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import { toStorable } from '@/lib/core/storable-json';
import type { DatabaseClient, DatabaseTransaction } from './client';
import type { OwnAttempt } from './own-attempt';
import { readJsonColumn } from './stored-json';

type Client = DatabaseClient | DatabaseTransaction;
const stepSchema = z.enum(STEP_IDS);
const verdictSchema = z.enum(VERDICTS);

/** What the candidate said against the matcher, step by step. */
export async function findCorrections(database: Client, attempt: OwnAttempt): Promise<MatchCorrection[]> {
  const rows = await database.matchCorrection.findMany({
    where: { attemptId: attempt.id },
    select: { step: true, expectationId: true, verdict: true, quote: true, correctedAt: true },
    orderBy: { expectationId: 'asc' },
  });
  return rows
    .map(({ step, expectationId, verdict, quote, correctedAt }) => ({
      step: stepSchema.parse(step),
      expectationId,
      verdict: verdictSchema.parse(verdict),
      quote: readJsonColumn(quote, quoteSchema, `MatchCorrection ${attempt.id}/${step}/${expectationId}`),
      correctedAt: correctedAt.toISOString(),
    }))
    .sort((a, b) => STEP_IDS.indexOf(a.step) - STEP_IDS.indexOf(b.step));
}

/** Stores a correction, in place of an earlier one of the same expectation. */
export async function putCorrection(
  database: Client,
  attempt: OwnAttempt,
  { step, expectationId, verdict, quote, correctedAt }: MatchCorrection,
): Promise<void> {
  const data = {
    verdict,
    quote: toStorable(quote) as Prisma.InputJsonValue,
    correctedAt: new Date(correctedAt),
  };
  await database.matchCorrection.upsert({
    where: { attemptId_step_expectationId: { attemptId: attempt.id, step, expectationId } },
    create: { attemptId: attempt.id, step, expectationId, ...data },
    update: data,
    select: { expectationId: true },
  });
}

/** Takes a correction back. None is fine too. */
export async function deleteCorrection(
  database: Client,
  attempt: OwnAttempt,
  step: StepId,
  expectationId: string,
): Promise<void> {
  await database.matchCorrection.deleteMany({ where: { attemptId: attempt.id, step, expectationId } });
}
