import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { MAX_SAVED_REPLIES, type SavedReplyView } from '@/lib/core/review/review-api';
import { countSavedReplies, insertSavedReply } from '@/lib/db/saved-replies';
import type { Actor } from './actor';

interface SavedReplyWords {
  readonly title: string;
  readonly text: string;
}

/**
 * Keeps a reply to be used again.
 *
 * @throws AppError `too-large` when there are as many as fit.
 */
export async function addSavedReply(
  { database, userId, now }: Actor,
  { title, text }: SavedReplyWords,
): Promise<SavedReplyView> {
  if ((await countSavedReplies(database, userId)) >= MAX_SAVED_REPLIES) {
    throw new AppError('too-large', `There is room for ${MAX_SAVED_REPLIES} saved replies. Delete one first.`);
  }
  const id = randomUUID();
  await insertSavedReply(database, { id, coachId: userId, title, text, changedAt: now });
  return { id, title, text, changedAt: now.toISOString() };
}
