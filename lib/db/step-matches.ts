import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Prisma } from '@/.generated/prisma/sqlite/client';
import { canonicalJson } from '@/lib/core/canonical-json';
import { type StepMatch, storedFindings } from '@/lib/core/feedback/feedback-api';
import type { MatchedAnswer } from '@/lib/core/feedback/matched-answer';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import { toStorable } from '@/lib/core/storable-json';
import type { DatabaseClient, DatabaseTransaction } from './client';
import type { ReadableAttempt } from './readable-attempt';
import { readJsonColumn } from './stored-json';

type Client = DatabaseClient | DatabaseTransaction;
const stepSchema = z.enum(STEP_IDS);

/** SHA-256 over what the matcher reads of an answer, in hex: the same answer is looked through once. */
export function hashAnswer(answer: MatchedAnswer): string {
  return createHash('sha256').update(canonicalJson(answer)).digest('hex');
}

const columns = {
  id: true,
  step: true,
  matcherVersion: true,
  encoder: true,
  caseHash: true,
  answerHash: true,
  results: true,
  createdAt: true,
} as const;

interface StepMatchRow {
  readonly id: string;
  readonly step: string;
  readonly matcherVersion: string;
  readonly encoder: string | null;
  readonly caseHash: string;
  readonly answerHash: string;
  readonly results: unknown;
  readonly createdAt: Date;
}

function toStepMatch({ id, step, results, createdAt, ...made }: StepMatchRow): StepMatch {
  return {
    ...made,
    step: stepSchema.parse(step),
    ...readJsonColumn(results, storedFindings, `StepMatch ${id}`),
    matchedAt: createdAt.toISOString(),
  };
}

/** What was found in a step last; null when nobody has looked. */
export async function findStepMatch(
  database: Client,
  attempt: ReadableAttempt,
  step: StepId,
): Promise<StepMatch | null> {
  const row = await database.stepMatch.findFirst({
    where: { attemptId: attempt.id, step },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: columns,
  });
  return row && toStepMatch(row);
}

/** What was found last in each step that was looked through, in the order of the steps. */
export async function findStepMatches(database: Client, attempt: ReadableAttempt): Promise<StepMatch[]> {
  const newest = await Promise.all(STEP_IDS.map((step) => findStepMatch(database, attempt, step)));
  return newest.filter((match) => match !== null);
}

/** Adds what was found. Earlier results stay. */
export async function insertStepMatch(
  database: Client,
  attempt: ReadableAttempt,
  { results, pasted, matchedAt, ...made }: StepMatch,
): Promise<void> {
  await database.stepMatch.create({
    data: {
      id: randomUUID(),
      attemptId: attempt.id,
      ...made,
      results: toStorable({ results, pasted }) as Prisma.InputJsonValue,
      createdAt: new Date(matchedAt),
    },
    select: { id: true },
  });
}
