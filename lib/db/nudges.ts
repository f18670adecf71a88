import { randomUUID } from 'node:crypto';
import type { DatabaseClient, DatabaseTransaction } from './client';

type Client = DatabaseClient | DatabaseTransaction;

/** When somebody reminded these people of a thing, by person. */
export async function findNudges(
  database: Client,
  {
    senderId,
    recipientIds,
    subject,
  }: {
    readonly senderId: string;
    readonly recipientIds: readonly string[];
    readonly subject: string;
  },
): Promise<Map<string, Date[]>> {
  const rows = await database.nudge.findMany({
    where: { senderId, recipientId: { in: [...recipientIds] }, subject },
    select: { recipientId: true, sentAt: true },
  });
  const sent = new Map<string, Date[]>();
  for (const { recipientId, sentAt } of rows) sent.set(recipientId, [...(sent.get(recipientId) ?? []), sentAt]);
  return sent;
}

export async function insertNudges(
  transaction: DatabaseTransaction,
  {
    senderId,
    recipientIds,
    subject,
    sentAt,
  }: {
    readonly senderId: string;
    readonly recipientIds: readonly string[];
    readonly subject: string;
    readonly sentAt: Date;
  },
): Promise<void> {
  await transaction.nudge.createMany({
    data: recipientIds.map((recipientId) => ({ id: randomUUID(), senderId, recipientId, subject, sentAt })),
  });
}

/** When somebody was last reminded of each of these things, by subject. */
export async function findLastNudges(
  database: Client,
  recipientId: string,
  subjects: readonly string[],
): Promise<Map<string, Date>> {
  if (subjects.length === 0) return new Map();
  const rows = await database.nudge.findMany({
    where: { recipientId, subject: { in: [...subjects] } },
    select: { subject: true, sentAt: true },
    orderBy: { sentAt: 'asc' },
  });
  return new Map(rows.map(({ subject, sentAt }) => [subject, sentAt]));
}
