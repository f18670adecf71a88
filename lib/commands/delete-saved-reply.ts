import { AppError } from '@/lib/core/app-error';
import { isAttemptId } from '@/lib/db/own-attempt';
import { deleteSavedReplyOf } from '@/lib/db/saved-replies';
import type { Actor } from './actor';
import { NO_SAVED_REPLY } from './change-saved-reply';

/** @throws AppError `not-found`. */
export async function deleteSavedReply({ database, userId }: Omit<Actor, 'now'>, id: string): Promise<void> {
  const deleted = isAttemptId(id) && (await deleteSavedReplyOf(database, id, userId));
  if (!deleted) throw new AppError('not-found', NO_SAVED_REPLY);
}
