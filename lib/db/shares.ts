import type { DatabaseClient, DatabaseTransaction } from './client';
import { isAttemptId } from './own-attempt';
import { fromStorableText, toStorableText } from './storable-text';

type Client = DatabaseClient | DatabaseTransaction;

/** A link by which a candidate asks for a review of one attempt. */
export interface ShareRow {
  readonly id: string;
  readonly attemptId: string;
  readonly token: string;
  readonly note: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const columns = {
  id: true,
  attemptId: true,
  token: true,
  note: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
} as const;

const toShare = (row: ShareRow): ShareRow => ({ ...row, note: fromStorableText(row.note) });

/** True while a link opens anything. */
export function isLive({ revokedAt, expiresAt }: Pick<ShareRow, 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt.getTime() > now.getTime());
}

export async function insertShare(transaction: DatabaseTransaction, share: ShareRow): Promise<void> {
  await transaction.share.create({ data: { ...share, note: toStorableText(share.note) }, select: { id: true } });
}

export async function findShare(database: Client, id: string): Promise<ShareRow | null> {
  const row = isAttemptId(id) ? await database.share.findUnique({ where: { id }, select: columns }) : null;
  return row && toShare(row);
}

export async function findShareByToken(database: Client, token: string): Promise<ShareRow | null> {
  const row = isAttemptId(token) ? await database.share.findUnique({ where: { token }, select: columns }) : null;
  return row && toShare(row);
}

export interface OpenedShare extends ShareRow {
  readonly opened: readonly { readonly name: string; readonly at: Date }[];
}

/** An attempt's links, the newest first, with who has accepted each. */
export async function findSharesOf(database: Client, attemptId: string): Promise<OpenedShare[]> {
  const rows = await database.share.findMany({
    where: { attemptId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      ...columns,
      requests: {
        select: { requestedAt: true, coach: { select: { name: true } } },
        orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      },
    },
  });
  return rows.map(({ requests, ...row }) => ({
    ...toShare(row),
    opened: requests.map(({ requestedAt, coach }) => ({ name: coach?.name ?? '', at: requestedAt })),
  }));
}

export function countShares(database: Client, attemptId: string): Promise<number> {
  return database.share.count({ where: { attemptId } });
}

/** Makes a link dead. Only the first call counts. */
export async function setRevoked(transaction: DatabaseTransaction, id: string, now: Date): Promise<void> {
  await transaction.share.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
}
