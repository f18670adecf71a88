import type { LearnerNoteView } from '@/lib/core/review/review-api';
import { findLearnerNotes } from '@/lib/db/learner-notes';
import type { Reader } from './reader';

/** What a coach has noted about learners, the latest first. */
export function loadLearnerNotes({ database, userId }: Reader): Promise<LearnerNoteView[]> {
  return findLearnerNotes(database, userId);
}
