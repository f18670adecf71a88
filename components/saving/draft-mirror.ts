import { type DraftState, hasUnsavedText } from '@/lib/core/saving/draft-state';
import { afterFrame } from './after-frame';
import { type DraftAbout, deleteDraft, listDrafts, type OutboxEntry, putDraft, storable } from './outbox';
import { claimTabIdentity, findGoneWriters } from './tab-identity';

interface Mirrored {
  state: DraftState<unknown>;
  /** Writes go one after another; `dirty` means the latest state is not written yet. */
  writing: Promise<void> | null;
  dirty: boolean;
}

/** By owner: pages of this document that are left and still write. Who comes back waits for them. */
const CLOSING = new Map<string, Promise<void>>();

/**
 * Keeps on this device what the server has not acknowledged, under this tab's own name, and finds what earlier tabs left.
 * A device that cannot store (full, switched off) is told through `onDevice`, once for each change.
 */
export class DraftMirror {
  readonly #owner: string;
  readonly #onDevice: (failed: boolean) => void;
  readonly #about: DraftAbout | undefined;
  readonly #slots = new Map<string, Mirrored>();
  #writerId: string | null = null;
  #release = () => {};
  #failed = false;

  constructor(owner: string, onDevice: (failed: boolean) => void, about?: DraftAbout) {
    this.#owner = owner;
    this.#onDevice = onDevice;
    this.#about = about;
  }

  /** Takes a name for this tab; gives the drafts of tabs that are gone, the latest edited first. */
  async open(): Promise<OutboxEntry[]> {
    try {
      await CLOSING.get(this.#owner);
      const { writerId, release } = await claimTabIdentity(this.#writerId ?? undefined);
      this.#writerId = writerId;
      this.#release = release;
      const entries = await listDrafts(this.#owner);
      const gone = await findGoneWriters(entries.map((entry) => entry.writerId));
      for (const slot of this.#slots.keys()) void this.#write(slot);
      return entries.filter((entry) => gone.has(entry.writerId));
    } catch {
      this.#setFailed(true);
      return [];
    }
  }

  /** Lets others take up what this tab has not sent, once it is written. It can be opened again. */
  close(): void {
    const release = this.#release;
    const writes = Promise.all([...this.#slots.values()].map(({ writing }) => writing));
    CLOSING.set(this.#owner, writes.then(release));
  }

  /** Mirrors the newest state of a slot. Resolves once it is written, or with false when this device could not. */
  async keep(slot: string, state: DraftState<unknown>): Promise<boolean> {
    const mirrored = this.#slots.get(slot) ?? { state, writing: null, dirty: true };
    this.#slots.set(slot, mirrored);
    mirrored.state = state;
    mirrored.dirty = true;
    await this.#write(slot);
    return this.#writerId !== null && !this.#failed;
  }

  /** Drops a draft that another tab left and this one has taken over and written. */
  async drop(entry: OutboxEntry): Promise<void> {
    try {
      await deleteDraft(entry);
    } catch {
      this.#setFailed(true);
    }
  }

  #write(slot: string): Promise<void> {
    const mirrored = this.#slots.get(slot);
    if (!mirrored || !this.#writerId) return Promise.resolve();
    mirrored.writing ??= this.#writeWhileDirty(slot, mirrored, this.#writerId).finally(() => {
      mirrored.writing = null;
    });
    return mirrored.writing;
  }

  async #writeWhileDirty(slot: string, mirrored: Mirrored, writerId: string): Promise<void> {
    while (mirrored.dirty) {
      await afterFrame();
      mirrored.dirty = false;
      const { state } = mirrored;
      const key = { owner: this.#owner, slot, writerId };
      try {
        if (hasUnsavedText(state)) {
          await putDraft({
            ...key,
            editedAt: Date.now(),
            baseRevision: state.acknowledged.revision,
            body: storable(state.draft),
            unanswered: state.unanswered.map(storable),
            setAside: storable(state.setAside),
            ...(this.#about && { about: this.#about }),
          });
        } else await deleteDraft(key);
        this.#setFailed(false);
      } catch {
        this.#setFailed(true);
      }
    }
  }

  #setFailed(failed: boolean): void {
    if (failed === this.#failed) return;
    this.#failed = failed;
    this.#onDevice(failed);
  }
}
