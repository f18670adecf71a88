import type { SavedReplyView } from '@/lib/core/review/review-api';
import { findSavedReplies } from '@/lib/db/saved-replies';
import type { Reader } from './reader';

/** A coach's saved replies by title. */
export function loadSavedReplies({ database, userId }: Reader): Promise<SavedReplyView[]> {
  return findSavedReplies(database, userId);
}
