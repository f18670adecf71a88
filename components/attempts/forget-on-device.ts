import { learnerNoteKey, marksKey, numbersKey, selfMarksKey, timeKey } from '../saving/device-keys';
import { deleteDraft, deleteDraftsNamed, listDrafts, listDraftsAbout } from '../saving/outbox';
import { forgetUnsentTexts, textOfAttempt } from '../saving/unsent-texts';

/** Removes what this device holds of deleted attempts: drafts that waited to be sent, texts that were not, marks and times. */
export async function forgetOnDevice(attemptIds: readonly string[]): Promise<void> {
  for (const attemptId of attemptIds) {
    try {
      localStorage.removeItem(marksKey(attemptId));
      localStorage.removeItem(selfMarksKey(attemptId));
      localStorage.removeItem(timeKey(attemptId));
      localStorage.removeItem(numbersKey(attemptId));
      for (const draft of await listDrafts(attemptId)) await deleteDraft(draft);
      await deleteDraftsNamed(textOfAttempt(attemptId, ''));
    } catch {
      // Without storage there is nothing here to forget.
    }
  }
}

/** Removes what this device holds of a person whose account is deleted, besides their attempts. */
export async function forgetPerson(personId: string): Promise<void> {
  try {
    const notes = learnerNoteKey(personId, '');
    for (const key of Object.keys(localStorage)) if (key.startsWith(notes)) localStorage.removeItem(key);
    await forgetUnsentTexts(personId);
    for (const draft of await listDraftsAbout(personId)) await deleteDraft(draft);
  } catch {
    // Without storage there is nothing here to forget.
  }
}
