import { Prisma } from '@/.generated/prisma/sqlite/client';
import type { Answer } from '@/lib/core/answer';
import type { AnswerState, HistoryItem } from '@/lib/core/api-types';
import { type AnswerSlot, answerSlots, type Mode } from '@/lib/core/attempt';
import { toStorable } from '@/lib/core/storable-json';
import { storedAnswerSchema } from '@/lib/core/stored-answer';
import { type DatabaseClient, type DatabaseTransaction, engineOf } from './client';
import { isAttemptId, type OwnAttempt } from './own-attempt';
import type { ReadableAttempt } from './readable-attempt';
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
  readonly attemptId: string;
  readonly userId: string;
  /** The modes that the answer was checked for. */
  readonly modes: readonly Mode[];
  readonly slot: AnswerSlot;
  readonly baseRevision: number;
  readonly answer: Answer;
  readonly isBlank: boolean;
  readonly savedAt: Date;
}

/**
 * Adds a save, if the attempt is this person's, in one of those modes, has that slot and is still open, and the save is based on the
 * newest one and differs from it. One statement decides and writes, so of any number of saves on the same base exactly one is taken.
 *
 * @returns false when it was not taken; the caller finds out why.
 */
export async function insertSave(database: DatabaseClient, save: NewSave): Promise<boolean> {
  const { attemptId, userId, slot, baseRevision, isBlank, savedAt } = save;
  if (!isAttemptId(attemptId)) return false;
  const body = JSON.stringify(toStorable(save.answer));
  // PostgreSQL would let a submission commit between the check and the insert. SQLite has one writer, and no such words.
  const lock = engineOf(database) === 'postgresql' ? Prisma.raw('FOR SHARE OF "Attempt"') : Prisma.empty;
  const taken = await database.$executeRaw`
    INSERT INTO "AnswerSave" ("attemptId", "slot", "revision", "body", "isBlank", "savedAt")
    SELECT "Attempt"."id", ${slot}, ${baseRevision + 1}, ${body}, ${isBlank}, ${savedAt}
    FROM "Attempt"
    WHERE "Attempt"."id" = ${attemptId} AND "Attempt"."userId" = ${userId}
      AND "Attempt"."mode" IN (${Prisma.join([...save.modes])}) AND "Attempt"."submittedAt" IS NULL
      AND ("Attempt"."onlyStep" IS NULL OR "Attempt"."onlyStep" = ${slot})
      AND ${baseRevision} = (
        SELECT coalesce(max("revision"), 0) FROM "AnswerSave" WHERE "attemptId" = ${attemptId} AND "slot" = ${slot})
      AND NOT EXISTS (
        SELECT 1 FROM "AnswerSave"
        WHERE "attemptId" = ${attemptId} AND "slot" = ${slot} AND "revision" = ${baseRevision} AND "body" = ${body})
    ${lock}
    ON CONFLICT DO NOTHING`;
  return taken === 1;
}

/** The newest save of a slot; null when there is none. */
export async function findCurrentAnswer(
  database: DatabaseClient | DatabaseTransaction,
  attempt: ReadableAttempt,
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
  database: DatabaseClient | DatabaseTransaction,
  attempt: ReadableAttempt,
): Promise<Partial<Record<AnswerSlot, AnswerState>>> {
  const newest = await Promise.all(
    answerSlots(attempt).map(async (slot) => [slot, await findCurrentAnswer(database, attempt, slot)] as const),
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

export interface SavesSummary {
  /** How many slots hold anything. */
  readonly answeredSlots: number;
  readonly lastSavedAt: Date;
}

/** What the newest saves of each of a person's attempts say. Attempts without any are not in the map. */
export async function summariseSaves(database: DatabaseClient, userId: string): Promise<Map<string, SavesSummary>> {
  const rows = await database.$queryRaw<{ attemptId: string; answered: number | bigint; savedAt: Date | string }[]>`
    SELECT "save"."attemptId", count(*) FILTER (WHERE NOT "save"."isBlank") AS "answered",
      max("save"."savedAt") AS "savedAt"
    FROM "AnswerSave" AS "save"
    JOIN (
      SELECT "AnswerSave"."attemptId", "AnswerSave"."slot", max("AnswerSave"."revision") AS "revision"
      FROM "AnswerSave" JOIN "Attempt" ON "Attempt"."id" = "AnswerSave"."attemptId"
      WHERE "Attempt"."userId" = ${userId}
      GROUP BY "AnswerSave"."attemptId", "AnswerSave"."slot"
    ) AS "newest"
      ON "newest"."attemptId" = "save"."attemptId" AND "newest"."slot" = "save"."slot"
      AND "newest"."revision" = "save"."revision"
    GROUP BY "save"."attemptId"`;
  return new Map(
    rows.map(({ attemptId, answered, savedAt }) => [
      attemptId,
      // SQLite has no type for a time that was computed.
      { answeredSlots: Number(answered), lastSavedAt: new Date(savedAt) },
    ]),
  );
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
