import type { Quote } from '@/lib/core/quote';

/** What the candidate says of one expectation; null when nothing is said. */
export type Verdict = { readonly found: true; readonly quote: Quote } | { readonly found: false } | null;

export interface MarkState {
  /** What the screen shows, whether or not the server has it yet. */
  readonly verdict: Verdict;
  readonly status: 'saved' | 'sending' | 'unsent' | 'refused';
  /** With `refused`: why. */
  readonly message: string | null;
}

export type MarkOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly message: string };

/** Where marks wait that the server has not acknowledged, so that a closed tab does not lose them. */
export interface WaitingMarks {
  read(): Readonly<Record<string, Verdict>>;
  write(waiting: Readonly<Record<string, Verdict>>): void;
}

const UNMARKED: MarkState = { verdict: null, status: 'saved', message: null };

/**
 * The marks of one attempt: shown at once, sent one after another for each expectation, kept on the device until they
 * are acknowledged. Keys are `step/expectation-id`.
 */
export class MarkKeeper {
  #states: ReadonlyMap<string, MarkState>;
  readonly #saved: Map<string, Verdict>;
  readonly #sending = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #send: (key: string, verdict: Verdict) => Promise<MarkOutcome>;
  readonly #waiting: WaitingMarks;

  constructor(
    saved: ReadonlyMap<string, Verdict>,
    send: (key: string, verdict: Verdict) => Promise<MarkOutcome>,
    waiting: WaitingMarks,
  ) {
    this.#saved = new Map(saved);
    this.#states = new Map([...saved].map(([key, verdict]) => [key, { verdict, status: 'saved', message: null }]));
    this.#send = send;
    this.#waiting = waiting;
  }

  /** The current states; a new map after every change. */
  readonly snapshot = (): ReadonlyMap<string, MarkState> => this.#states;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up what an earlier visit could not send. */
  resume(): void {
    for (const [key, verdict] of Object.entries(this.#waiting.read())) void this.set(key, verdict);
  }

  /** Shows the verdict and sends it. Resolves when it is stored or when sending has failed. */
  async set(key: string, verdict: Verdict): Promise<void> {
    this.#update(key, { verdict, status: 'sending', message: null });
    if (this.#sending.has(key)) return;
    this.#sending.add(key);
    try {
      await this.#sendUntilCurrent(key);
    } finally {
      this.#sending.delete(key);
    }
  }

  /** Sends once more what did not arrive. */
  retry(key: string): Promise<void> {
    return this.set(key, this.#state(key).verdict);
  }

  /** Sends everything once more that could not be sent; for when the network is back. */
  retryUnsent(): void {
    for (const [key, state] of this.#states) if (state.status === 'unsent') void this.retry(key);
  }

  /** Goes back to what the server holds, after it refused. */
  giveUp(key: string): void {
    this.#update(key, { verdict: this.#saved.get(key) ?? null, status: 'saved', message: null });
  }

  #state(key: string): MarkState {
    return this.#states.get(key) ?? UNMARKED;
  }

  /** A verdict changed while its forerunner was on the way goes out after it, so that the last one wins. */
  async #sendUntilCurrent(key: string): Promise<void> {
    for (;;) {
      const { verdict } = this.#state(key);
      const outcome = await this.#send(key, verdict);
      if (outcome.kind === 'stored') this.#saved.set(key, verdict);
      if (this.#state(key).verdict !== verdict) continue;
      if (outcome.kind === 'stored') this.#update(key, { verdict, status: 'saved', message: null });
      else if (outcome.kind === 'unreachable') this.#update(key, { verdict, status: 'unsent', message: null });
      else this.#update(key, { verdict, status: 'refused', message: outcome.message });
      return;
    }
  }

  #update(key: string, state: MarkState): void {
    this.#states = new Map(this.#states).set(key, state);
    // A refused mark would be refused again: it stays on the screen with its reason, not in the queue.
    const waiting = [...this.#states].filter(([, one]) => one.status === 'sending' || one.status === 'unsent');
    this.#waiting.write(Object.fromEntries(waiting.map(([waitingKey, one]) => [waitingKey, one.verdict])));
    for (const listener of this.#listeners) listener();
  }
}
