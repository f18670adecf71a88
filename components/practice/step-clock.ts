import { timeKey } from '@/components/saving/device-keys';
import { randomId } from '@/components/saving/random-id';
import type { TimeSegment } from '@/lib/core/api-types';
import { MAX_SEGMENTS_PER_REQUEST } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';

const TICK_MS = 1000;
const SEND_EVERY_MS = 15_000;
/** A tick that comes later than this slept: the machine was suspended, and nobody worked. */
const LONGEST_TICK_MS = 5000;

/**
 * Measures the time worked on each slot: runs while the tab is visible, one segment for each uninterrupted stretch. Segments
 * wait in localStorage until the server has them, so that neither a dead network nor a closed tab loses time.
 */
export class StepClock {
  readonly #attemptId: string;
  readonly #listeners = new Set<() => void>();
  readonly #finished: Partial<Record<AnswerSlot, number>> = {};
  /** What of each stretch is in `#finished`, in ms: one that waits here may be known to the server too, in part or whole. */
  readonly #counted = new Map<string, number>();
  #unsent: TimeSegment[] = [];
  #current: TimeSegment | null = null;
  #slot: AnswerSlot;
  #lastTick = 0;
  #version = 0;
  #ended = false;

  constructor(attemptId: string, slot: AnswerSlot, segments: readonly TimeSegment[]) {
    this.#attemptId = attemptId;
    this.#slot = slot;
    for (const segment of segments) this.#count(segment);
  }

  start(): () => void {
    this.#adoptUnsent();
    this.#lastTick = Date.now();
    const tick = setInterval(() => this.#tick(), TICK_MS);
    const send = setInterval(() => void this.send(), SEND_EVERY_MS);
    const onVisibility = () => {
      if (document.visibilityState === 'visible') this.#lastTick = Date.now();
      else {
        this.#tick();
        this.#close();
        void this.send();
      }
    };
    const onHide = () => {
      this.#tick();
      this.#close();
      void this.send();
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', onHide);
    return () => {
      clearInterval(tick);
      clearInterval(send);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', onHide);
      this.#close();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes with every tick; a snapshot for useSyncExternalStore. */
  get version(): number {
    return this.#version;
  }

  /** Time worked on a slot so far, in ms. */
  activeMs(slot: AnswerSlot): number {
    return (this.#finished[slot] ?? 0) + (this.#current?.step === slot ? this.#current.activeMs : 0);
  }

  switchTo(slot: AnswerSlot): void {
    if (slot === this.#slot) return;
    this.#tick();
    this.#close();
    this.#slot = slot;
  }

  /** Stops for good and leaves nothing on this device: the attempt is submitted. */
  end(): void {
    this.#close();
    this.#ended = true;
    this.#unsent = [];
    this.#store();
  }

  /** Sends what the server has not got. Resolves either way: what could not be sent stays here. */
  async send(): Promise<void> {
    const segments = [...this.#unsent, ...(this.#current ? [this.#current] : [])].slice(0, MAX_SEGMENTS_PER_REQUEST);
    if (segments.length === 0) return;
    this.#store();
    try {
      const response = await fetch(`/api/attempts/${this.#attemptId}/time`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ segments }),
        keepalive: true,
      });
      // A refusal for good (submitted, deleted) is no reason to keep asking.
      if (!response.ok && (response.status >= 500 || response.status === 429)) return;
    } catch {
      return;
    }
    const sent = new Map(segments.map((segment) => [segment.id, segment.activeMs]));
    this.#unsent = this.#unsent.filter((segment) => (sent.get(segment.id) ?? -1) < segment.activeMs);
    this.#store();
  }

  #tick(): void {
    const now = Date.now();
    const passed = now - this.#lastTick;
    this.#lastTick = now;
    if (this.#ended || document.visibilityState !== 'visible' || passed <= 0) return;
    if (passed > LONGEST_TICK_MS) {
      this.#close();
      return;
    }
    this.#current ??= {
      id: randomId(),
      step: this.#slot,
      startedAt: new Date(now - passed).toISOString(),
      activeMs: 0,
    };
    this.#current = { ...this.#current, activeMs: this.#current.activeMs + passed };
    this.#notify();
  }

  #notify(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  #close(): void {
    if (!this.#current) return;
    this.#count(this.#current);
    this.#unsent.push(this.#current);
    this.#current = null;
    this.#store();
  }

  /** Adds a stretch to its slot, or what it has grown by since it was added. */
  #count({ id, step, activeMs }: TimeSegment): void {
    const grownMs = activeMs - (this.#counted.get(id) ?? 0);
    if (!(grownMs > 0)) return;
    this.#counted.set(id, activeMs);
    this.#finished[step] = (this.#finished[step] ?? 0) + grownMs;
  }

  get #storageKey(): string {
    return timeKey(this.#attemptId);
  }

  #adoptUnsent(): void {
    try {
      const stored = JSON.parse(localStorage.getItem(this.#storageKey) ?? '[]') as TimeSegment[];
      const known = new Set(this.#unsent.map((segment) => segment.id));
      const adopted = stored.filter((segment) => !known.has(segment.id));
      this.#unsent.push(...adopted);
      // A page that is left sends its time while the next one is made, so the server's total may lack it.
      for (const segment of adopted) this.#count(segment);
      if (adopted.length > 0) this.#notify();
    } catch {
      // Without storage the clock still runs; only a crash offline would lose minutes, never text.
    }
  }

  #store(): void {
    try {
      const segments = [...this.#unsent, ...(this.#current ? [this.#current] : [])];
      if (segments.length === 0) localStorage.removeItem(this.#storageKey);
      else localStorage.setItem(this.#storageKey, JSON.stringify(segments));
    } catch {
      // As above.
    }
  }
}
