import { z } from 'zod';
import { Prisma } from '@/.generated/prisma/sqlite/client';
import type { ExpectationMark } from '@/lib/core/api-types';
import { quoteSchema } from '@/lib/core/quote';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import { toStorable } from '@/lib/core/storable-json';
import type { DatabaseClient, DatabaseTransaction } from './client';
import type { OwnAttempt } from './own-attempt';
import type { ReadableAttempt } from './readable-attempt';
import { readJsonColumn } from './stored-json';

const stepSchema = z.enum(STEP_IDS);

/** What the candidate said of the expectations, step by step. */
export async function findMarks(database: DatabaseClient, attempt: ReadableAttempt): Promise<ExpectationMark[]> {
  const rows = await database.expectationMark.findMany({
    where: { attemptId: attempt.id },
    select: { step: true, expectationId: true, found: true, quote: true, markedAt: true },
    orderBy: { expectationId: 'asc' },
  });
  return rows
    .map((row) => ({
      step: stepSchema.parse(row.step),
      expectationId: row.expectationId,
      found: row.found,
      quote: readJsonColumn(
        row.quote,
        quoteSchema.nullable(),
        `ExpectationMark ${attempt.id}/${row.step}/${row.expectationId}`,
      ),
      markedAt: row.markedAt.toISOString(),
    }))
    .sort((a, b) => STEP_IDS.indexOf(a.step) - STEP_IDS.indexOf(b.step));
}

/** Stores a mark, in place of an earlier one of the same expectation. */
export async function putMark(
  transaction: DatabaseTransaction,
  attempt: OwnAttempt,
  mark: ExpectationMark,
): Promise<void> {
  const { step, expectationId, found } = mark;
  const quote = mark.quote === null ? Prisma.DbNull : (toStorable(mark.quote) as Prisma.InputJsonValue);
  const data = { found, quote, markedAt: new Date(mark.markedAt) };
  await transaction.expectationMark.upsert({
    where: { attemptId_step_expectationId: { attemptId: attempt.id, step, expectationId } },
    create: { attemptId: attempt.id, step, expectationId, ...data },
    update: data,
    select: { expectationId: true },
  });
}

/** Takes a mark back. No mark is fine too. */
export async function deleteMark(
  transaction: DatabaseTransaction,
  attempt: OwnAttempt,
  step: StepId,
  expectationId: string,
): Promise<void> {
  await transaction.expectationMark.deleteMany({ where: { attemptId: attempt.id, step, expectationId } });
}
