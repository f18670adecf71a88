import {
  type DraftEvent,
  type DraftState,
  hasUnsavedText,
  initialDraftState,
  nextRequest,
  reduceDraft,
  type Stored,
} from '@/lib/core/saving/draft-state';
import { DraftMirror } from './draft-mirror';
import type { DraftAbout, OutboxEntry } from './outbox';
import type { SaveTransport } from './save-transport';

/** A pause in typing this long sends what was written. */
const PAUSE_MS = 600;
/** Someone who never pauses is saved this often all the same. */
const MAX_WAIT_MS = 4000;
const FIRST_RETRY_MS = 1000;
const MAX_RETRY_MS = 15_000;

/**
 * Whose pages this document has shown and left. The browser's way back shows such a page as it was when it was opened, so what
 * was saved from it is asked for.
 */
const LEFT_HERE = new Set<string>();

const isSignedOut = ({ problem }: DraftState<unknown>) => problem?.kind === 'signed-out';

interface SlotWork<Body> {
  state: DraftState<Body>;
  timer: ReturnType<typeof setTimeout> | null;
  /** When the oldest unsent edit was made. */
  waitingSince: number | null;
  retryMs: number;
  leftBehind: OutboxEntry<Body>[];
}

/**
 * Keeps what is written safe, in one or more slots (the steps of an attempt, a review): every edit goes to this device first
 * and to the server soon after, again and again until it is acknowledged. One instance a page; `subscribe` and `stateOf`
 * suit React's useSyncExternalStore.
 */
export class DraftSaver<Slot extends string, Body> {
  readonly #owner: string;
  readonly #transport: SaveTransport<Slot, Body>;
  readonly #mirror: DraftMirror;
  readonly #slots = new Map<Slot, SlotWork<Body>>();
  readonly #listeners = new Set<() => void>();
  #deviceFailed = false;
  #stopped = false;

  /**
   * @param owner under which this device keeps the drafts: see `OutboxEntry`.
   * @param about goes with each of them; see there.
   */
  constructor(
    owner: string,
    stored: ReadonlyMap<Slot, Stored<Body>>,
    transport: SaveTransport<Slot, Body>,
    about?: DraftAbout,
  ) {
    this.#owner = owner;
    this.#transport = transport;
    const onDevice = (failed: boolean) => {
      this.#deviceFailed = failed;
      this.#tell();
    };
    this.#mirror = new DraftMirror(owner, onDevice, about);
    for (const [slot, body] of stored) {
      this.#slots.set(slot, {
        state: initialDraftState(body),
        timer: null,
        waitingSince: null,
        retryMs: FIRST_RETRY_MS,
        leftBehind: [],
      });
    }
  }

  /** Takes up drafts that earlier tabs left, and begins to watch the network and the tab. Returns how to stop. */
  start(): () => void {
    this.#stopped = false;
    const wake = () => this.#sendAll();
    const onVisible = () => {
      if (document.visibilityState === 'visible') void this.refresh();
      else this.#sendAll();
    };
    window.addEventListener('online', wake);
    window.addEventListener('pagehide', wake);
    document.addEventListener('visibilitychange', onVisible);
    void this.#recover();
    return () => {
      // Somebody who goes elsewhere within a pause of typing has written it all the same.
      this.#sendAll();
      this.#stopped = true;
      LEFT_HERE.add(this.#owner);
      this.#mirror.close();
      window.removeEventListener('online', wake);
      window.removeEventListener('pagehide', wake);
      document.removeEventListener('visibilitychange', onVisible);
      for (const work of this.#slots.values()) if (work.timer) clearTimeout(work.timer);
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stateOf(slot: Slot): DraftState<Body> {
    return this.#work(slot).state;
  }

  /** True when this device could not keep a draft (storage full or switched off): then only the server has the text. */
  get deviceFailed(): boolean {
    return this.#deviceFailed;
  }

  get hasUnsavedText(): boolean {
    return [...this.#slots.values()].some((work) => hasUnsavedText(work.state));
  }

  edit(slot: Slot, body: Body): void {
    this.#dispatch(slot, { type: 'edited', body });
    this.#schedule(slot);
  }

  choose(slot: Slot, choice: 'mine' | 'theirs'): void {
    this.#dispatch(slot, { type: 'chose', choice });
    void this.#send(slot);
  }

  retry(slot: Slot): void {
    this.#dispatch(slot, { type: 'retried' });
    void this.#send(slot);
  }

  /** Sends everything now; resolves when every slot is acknowledged, or false when one could not be. */
  async flush(): Promise<boolean> {
    for (const slot of this.#slots.keys()) {
      for (let round = 0; round < 5; round += 1) {
        const { state } = this.#work(slot);
        if (!state.inFlight && !hasUnsavedText(state)) break;
        if (state.conflict || state.problem) break;
        if (state.inFlight) await this.#settled(slot);
        else if (!(await this.#send(slot))) break;
      }
    }
    return !this.hasUnsavedText;
  }

  /** Looks whether another tab or device has saved in the meantime. */
  async refresh(): Promise<void> {
    const stored = await this.#transport.fetchAll();
    if (!stored || this.#stopped) return;
    for (const slot of this.#slots.keys()) {
      const current = stored.get(slot);
      if (current) this.#dispatch(slot, { type: 'observed', current });
    }
    this.#sendAll();
  }

  #work(slot: Slot): SlotWork<Body> {
    const work = this.#slots.get(slot);
    if (!work) throw new Error(`There is no slot ${slot} here.`);
    return work;
  }

  #dispatch(slot: Slot, event: DraftEvent<Body>): void {
    const work = this.#work(slot);
    const before = work.state;
    work.state = reduceDraft(before, event);
    if (work.state === before) return;
    if (!hasUnsavedText(work.state)) work.waitingSince = null;
    void this.#mirror.keep(slot, work.state);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #settled(slot: Slot): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.#work(slot).state.inFlight) return;
        stop();
        resolve();
      });
    });
  }

  #schedule(slot: Slot): void {
    const work = this.#work(slot);
    work.waitingSince ??= Date.now();
    if (work.timer) clearTimeout(work.timer);
    const latest = work.waitingSince + MAX_WAIT_MS - Date.now();
    work.timer = setTimeout(() => this.#sendAgain(slot), Math.max(0, Math.min(PAUSE_MS, latest)));
  }

  #sendAll(): void {
    for (const [slot, work] of this.#slots) {
      work.retryMs = FIRST_RETRY_MS;
      this.#sendAgain(slot);
    }
  }

  /** Sends, also where the session had ended: somebody may have signed in in another tab since, which goes for this one too. */
  #sendAgain(slot: Slot): void {
    if (isSignedOut(this.#work(slot).state)) this.retry(slot);
    else void this.#send(slot);
  }

  /** Sends what is next, if anything. True when the server acknowledged it. */
  async #send(slot: Slot): Promise<boolean> {
    const work = this.#work(slot);
    if (work.timer) clearTimeout(work.timer);
    work.timer = null;
    const request = nextRequest(work.state);
    if (!request || this.#stopped) return false;
    work.waitingSince = null;
    this.#dispatch(slot, { type: 'sent', request });
    const { event, retryAfterMs } = await this.#transport.send(slot, request);
    this.#dispatch(slot, event);
    if (this.#stopped) return event.type === 'accepted';
    if (event.type === 'unreachable' || isSignedOut(work.state)) {
      work.timer = setTimeout(() => this.#sendAgain(slot), Math.max(work.retryMs, retryAfterMs ?? 0));
      work.retryMs = Math.min(work.retryMs * 2, MAX_RETRY_MS);
      return false;
    }
    work.retryMs = FIRST_RETRY_MS;
    if (nextRequest(work.state)) this.#schedule(slot);
    else this.#takeUpNext(slot);
    return event.type === 'accepted';
  }

  async #recover(): Promise<void> {
    // What lies under this owner and slot was put there by this class, of the same body.
    const left = (await this.#mirror.open()) as OutboxEntry<Body>[];
    // First, for a draft that was written after what the page shows would seem to contradict it.
    if (LEFT_HERE.has(this.#owner)) await this.refresh();
    for (const [slot, work] of this.#slots) {
      work.leftBehind = left.filter((entry) => entry.slot === slot);
      this.#takeUpNext(slot);
    }
  }

  /** Takes up one draft that was left behind; the others wait until this one is settled, so that none covers another. */
  #takeUpNext(slot: Slot): void {
    const work = this.#work(slot);
    while (!hasUnsavedText(work.state) && !work.state.conflict) {
      const entry = work.leftBehind.shift();
      if (!entry) return;
      this.#dispatch(slot, { type: 'recovered', draft: entry });
      // Ours now: written under our own name before the old entry goes.
      void this.#mirror.keep(slot, work.state).then(async (written) => {
        if (written) await this.#mirror.drop(entry);
      });
      void this.#send(slot);
    }
  }
}
