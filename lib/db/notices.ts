import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/.generated/prisma/sqlite/client';
import { type Notice, noticeSchema } from '@/lib/core/review/notice';
import { toStorable } from '@/lib/core/storable-json';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { readJsonColumn } from './stored-json';

type Client = DatabaseClient | DatabaseTransaction;

/** A notice for somebody, before it is stored. */
export interface NewNotice {
  readonly userId: string;
  readonly createdAt: Date;
  readonly notice: Notice;
}

export interface StoredNotice extends NewNotice {
  readonly id: string;
  readonly readAt: Date | null;
}

/**
 * Stores notices, in the transaction of what they tell of. Afterwards lib/commands/deliver-notices.ts sends them by e-mail.
 *
 * @returns what was given.
 */
export async function addNotices(
  transaction: DatabaseTransaction,
  notices: readonly NewNotice[],
): Promise<readonly NewNotice[]> {
  if (notices.length === 0) return notices;
  await transaction.notice.createMany({
    data: notices.map(({ userId, createdAt, notice: { kind, ...body } }) => ({
      id: randomUUID(),
      userId,
      kind,
      body: toStorable(body) as Prisma.InputJsonObject,
      createdAt,
    })),
  });
  return notices;
}

/** Where a page of notices begins: after this one. */
export interface NoticeCursor {
  readonly createdAt: Date;
  readonly id: string;
}

/** A person's notices, newest first, those after the cursor if one is given. */
export async function findNotices(
  database: Client,
  userId: string,
  { after, limit }: { readonly after: NoticeCursor | null; readonly limit: number },
): Promise<StoredNotice[]> {
  const rows = await database.notice.findMany({
    where: {
      userId,
      ...(after && {
        createdAt: { lte: after.createdAt },
        OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ id, kind, body, createdAt, readAt }) => ({
    id,
    userId,
    createdAt,
    readAt,
    notice: readJsonColumn({ ...(body as object), kind }, noticeSchema, `Notice ${id}`),
  }));
}

/** How many notices somebody has not read, counted to a limit: a header shows no more. */
export async function countUnread(database: Client, userId: string, limit: number): Promise<number> {
  const rows = await database.notice.findMany({ where: { userId, readAt: null }, select: { id: true }, take: limit });
  return rows.length;
}

/** Notes that somebody has read their notices, those of `ids` or all. Others' ids do nothing. */
export async function setNoticesRead(
  database: Client,
  userId: string,
  ids: readonly string[] | undefined,
  now: Date,
): Promise<void> {
  await database.notice.updateMany({
    where: { userId, readAt: null, ...(ids && { id: { in: [...ids] } }) },
    data: { readAt: now },
  });
}
