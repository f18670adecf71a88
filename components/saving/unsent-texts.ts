import { type DraftState, initialDraftState, reduceDraft } from '@/lib/core/saving/draft-state';
import { DraftMirror } from './draft-mirror';
import { deleteDraft, listDrafts, type OutboxEntry } from './outbox';

/** One text that is sent by a button, as it waits for that. */
interface Unsent {
  /** Null while there is nothing that was not sent. */
  state: DraftState<string | null>;
  /** It has been written to this device; what was typed since is on its way there. */
  isKept: boolean;
  /** What earlier tabs left of it, the latest first: given back one after another, so that none covers another. */
  leftBehind: OutboxEntry<string>[];
}

const NOTHING = initialDraftState<string | null>({ revision: 0, body: null, savedAt: null });

/** By person: another one at the same device is given nothing of theirs. */
const ownerOf = (personId: string) => `texts:${personId}`;

/** The name of a text that belongs to an attempt: deleting the attempt deletes it on this device too. */
export const textOfAttempt = (attemptId: string, name: string) => `attempt:${attemptId}/${name}`;

/**
 * What one person has typed into boxes whose text is sent by a button (a reply, a note): it is on this device with every
 * stroke, as answers are, and given back after a reload or a closed tab, until it is sent or given up.
 */
export class UnsentTexts {
  readonly #mirror: DraftMirror;
  readonly #texts = new Map<string, Unsent>();
  readonly #listeners = new Set<() => void>();
  #left: OutboxEntry<string>[] = [];
  #deviceFailed = false;

  constructor(personId: string) {
    this.#mirror = new DraftMirror(ownerOf(personId), (failed) => {
      this.#deviceFailed = failed;
      this.#tell();
    });
  }

  /** Looks for what earlier tabs left. Call it once, in a browser. */
  async open(): Promise<void> {
    // What lies under this owner was put there by this class: texts.
    this.#left = (await this.#mirror.open()) as OutboxEntry<string>[];
    for (const [name, unsent] of this.#texts) this.#giveBack(name, unsent);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** True when this device could not keep a text: then it is in the tab alone. */
  get deviceFailed(): boolean {
    return this.#deviceFailed;
  }

  /** What was typed and not sent; null when there is nothing. */
  textOf(name: string): string | null {
    return this.#unsent(name).state.draft;
  }

  /** True once this device has it. */
  isKept(name: string): boolean {
    return this.#unsent(name).isKept;
  }

  /** @param text null when it is what is stored already. */
  type(name: string, text: string | null): void {
    void this.#become(name, text);
  }

  /**
   * It was sent, or the person does not want it. What another tab left of the same box comes next. Resolves once it is gone
   * from this device too: a page loaded anew before that gives it back.
   */
  async settle(name: string): Promise<void> {
    const gone = this.#become(name, null);
    this.#giveBack(name, this.#unsent(name));
    await gone;
  }

  #unsent(name: string): Unsent {
    const known = this.#texts.get(name);
    if (known) return known;
    const unsent: Unsent = { state: NOTHING, isKept: false, leftBehind: [] };
    this.#texts.set(name, unsent);
    // Asked for while something is drawn: nobody may be told now.
    if (this.#left.length > 0) queueMicrotask(() => this.#giveBack(name, unsent));
    return unsent;
  }

  async #become(name: string, text: string | null): Promise<boolean> {
    const unsent = this.#unsent(name);
    unsent.state = reduceDraft(unsent.state, { type: 'edited', body: text });
    if (text === null) unsent.isKept = false;
    const keeping = this.#mirror.keep(name, unsent.state);
    this.#tell();
    const isKept = await keeping;
    if (isKept === unsent.isKept || unsent.state.draft === null) return isKept;
    unsent.isKept = isKept;
    this.#tell();
    return isKept;
  }

  #giveBack(name: string, unsent: Unsent): void {
    unsent.leftBehind.push(...this.#left.filter(({ slot }) => slot === name));
    this.#left = this.#left.filter(({ slot }) => slot !== name);
    if (unsent.state.draft !== null) return;
    const entry = unsent.leftBehind.shift();
    if (!entry) return;
    // Ours now: written under our own name before the old entry goes.
    void this.#become(name, entry.body).then(async (written) => {
      if (written) await this.#mirror.drop(entry);
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Removes what this device holds of a person's unsent texts. */
export async function forgetUnsentTexts(personId: string): Promise<void> {
  for (const draft of await listDrafts(ownerOf(personId))) await deleteDraft(draft);
}
