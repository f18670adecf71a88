import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot } from '@/lib/core/attempt';
import type { RecoveredDraft } from '@/lib/core/saving/draft-state';

/** A draft as one tab left it on this device. */
export interface OutboxEntry extends RecoveredDraft {
  readonly attemptId: string;
  readonly slot: AnswerSlot;
  /** The tab that wrote it. */
  readonly writerId: string;
  readonly editedAt: number;
}

interface OutboxSchema extends DBSchema {
  drafts: { key: [string, string, string]; value: OutboxEntry; indexes: { attempt: string } };
}

let opening: Promise<IDBPDatabase<OutboxSchema>> | null = null;

function open(): Promise<IDBPDatabase<OutboxSchema>> {
  opening ??= openDB<OutboxSchema>('warmstart', 1, {
    upgrade(database) {
      const drafts = database.createObjectStore('drafts', { keyPath: ['attemptId', 'slot', 'writerId'] });
      drafts.createIndex('attempt', 'attemptId');
    },
    terminated() {
      opening = null;
    },
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Writes the draft of one tab, in place of that tab's earlier one. Rejects when the device has no room or no storage. */
export async function putDraft(entry: OutboxEntry): Promise<void> {
  const database = await open();
  // `strict` waits for the disk: the word "on this device" is a promise too.
  const transaction = database.transaction('drafts', 'readwrite', { durability: 'strict' });
  await transaction.store.put(entry);
  await transaction.done;
}

export async function deleteDraft(entry: Pick<OutboxEntry, 'attemptId' | 'slot' | 'writerId'>): Promise<void> {
  const database = await open();
  await database.delete('drafts', [entry.attemptId, entry.slot, entry.writerId]);
}

/** Every draft of an attempt on this device, the latest edited first. */
export async function listDrafts(attemptId: string): Promise<OutboxEntry[]> {
  const database = await open();
  const entries = await database.getAllFromIndex('drafts', 'attempt', attemptId);
  return entries.sort((a, b) => b.editedAt - a.editedAt);
}

/** A copy of an answer that can be stored: what the form holds may be frozen or carry undefined keys. */
export function storable(answer: Answer): Answer {
  return JSON.parse(JSON.stringify(answer)) as Answer;
}
