/** Where a note is: with the server, on its way, or only here. */
export type NoteStatus = 'saved' | 'saving' | 'device-only' | 'refused';

export interface NoteState {
  readonly text: string;
  readonly status: NoteStatus;
  /** With `refused`: why. */
  readonly message: string | null;
}

export interface NoteOutcome {
  /** Null when it was stored. */
  readonly problem: string | null;
  /** Of the reply; 0 when there was none. */
  readonly status: number;
}

/** Where a text waits that the server has not taken, so that a closed tab does not lose it. */
export interface WaitingText {
  read(): string | null;
  write(text: string | null): void;
}

const PAUSE_MS = 800;
const RETRY_MS = 5000;

/**
 * Keeps one text that belongs to one person alone, so that the last one written is the one that counts: no revisions. It goes to
 * this device with every stroke and to the server after a pause, again and again until it is there.
 */
export class NoteKeeper {
  #state: NoteState;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sending = false;
  readonly #listeners = new Set<() => void>();
  readonly #send: (text: string) => Promise<NoteOutcome>;
  readonly #waiting: WaitingText;

  constructor(saved: string, send: (text: string) => Promise<NoteOutcome>, waiting: WaitingText) {
    this.#state = { text: saved, status: 'saved', message: null };
    this.#send = send;
    this.#waiting = waiting;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): NoteState => this.#state;

  /** Takes up what an earlier visit could not send. */
  resume(): void {
    const left = this.#waiting.read();
    if (left !== null && left !== this.#state.text) this.type(left);
  }

  type(text: string): void {
    this.#waiting.write(text);
    this.#become({ text, status: 'saving', message: null });
    this.#schedule(PAUSE_MS);
  }

  /** Sends what waits now. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#sending || this.#state.status === 'saved') return;
    this.#sending = true;
    const { text } = this.#state;
    const { problem, status } = await this.#send(text);
    this.#sending = false;
    const isNewer = this.#state.text !== text;
    if (problem === null && !isNewer) {
      this.#waiting.write(null);
      this.#become({ text, status: 'saved', message: null });
    } else if (problem === null) this.#schedule(PAUSE_MS);
    else if (status === 0 || status === 429 || status >= 500) {
      this.#become({ text: this.#state.text, status: 'device-only', message: null });
      this.#schedule(RETRY_MS);
    } else this.#become({ text: this.#state.text, status: 'refused', message: problem });
  }

  #schedule(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #become(state: NoteState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
