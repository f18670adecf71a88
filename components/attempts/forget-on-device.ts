import { marksKey, selfMarksKey, timeKey } from '../saving/device-keys';
import { deleteDraft, listDrafts } from '../saving/outbox';

/** Removes what this device holds of deleted attempts: drafts that waited to be sent, marks and times. */
export async function forgetOnDevice(attemptIds: readonly string[]): Promise<void> {
  for (const attemptId of attemptIds) {
    try {
      localStorage.removeItem(marksKey(attemptId));
      localStorage.removeItem(selfMarksKey(attemptId));
      localStorage.removeItem(timeKey(attemptId));
      for (const draft of await listDrafts(attemptId)) await deleteDraft(draft);
    } catch {
      // Without storage there is nothing here to forget.
    }
  }
}
