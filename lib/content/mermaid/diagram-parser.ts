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

/** A diagram that keeps mermaid busy for longer is given up. The first one also waits for mermaid to load. */
const PATIENCE_MS = 30_000;

interface Reply {
  readonly id: number;
  readonly failure: ParseFailure | null;
}

/** Mermaid's own parser in a thread, started at the first diagram. Each source is parsed once. */
export function openDiagramParser(patienceMs: number = PATIENCE_MS): DiagramParser {
  let worker: Worker | null = null;
  let nextId = 1;
  const waiting = new Map<number, (failure: ParseFailure | null) => void>();
  const known = new Map<string, Promise<ParseFailure | null>>();

  const failAll = (error: string) => {
    for (const settle of waiting.values()) settle({ error, line: null });
    waiting.clear();
  };
  const start = (): Worker => {
    const thread = new Worker(new URL('./parse-worker.mjs', import.meta.url), { execArgv: [] });
    thread.on('message', ({ id, failure }: Reply) => {
      waiting.get(id)?.(failure);
      waiting.delete(id);
    });
    thread.on('error', (error) => {
      worker = null;
      failAll(error instanceof Error ? error.message : String(error));
    });
    thread.unref();
    return thread;
  };
  const ask = (source: string) =>
    new Promise<ParseFailure | null>((resolve) => {
      const id = nextId++;
      const timer = setTimeout(() => {
        // A parser that hangs cannot be asked anything else either.
        void worker?.terminate();
        worker = null;
        failAll('it takes too long to read.');
      }, patienceMs);
      waiting.set(id, (failure) => {
        clearTimeout(timer);
        resolve(failure);
      });
      worker ??= start();
      worker.postMessage({ id, source });
    });

  return {
    parse(source) {
      const answer = known.get(source) ?? ask(source);
      known.set(source, answer);
      return answer;
    },
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}
