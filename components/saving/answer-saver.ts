import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot } from '@/lib/core/attempt';
import {
  type DraftEvent,
  type DraftState,
  hasUnsavedText,
  initialDraftState,
  nextRequest,
  reduceDraft,
  type StoredAnswer,
} from '@/lib/core/saving/draft-state';
import { DraftMirror } from './draft-mirror';
import type { OutboxEntry } from './outbox';
import { fetchAttempt, sendAnswer } from './send-answer';

/** A pause in typing this long sends what was written. */
const PAUSE_MS = 600;
/** Someone who never pauses is saved this often all the same. */
const MAX_WAIT_MS = 4000;
const FIRST_RETRY_MS = 1000;
const MAX_RETRY_MS = 15_000;

interface SlotWork {
  state: DraftState;
  timer: ReturnType<typeof setTimeout> | null;
  /** When the oldest unsent edit was made. */
  waitingSince: number | null;
  retryMs: number;
  leftBehind: OutboxEntry[];
}

/**
 * Keeps the answers of one attempt safe: every edit goes to this device first and to the server soon after, again and
 * again until it is acknowledged. One instance a page; `subscribe` and `stateOf` suit React's useSyncExternalStore.
 */
export class AnswerSaver {
  readonly #attemptId: string;
  readonly #mirror: DraftMirror;
  readonly #slots = new Map<AnswerSlot, SlotWork>();
  readonly #listeners = new Set<() => void>();
  #deviceFailed = false;
  #stopped = false;

  constructor(attemptId: string, stored: Partial<Record<AnswerSlot, StoredAnswer>>) {
    this.#attemptId = attemptId;
    this.#mirror = new DraftMirror(attemptId, (failed) => {
      this.#deviceFailed = failed;
      this.#tell();
    });
    for (const [slot, answer] of Object.entries(stored) as [AnswerSlot, StoredAnswer][]) {
      this.#slots.set(slot, {
        state: initialDraftState(answer),
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
      this.#stopped = true;
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

  stateOf(slot: AnswerSlot): DraftState {
    return this.#work(slot).state;
  }

  /** True when this device could not keep a draft (storage full or switched off): then only the server has the text. */
  get deviceFailed(): boolean {
    return this.#deviceFailed;
  }

  get hasUnsavedText(): boolean {
    return [...this.#slots.values()].some((work) => hasUnsavedText(work.state));
  }

  edit(slot: AnswerSlot, answer: Answer): void {
    this.#dispatch(slot, { type: 'edited', answer });
    this.#schedule(slot);
  }

  choose(slot: AnswerSlot, choice: 'mine' | 'theirs'): void {
    this.#dispatch(slot, { type: 'chose', choice });
    void this.#send(slot);
  }

  retry(slot: AnswerSlot): void {
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
    const attempt = await fetchAttempt(this.#attemptId);
    if (!attempt || this.#stopped) return;
    for (const slot of this.#slots.keys()) {
      const current = attempt.answers[slot];
      if (current) this.#dispatch(slot, { type: 'observed', current });
    }
    this.#sendAll();
  }

  #work(slot: AnswerSlot): SlotWork {
    const work = this.#slots.get(slot);
    if (!work) throw new Error(`This attempt has no slot ${slot}.`);
    return work;
  }

  #dispatch(slot: AnswerSlot, event: DraftEvent): void {
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

  #settled(slot: AnswerSlot): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.#work(slot).state.inFlight) return;
        stop();
        resolve();
      });
    });
  }

  #schedule(slot: AnswerSlot): void {
    const work = this.#work(slot);
    work.waitingSince ??= Date.now();
    if (work.timer) clearTimeout(work.timer);
    const latest = work.waitingSince + MAX_WAIT_MS - Date.now();
    work.timer = setTimeout(() => void this.#send(slot), Math.max(0, Math.min(PAUSE_MS, latest)));
  }

  #sendAll(): void {
    for (const [slot, work] of this.#slots) {
      work.retryMs = FIRST_RETRY_MS;
      void this.#send(slot);
    }
  }

  /** Sends what is next, if anything. True when the server acknowledged it. */
  async #send(slot: AnswerSlot): Promise<boolean> {
    const work = this.#work(slot);
    if (work.timer) clearTimeout(work.timer);
    work.timer = null;
    const request = nextRequest(work.state);
    if (!request || this.#stopped) return false;
    work.waitingSince = null;
    this.#dispatch(slot, { type: 'sent', request });
    const { event, retryAfterMs } = await sendAnswer(this.#attemptId, slot, request);
    this.#dispatch(slot, event);
    if (this.#stopped) return event.type === 'accepted';
    if (event.type === 'unreachable') {
      work.timer = setTimeout(() => void this.#send(slot), Math.max(work.retryMs, retryAfterMs ?? 0));
      work.retryMs = Math.min(work.retryMs * 2, MAX_RETRY_MS);
      return false;
    }
    work.retryMs = FIRST_RETRY_MS;
    if (nextRequest(work.state)) this.#schedule(slot);
    else this.#takeUpNext(slot);
    return event.type === 'accepted';
  }

  async #recover(): Promise<void> {
    const left = await this.#mirror.open();
    for (const [slot, work] of this.#slots) {
      work.leftBehind = left.filter((entry) => entry.slot === slot);
      this.#takeUpNext(slot);
    }
  }

  /** Takes up one draft that was left behind; the others wait until this one is settled, so that none covers another. */
  #takeUpNext(slot: AnswerSlot): void {
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
