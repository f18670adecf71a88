import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RecoveredDraft } from '@/lib/core/saving/draft-state';

/**
 * Whose words a draft is and what they were written for. What belongs to a person's own attempt needs neither; a review does: once its
 * attempt is deleted the server knows nothing of it, and others at this device must not read it.
 */
export interface DraftAbout {
  readonly personId: string;
  readonly title: string;
}

/** A draft as one tab left it on this device. */
export interface OutboxEntry<Body = unknown> extends RecoveredDraft<Body> {
  /** What it belongs to: an attempt's id, `review:` and a review's id, or `texts:` and a person's. */
  readonly owner: string;
  /** Which of the owner's texts it is. */
  readonly slot: string;
  /** The tab that wrote it. */
  readonly writerId: string;
  readonly editedAt: number;
  readonly about?: DraftAbout;
}

/**
 * As it lies on devices since there were only answers of attempts. The names stay, whatever is kept under them, so that no
 * draft that waits in somebody's browser is ever left unread.
 */
interface OutboxRecord {
  readonly attemptId: string;
  readonly slot: string;
  readonly writerId: string;
  readonly editedAt: number;
  readonly baseRevision: number;
  readonly answer: unknown;
  readonly unanswered: readonly unknown[];
  readonly setAside: unknown;
  readonly about?: DraftAbout;
}

interface OutboxSchema extends DBSchema {
  drafts: { key: [string, string, string]; value: OutboxRecord; indexes: { attempt: string } };
}

const toRecord = ({ owner, body, ...entry }: OutboxEntry): OutboxRecord => ({
  ...entry,
  attemptId: owner,
  answer: body,
});
const fromRecord = ({ attemptId, answer, ...entry }: OutboxRecord): OutboxEntry => ({
  ...entry,
  owner: attemptId,
  body: answer,
});

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
  await transaction.store.put(toRecord(entry));
  await transaction.done;
}

export async function deleteDraft(entry: Pick<OutboxEntry, 'owner' | 'slot' | 'writerId'>): Promise<void> {
  const database = await open();
  await database.delete('drafts', [entry.owner, entry.slot, entry.writerId]);
}

/** Every draft of an owner on this device, the latest edited first. */
export async function listDrafts(owner: string): Promise<OutboxEntry[]> {
  const database = await open();
  const records = await database.getAllFromIndex('drafts', 'attempt', owner);
  return records.sort((a, b) => b.editedAt - a.editedAt).map(fromRecord);
}

/** Every draft on this device that says that it is this person's, the latest edited first. */
export async function listDraftsAbout(personId: string): Promise<OutboxEntry[]> {
  const database = await open();
  const records = await database.getAll('drafts');
  return records
    .filter(({ about }) => about?.personId === personId)
    .sort((a, b) => b.editedAt - a.editedAt)
    .map(fromRecord);
}

/** Deletes every draft, whoever's, of a text whose name begins so. */
export async function deleteDraftsNamed(prefix: string): Promise<void> {
  const database = await open();
  const keys = await database.getAllKeys('drafts');
  for (const key of keys) if (key[1].startsWith(prefix)) await database.delete('drafts', key);
}

/** A copy of a body that can be stored: what a form holds may be frozen or carry undefined keys. */
export function storable<Body>(body: Body): Body {
  return JSON.parse(JSON.stringify(body)) as Body;
}
