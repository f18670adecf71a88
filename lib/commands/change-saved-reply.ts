import { AppError } from '@/lib/core/app-error';
import type { SavedReplyView } from '@/lib/core/review/review-api';
import { isAttemptId } from '@/lib/db/own-attempt';
import { updateSavedReply } from '@/lib/db/saved-replies';
import type { Actor } from './actor';

export const NO_SAVED_REPLY = 'There is no such saved reply, or it is not yours.';

/** @throws AppError `not-found`. */
export async function changeSavedReply(
  { database, userId, now }: Actor,
  { id, title, text }: { readonly id: string; readonly title: string; readonly text: string },
): Promise<SavedReplyView> {
  const changed = isAttemptId(id) && (await updateSavedReply(database, id, userId, { title, text, changedAt: now }));
  if (!changed) throw new AppError('not-found', NO_SAVED_REPLY);
  return { id, title, text, changedAt: now.toISOString() };
}
