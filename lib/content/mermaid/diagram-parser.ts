import { Worker } from 'node:worker_threads';

/** What mermaid says about a source that it cannot read. */
export interface ParseFailure {
  readonly error: string;
  /** Line of the source, from 1, when mermaid knows it. */
  readonly line: number | null;
}

export interface DiagramParser {
  /** Null when mermaid can read the source. Several calls may run at once. */
  parse(source: string): Promise<ParseFailure | null>;
  close(): Promise<void>;
}

/** A diagram that keeps mermaid busy for longer is given up. */
const PATIENCE_MS = 30_000;
/** Mermaid is large: on a busy machine, loading it alone takes a while. */
const LOADING_PATIENCE_MS = 180_000;

interface Reply {
  readonly id: number;
  readonly failure: ParseFailure | null;
}

interface Task {
  readonly source: string;
  readonly settle: (failure: ParseFailure | null) => void;
}

/**
 * Mermaid's own parser in a thread, started at the first diagram. Each source is parsed once, one after the other, so that
 * the patience for one is not used up by those before it.
 */
export function openDiagramParser(patienceMs: number = PATIENCE_MS): DiagramParser {
  let worker: Worker | null = null;
  let isReady = false;
  let nextId = 1;
  let current: (Task & { readonly id: number }) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const queue: Task[] = [];
  const known = new Map<string, Promise<ParseFailure | null>>();

  const settle = (failure: ParseFailure | null) => {
    clearTimeout(timer);
    current?.settle(failure);
    current = null;
  };
  const stop = () => {
    void worker?.terminate();
    worker = null;
    isReady = false;
  };
  const giveUp = (error: string) => {
    // Asked again, it is tried again: how long something takes is no property of it.
    if (current) known.delete(current.source);
    stop();
    settle({ error, line: null });
    next();
  };
  const wait = (ms: number, error: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp(error), ms);
  };
  const send = () => {
    if (!current) return;
    wait(patienceMs, 'it takes too long to read.');
    worker?.postMessage({ id: current.id, source: current.source });
  };
  const start = (): Worker => {
    const thread = new Worker(new URL('./parse-worker.mjs', import.meta.url), { execArgv: [] });
    thread.on('message', (message: Reply | 'ready') => {
      if (thread !== worker) return;
      if (message === 'ready') {
        isReady = true;
        send();
      } else if (message.id === current?.id) {
        settle(message.failure);
        next();
      }
    });
    thread.on('error', (error) => {
      if (thread === worker) giveUp(error instanceof Error ? error.message : String(error));
    });
    thread.unref();
    wait(
      LOADING_PATIENCE_MS,
      'mermaid itself could not be loaded in time. Run this again when the machine is less busy.',
    );
    return thread;
  };
  function next(): void {
    const task = current ? undefined : queue.shift();
    if (!task) return;
    current = { ...task, id: nextId++ };
    if (isReady) send();
    else worker ??= start();
  }

  return {
    parse(source) {
      const answer =
        known.get(source) ??
        new Promise<ParseFailure | null>((resolve) => {
          queue.push({ source, settle: resolve });
        });
      known.set(source, answer);
      next();
      return answer;
    },
    async close() {
      clearTimeout(timer);
      await worker?.terminate();
      worker = null;
      isReady = false;
    },
  };
}
