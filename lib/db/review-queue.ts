import { Prisma } from '@/.generated/prisma/sqlite/client';
import type { QueueCursor } from '@/lib/core/review/queue-cursor';
import type { DatabaseClient } from './client';
import { fromStorableText } from './storable-text';

/** A request in somebody's queue. */
export interface QueueRow extends QueueCursor {
  readonly attemptId: string;
  readonly candidateId: string;
  readonly caseSlug: string;
  /** Null when it came by a link. */
  readonly groupId: string | null;
  readonly note: string;
  readonly expiresAt: Date | null;
}

/** Whose queue, and which part of it. */
export interface QueueScope {
  readonly userId: string;
  /** What came to this person by links is part of it. */
  readonly byLink: boolean;
  /** The groups that they coach, or the one of those that was asked for. */
  readonly groupIds: readonly string[];
  readonly caseSlug: string | undefined;
  readonly candidateId: string | undefined;
  readonly now: Date;
}

/**
 * `open`: not reviewed; `waiting`: of those, what nobody is at and this person has not begun; `unheld`: what nobody is at, also when
 * this person once began; `published`: reviewed.
 */
export type QueuePart = 'open' | 'waiting' | 'unheld' | 'published';

const START: QueueCursor = { reviewedAt: null, requestedAt: new Date(0), id: '' };
const END: QueueCursor = { reviewedAt: new Date('9999-01-01'), requestedAt: new Date(0), id: '' };

const columns = Prisma.raw(
  ['id', 'attemptId', 'candidateId', 'caseSlug', 'groupId', 'note', 'requestedAt', 'expiresAt', 'reviewedAt']
    .map((column) => `"${column}"`)
    .join(', '),
);

/** One range of one index: every equality first, then the order of the index, read up to a limit. */
function rangeOf(source: Prisma.Sql, scope: QueueScope, part: QueuePart, after: QueueCursor, limit: number) {
  const { userId, caseSlug, candidateId, now } = scope;
  const filters = [
    caseSlug === undefined ? Prisma.empty : Prisma.sql`AND "caseSlug" = ${caseSlug}`,
    candidateId === undefined ? Prisma.empty : Prisma.sql`AND "candidateId" = ${candidateId}`,
    heldBySomebody(part, userId, now),
  ];
  // Null is unequal to nothing; but that it is null is no equality to PostgreSQL's planner, hence the first word of the order.
  const place =
    part === 'published'
      ? Prisma.sql`("reviewedAt", "requestedAt", "id") < (${after.reviewedAt}, ${after.requestedAt}, ${after.id})`
      : Prisma.sql`"reviewedAt" IS NULL AND ("requestedAt", "id") > (${after.requestedAt}, ${after.id})`;
  return Prisma.sql`SELECT * FROM (
    SELECT ${columns} FROM "ReviewRequest"
    WHERE ${source} AND ${place} ${Prisma.join(filters, ' ')}
      AND ("expiresAt" IS NULL OR "expiresAt" > ${now}) AND "candidateId" <> ${userId}
    ORDER BY ${orderOf(part)} LIMIT ${limit}) AS "range"`;
}

function orderOf(part: QueuePart): Prisma.Sql {
  return Prisma.raw(
    part === 'published'
      ? '"reviewedAt" DESC, "requestedAt" DESC, "id" DESC'
      : '"reviewedAt" ASC, "requestedAt" ASC, "id" ASC',
  );
}

function heldBySomebody(part: QueuePart, userId: string, now: Date): Prisma.Sql {
  if (part === 'open' || part === 'published') return Prisma.empty;
  const begun = part === 'waiting' ? Prisma.sql`OR "Review"."coachId" = ${userId}` : Prisma.empty;
  return Prisma.sql`AND NOT EXISTS (
    SELECT 1 FROM "Review" WHERE "Review"."attemptId" = "ReviewRequest"."attemptId"
      AND "Review"."publishedAt" IS NULL AND ("Review"."claimedUntil" > ${now} ${begun}))`;
}

/**
 * The statement that reads a stretch of the queue: what came by links and what is in each group are a range of an index each, and
 * only what was read of them is merged. (Here and not by the caller: PostgreSQL may order ids in another way than JavaScript.)
 * Null when there is no source.
 */
export function queueStatement(
  scope: QueueScope,
  part: QueuePart,
  after: QueueCursor | null,
  limit: number,
): Prisma.Sql | null {
  const sources = [
    ...(scope.byLink ? [Prisma.sql`"coachId" = ${scope.userId}`] : []),
    ...scope.groupIds.map((groupId) => Prisma.sql`"groupId" = ${groupId}`),
  ];
  if (sources.length === 0) return null;
  const from = after ?? (part === 'published' ? END : START);
  const ranges = sources.map((source) => rangeOf(source, scope, part, from, limit));
  if (ranges.length === 1) return ranges[0] ?? null;
  const together = Prisma.join(ranges, ' UNION ALL ');
  return Prisma.sql`SELECT * FROM (${together}) AS "queue" ORDER BY ${orderOf(part)} LIMIT ${limit}`;
}

/** Compares two places in a part of the queue. */
export function compareInQueue(part: QueuePart, a: QueueCursor, b: QueueCursor): number {
  const order =
    (a.reviewedAt?.getTime() ?? 0) - (b.reviewedAt?.getTime() ?? 0) ||
    a.requestedAt.getTime() - b.requestedAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return part === 'published' ? -order : order;
}

/** A stretch of the queue in its order. An attempt that came in several ways is in it once for each. */
export async function findQueueRows(
  database: DatabaseClient,
  scope: QueueScope,
  part: QueuePart,
  after: QueueCursor | null,
  limit: number,
): Promise<QueueRow[]> {
  const statement = queueStatement(scope, part, after, limit);
  if (statement === null) return [];
  const rows = await database.$queryRaw<QueueRow[]>(statement);
  return rows.map((row) => ({ ...row, note: fromStorableText(row.note) }));
}

/**
 * Every request of these attempts that is in the scope, reviewed or not. An attempt has a few, so they are found by the attempt alone: with
 * the scope in the question, SQLite would rather read the whole queue of a coach.
 */
export async function findRequestsOf(
  database: DatabaseClient,
  scope: QueueScope,
  attemptIds: readonly string[],
  reviewed: boolean,
): Promise<QueueRow[]> {
  if (attemptIds.length === 0) return [];
  const rows = await database.reviewRequest.findMany({
    where: { attemptId: { in: [...attemptIds] } },
    select: {
      id: true,
      attemptId: true,
      candidateId: true,
      caseSlug: true,
      coachId: true,
      groupId: true,
      note: true,
      requestedAt: true,
      expiresAt: true,
      reviewedAt: true,
    },
  });
  return rows
    .filter((row) => isInScope(row, scope) && (row.reviewedAt !== null) === reviewed)
    .map(({ coachId: _, ...row }) => ({ ...row, note: fromStorableText(row.note) }));
}

function isInScope(row: QueueRow & { readonly coachId: string | null }, scope: QueueScope): boolean {
  const { userId, byLink, groupIds, caseSlug, candidateId, now } = scope;
  const isTheirs = row.groupId === null ? byLink && row.coachId === userId : groupIds.includes(row.groupId);
  return (
    isTheirs &&
    row.candidateId !== userId &&
    (row.expiresAt === null || row.expiresAt.getTime() > now.getTime()) &&
    (caseSlug === undefined || row.caseSlug === caseSlug) &&
    (candidateId === undefined || row.candidateId === candidateId)
  );
}
