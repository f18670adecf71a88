import type { SavedReplyView } from '@/lib/core/review/review-api';
import type { DatabaseClient, DatabaseTransaction } from './client';
import { fromStorableText, toStorableText } from './storable-text';

type Client = DatabaseClient | DatabaseTransaction;

const columns = { id: true, title: true, text: true, changedAt: true } as const;

interface SavedReplyRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly changedAt: Date;
}

const toView = ({ id, title, text, changedAt }: SavedReplyRow): SavedReplyView => ({
  id,
  title: fromStorableText(title),
  text: fromStorableText(text),
  changedAt: changedAt.toISOString(),
});

/** A coach's saved replies by title. */
export async function findSavedReplies(database: Client, coachId: string): Promise<SavedReplyView[]> {
  const rows = await database.savedReply.findMany({
    where: { coachId },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(toView);
}

export function countSavedReplies(database: Client, coachId: string): Promise<number> {
  return database.savedReply.count({ where: { coachId } });
}

interface Words {
  readonly title: string;
  readonly text: string;
  readonly changedAt: Date;
}

const stored = ({ title, text, changedAt }: Words) => ({
  title: toStorableText(title),
  text: toStorableText(text),
  changedAt,
});

export async function insertSavedReply(
  database: Client,
  reply: Words & { readonly id: string; readonly coachId: string },
): Promise<void> {
  await database.savedReply.create({
    data: { id: reply.id, coachId: reply.coachId, ...stored(reply) },
    select: { id: true },
  });
}

/** @returns false when there is no such reply of this coach. */
export async function updateSavedReply(database: Client, id: string, coachId: string, words: Words): Promise<boolean> {
  const { count } = await database.savedReply.updateMany({ where: { id, coachId }, data: stored(words) });
  return count === 1;
}

/** @returns false when there is no such reply of this coach. */
export async function deleteSavedReplyOf(database: Client, id: string, coachId: string): Promise<boolean> {
  const { count } = await database.savedReply.deleteMany({ where: { id, coachId } });
  return count === 1;
}
