import { expect, test } from './fixtures';
import { Workspace } from './workspace';

test('a draft that lies in a browser since there were only answers is taken up and saved', async ({
  page,
  guest,
  seedAttempt,
}) => {
  const id = await seedAttempt({ mode: 'unaided', answers: [] });
  // A page of the same origin that opens no database of its own.
  await page.goto('/steps');
  await page.evaluate(
    (attemptId) =>
      new Promise<void>((written, failed) => {
        // Letter for letter what the first version of the outbox made.
        const opening = indexedDB.open('warmstart', 1);
        opening.onupgradeneeded = () => {
          const drafts = opening.result.createObjectStore('drafts', { keyPath: ['attemptId', 'slot', 'writerId'] });
          drafts.createIndex('attempt', 'attemptId');
        };
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('drafts', 'readwrite');
          transaction.objectStore('drafts').put({
            attemptId,
            slot: 'clarify',
            writerId: 'a-tab-that-is-gone',
            editedAt: Date.now() - 60_000,
            baseRevision: 0,
            answer: { text: 'Left behind by the first version.' },
            unanswered: [],
            setAside: null,
          });
          transaction.oncomplete = () => {
            opening.result.close();
            written();
          };
          transaction.onerror = () => failed(transaction.error);
        };
      }),
    id,
  );
  const workspace = new Workspace(page);
  await workspace.open(id);
  await expect(workspace.answerTo('clarify')).toHaveValue('Left behind by the first version.');
  await workspace.expectSaved();
  expect((await guest.read(id)).answers.clarify?.answer).toEqual({ text: 'Left behind by the first version.' });
});
