import { Prisma } from '@/.generated/prisma/sqlite/client';
import { liveClaimSlots } from '@/lib/core/review/claim-slot';
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
 * `open`: not reviewed; of those: `mine`, what this person has begun; `claimed`, what they have not and somebody is at; `waiting`,
 * neither; `unheld`, what nobody is at, also when this person once began. `published`: reviewed.
 */
export type QueuePart = 'open' | 'waiting' | 'unheld' | 'claimed' | 'mine' | 'published';

const START: QueueCursor = { reviewedAt: null, requestedAt: new Date(0), id: '' };
const END: QueueCursor = { reviewedAt: new Date('9999-01-01'), requestedAt: new Date(0), id: '' };

const columns = Prisma.raw(
  ['id', 'attemptId', 'candidateId', 'caseSlug', 'groupId', 'note', 'requestedAt', 'expiresAt', 'reviewedAt']
    .map((column) => `"${column}"`)
    .join(', '),
);

/** What every part asks of a request besides whose it is and its place in the order. */
function filtersOf(part: QueuePart, { userId, caseSlug, candidateId, now }: QueueScope): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`"candidateId" <> ${userId} AND ("expiresAt" IS NULL OR "expiresAt" > ${now})`,
      ...(caseSlug === undefined ? [] : [Prisma.sql`"caseSlug" = ${caseSlug}`]),
      ...(candidateId === undefined ? [] : [Prisma.sql`"candidateId" = ${candidateId}`]),
      ...draftsOf(part, userId, now),
    ],
    ' AND ',
  );
}

/** What reviews that are not published say of a request. */
function draftsOf(part: QueuePart, userId: string, now: Date): Prisma.Sql[] {
  const drafts = (select: Prisma.Sql, which: Prisma.Sql) => Prisma.sql`(
    SELECT ${select} FROM "Review" WHERE "Review"."attemptId" = "ReviewRequest"."attemptId"
      AND "Review"."publishedAt" IS NULL AND ${which})`;
  const none = (which: Prisma.Sql) => Prisma.sql`NOT EXISTS ${drafts(Prisma.sql`1`, which)}`;
  const isLive = Prisma.sql`"Review"."claimedUntil" > ${now}`;
  const isMine = Prisma.sql`"Review"."coachId" = ${userId}`;
  switch (part) {
    case 'claimed':
      // Counted, because PostgreSQL would make a join of what exists, and begin it with every claim that there is.
      return [Prisma.sql`${drafts(Prisma.sql`count(*)`, isLive)} > 0`, none(isMine)];
    case 'waiting':
      return [none(Prisma.sql`(${isLive} OR ${isMine})`)];
    case 'unheld':
      return [none(isLive)];
    default:
      return [];
  }
}

function orderOf(part: QueuePart): Prisma.Sql {
  switch (part) {
    case 'published':
      return Prisma.raw('"reviewedAt" DESC, "requestedAt" DESC, "id" DESC');
    case 'claimed':
    case 'mine':
      return Prisma.raw('"requestedAt" ASC, "id" ASC');
    default:
      // That it is null is no equality to PostgreSQL's planner, hence the first word.
      return Prisma.raw('"reviewedAt" ASC, "requestedAt" ASC, "id" ASC');
  }
}

/** Where a stretch begins, in the columns of its index behind the equalities. */
function placeOf(part: QueuePart, after: QueueCursor): Prisma.Sql {
  if (part === 'published') {
    return Prisma.sql`("reviewedAt", "requestedAt", "id") < (${after.reviewedAt}, ${after.requestedAt}, ${after.id})`;
  }
  const place = Prisma.sql`("requestedAt", "id") > (${after.requestedAt}, ${after.id})`;
  // What is reviewed has no slot; to ask that too would lead SQLite to the index of all that waits.
  return part === 'claimed' ? place : Prisma.sql`"reviewedAt" IS NULL AND ${place}`;
}

/** One range of one index: every equality first, then the order of the index, read up to a limit. */
function rangeOf(source: Prisma.Sql, scope: QueueScope, part: QueuePart, after: QueueCursor, limit: number) {
  return Prisma.sql`SELECT * FROM (
    SELECT ${columns} FROM "ReviewRequest"
    WHERE ${source} AND ${placeOf(part, after)} AND ${filtersOf(part, scope)}
    ORDER BY ${orderOf(part)} LIMIT ${limit}) AS "range"`;
}

/** What came by links, and what is in each group; of what is claimed, each by when the claim ends. */
function sourcesOf({ userId, byLink, groupIds, now }: QueueScope, part: QueuePart): Prisma.Sql[] {
  const sources = [
    ...(byLink ? [Prisma.sql`"coachId" = ${userId}`] : []),
    ...groupIds.map((groupId) => Prisma.sql`"groupId" = ${groupId}`),
  ];
  if (part !== 'claimed') return sources;
  return sources.flatMap((source) =>
    liveClaimSlots(now).map((slot) => Prisma.sql`${source} AND "claimSlot" = ${slot}`),
  );
}

/** What somebody has begun is found by their drafts, and put in order: there are as many as they leave unfinished. */
function begunStatement(scope: QueueScope, after: QueueCursor, limit: number): Prisma.Sql {
  const { userId, byLink, groupIds } = scope;
  // Whose it is, said so that no index answers it: SQLite would begin with all that waits. It reads a cross join as it is written.
  const sources = [
    ...(byLink ? [Prisma.sql`coalesce("coachId", '') = ${userId}`] : []),
    ...groupIds.map((groupId) => Prisma.sql`coalesce("groupId", '') = ${groupId}`),
  ];
  return Prisma.sql`SELECT ${columns} FROM (
    SELECT "attemptId" AS "begunId" FROM "Review" WHERE "coachId" = ${userId} AND "publishedAt" IS NULL
  ) AS "begun" CROSS JOIN "ReviewRequest"
  WHERE "attemptId" = "begunId" AND (${Prisma.join(sources, ' OR ')})
    AND ${placeOf('mine', after)} AND ${filtersOf('mine', scope)}
  ORDER BY ${orderOf('mine')} LIMIT ${limit}`;
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
  const sources = sourcesOf(scope, part);
  if (sources.length === 0) return null;
  const from = after ?? (part === 'published' ? END : START);
  if (part === 'mine') return begunStatement(scope, from, limit);
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
