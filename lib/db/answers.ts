import { Prisma } from '@/.generated/prisma/sqlite/client';
import type { Answer } from '@/lib/core/answer';
import type { AnswerState, HistoryItem } from '@/lib/core/api-types';
import { type AnswerSlot, answerSlots } from '@/lib/core/attempt';
import { toStorable } from '@/lib/core/storable-json';
import { storedAnswerSchema } from '@/lib/core/stored-answer';
import { type DatabaseClient, engineOf } from './client';
import type { OwnAttempt } from './own-attempt';
import { readJsonColumn } from './stored-json';

const columns = { attemptId: true, slot: true, revision: true, body: true, savedAt: true } as const;

interface SaveRow {
  readonly attemptId: string;
  readonly slot: string;
  readonly revision: number;
  readonly body: unknown;
  readonly savedAt: Date;
}

function toHistoryItem(row: SaveRow): HistoryItem {
  const where = `AnswerSave ${row.attemptId}/${row.slot}/${row.revision}`;
  return {
    revision: row.revision,
    savedAt: row.savedAt.toISOString(),
    answer: readJsonColumn(row.body, storedAnswerSchema, where),
  };
}

export interface NewSave {
  readonly attempt: OwnAttempt;
  readonly slot: AnswerSlot;
  readonly baseRevision: number;
  readonly answer: Answer;
  readonly isBlank: boolean;
  readonly savedAt: Date;
}

/**
 * Adds a save, if it is based on the newest one, differs from it, and the attempt is still open. One statement decides and
 * writes, so of any number of saves on the same base exactly one is taken.
 *
 * @returns false when it was not taken; the caller finds out why.
 */
export async function insertSave(database: DatabaseClient, save: NewSave): Promise<boolean> {
  const { attempt, slot, baseRevision, isBlank, savedAt } = save;
  const body = JSON.stringify(toStorable(save.answer));
  // PostgreSQL would let a submission commit between the check and the insert. SQLite has one writer, and no such words.
  const lock = engineOf(database) === 'postgresql' ? Prisma.raw('FOR SHARE OF "Attempt"') : Prisma.empty;
  const taken = await database.$executeRaw`
    INSERT INTO "AnswerSave" ("attemptId", "slot", "revision", "body", "isBlank", "savedAt")
    SELECT "Attempt"."id", ${slot}, ${baseRevision + 1}, ${body}, ${isBlank}, ${savedAt}
    FROM "Attempt"
    WHERE "Attempt"."id" = ${attempt.id} AND "Attempt"."userId" = ${attempt.userId}
      AND "Attempt"."submittedAt" IS NULL
      AND ${baseRevision} = (
        SELECT coalesce(max("revision"), 0) FROM "AnswerSave" WHERE "attemptId" = ${attempt.id} AND "slot" = ${slot})
      AND NOT EXISTS (
        SELECT 1 FROM "AnswerSave"
        WHERE "attemptId" = ${attempt.id} AND "slot" = ${slot} AND "revision" = ${baseRevision} AND "body" = ${body})
    ${lock}
    ON CONFLICT DO NOTHING`;
  return taken === 1;
}

/** The newest save of a slot; null when there is none. */
export async function findCurrentAnswer(
  database: DatabaseClient,
  attempt: OwnAttempt,
  slot: AnswerSlot,
): Promise<HistoryItem | null> {
  const row = await database.answerSave.findFirst({
    where: { attemptId: attempt.id, slot },
    orderBy: { revision: 'desc' },
    select: columns,
  });
  return row && toHistoryItem(row);
}

/** The newest save of each slot that has one. */
export async function findCurrentAnswers(
  database: DatabaseClient,
  attempt: OwnAttempt,
): Promise<Partial<Record<AnswerSlot, AnswerState>>> {
  const newest = await Promise.all(
    answerSlots(attempt.mode).map(async (slot) => [slot, await findCurrentAnswer(database, attempt, slot)] as const),
  );
  return Object.fromEntries(newest.filter(([, answer]) => answer !== null));
}

/** Saves of a slot, newest first, those before a revision if one is given. */
export async function findHistory(
  database: DatabaseClient,
  attempt: OwnAttempt,
  slot: AnswerSlot,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<HistoryItem[]> {
  const rows = await database.answerSave.findMany({
    where: { attemptId: attempt.id, slot, ...(before === undefined ? {} : { revision: { lt: before } }) },
    orderBy: { revision: 'desc' },
    take: limit,
    select: columns,
  });
  return rows.map(toHistoryItem);
}

/** How many slots of each of a person's attempts hold anything. Attempts with none are not in the map. */
export async function countAnsweredSlots(database: DatabaseClient, userId: string): Promise<Map<string, number>> {
  const rows = await database.$queryRaw<{ attemptId: string; answered: number | bigint }[]>`
    SELECT "save"."attemptId", count(*) AS "answered"
    FROM "AnswerSave" AS "save"
    JOIN (
      SELECT "AnswerSave"."attemptId", "AnswerSave"."slot", max("AnswerSave"."revision") AS "revision"
      FROM "AnswerSave" JOIN "Attempt" ON "Attempt"."id" = "AnswerSave"."attemptId"
      WHERE "Attempt"."userId" = ${userId}
      GROUP BY "AnswerSave"."attemptId", "AnswerSave"."slot"
    ) AS "newest"
      ON "newest"."attemptId" = "save"."attemptId" AND "newest"."slot" = "save"."slot"
      AND "newest"."revision" = "save"."revision"
    WHERE NOT "save"."isBlank"
    GROUP BY "save"."attemptId"`;
  return new Map(rows.map((row) => [row.attemptId, Number(row.answered)]));
}

/** How many saves each slot of an attempt has. */
export async function countSaves(
  database: DatabaseClient,
  attempt: OwnAttempt,
): Promise<Partial<Record<AnswerSlot, number>>> {
  const counts = await database.answerSave.groupBy({
    by: ['slot'],
    where: { attemptId: attempt.id },
    _count: { revision: true },
  });
  return Object.fromEntries(counts.map((count) => [count.slot, count._count.revision]));
}
