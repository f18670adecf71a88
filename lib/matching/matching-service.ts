import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { FairQueue } from './fair-queue';
import { matchByKeywords } from './match-task';
import type { MatchingOutcome, MatchingTask, WorkerReply, WorkerSettings } from './messages';

/** There is too much to do; asking again in a while may help. */
export class MatchingBusyError extends Error {
  override readonly name = 'MatchingBusyError';
}

/** An answer that could not be looked through, not even by keywords. */
export class MatchingFailedError extends Error {
  override readonly name = 'MatchingFailedError';
}

export interface MatchingService {
  /**
   * Looks through an answer, one at a time and by turns among users. Falls back to keywords when there is no encoder, or
   * when it fails or takes too long; the outcome says which it was.
   *
   * @throws MatchingBusyError when too much is waiting already
   * @throws MatchingFailedError when even keywords failed
   */
  match(userId: string, task: MatchingTask): Promise<MatchingOutcome>;
  /** Stops the worker; what waits fails. */
  close(): Promise<void>;
}

export interface MatchingServiceOptions extends WorkerSettings {
  /** The worker as one file of plain JavaScript. */
  readonly workerFile: string;
  /** How long one answer may take, the start of the worker included. */
  readonly timeoutMs?: number;
  /** How long a worker without work is kept: it holds some 300 MB. */
  readonly idleMs?: number;
  /** Told why there is no encoder, or that a worker ended. */
  readonly log?: (line: string) => void;
}

const TIMEOUT_MS = 30_000;
const IDLE_MS = 5 * 60_000;
const MOST_WAITING = 200;
const MOST_WAITING_OF_ONE = 10;

interface Job {
  readonly task: MatchingTask;
  readonly resolve: (outcome: MatchingOutcome) => void;
  readonly reject: (error: Error) => void;
}

/** One warm worker, started at the first request and stopped when it has had nothing to do for a while. */
export function createMatchingService(options: MatchingServiceOptions): MatchingService {
  const { workerFile, cacheFolder, timeoutMs = TIMEOUT_MS, idleMs = IDLE_MS, log = console.error } = options;
  const queue = new FairQueue<Job>();
  const saidBefore = new Set<string>();
  let worker: Worker | null = null;
  let busy = false;
  let closed = false;
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  const sayOnce = (line: string) => {
    if (!saidBefore.has(line)) log(line);
    saidBefore.add(line);
  };

  function running(): Worker {
    if (worker !== null) return worker;
    const { weightsFolder } = options;
    const started = new Worker(/* turbopackIgnore: true */ workerFile, {
      workerData: { cacheFolder, ...(weightsFolder === undefined ? {} : { weightsFolder }) } satisfies WorkerSettings,
      // Arguments of the server, like a loader or an inspector, are not for it.
      execArgv: [],
      // The weights and what is computed from them lie outside this heap.
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    });
    // It never keeps the process from ending.
    started.unref();
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    worker = started;
    return started;
  }

  async function stop(): Promise<void> {
    const stopped = worker;
    worker = null;
    await stopped?.terminate();
  }

  /** @throws Error when the worker cannot be started, ends, fails or takes too long */
  function inWorker(task: MatchingTask): Promise<MatchingOutcome> {
    return new Promise((resolve, reject) => {
      const used = running();
      lastId += 1;
      const id = lastId;
      const settle = (end: () => void) => {
        clearTimeout(timer);
        used.off('message', onMessage).off('error', onError).off('exit', onExit);
        end();
      };
      const fail = (reason: string) => settle(() => void stop().finally(() => reject(new Error(reason))));
      const onMessage = (reply: WorkerReply) => {
        if (reply.id !== id) return;
        if ('error' in reply) return fail(reply.error);
        if (reply.withoutEncoder !== undefined) sayOnce(`Matching by keywords only: ${reply.withoutEncoder}`);
        settle(() => resolve(reply.outcome));
      };
      const onError = (error: Error) => fail(error.message);
      const onExit = (code: number) => fail(`the worker ended with ${code}`);
      const timer = setTimeout(() => fail(`no result within ${timeoutMs} ms`), timeoutMs);
      used.on('message', onMessage).on('error', onError).on('exit', onExit);
      used.postMessage({ id, task });
    });
  }

  async function attempt(task: MatchingTask): Promise<MatchingOutcome> {
    if (!existsSync(/* turbopackIgnore: true */ workerFile)) {
      sayOnce(`Matching by keywords only: ${workerFile} is not there.`);
      return matchByKeywords(task);
    }
    try {
      return await inWorker(task);
    } catch (error) {
      log(`Matching failed and is tried again by keywords: ${messageOf(error)}`);
    }
    try {
      return await inWorker({ ...task, useEncoder: false });
    } catch (error) {
      throw new MatchingFailedError(messageOf(error), { cause: error });
    }
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    clearTimeout(idle);
    for (let job = queue.take(); job !== undefined; job = queue.take()) {
      if (closed) job.reject(new MatchingFailedError('The server is stopping.'));
      else await attempt(job.task).then(job.resolve, job.reject);
    }
    busy = false;
    idle = setTimeout(() => void stop(), idleMs);
    idle.unref();
  }

  return {
    match: (userId, task) =>
      new Promise((resolve, reject) => {
        if (queue.sizeOf() >= MOST_WAITING || queue.sizeOf(userId) >= MOST_WAITING_OF_ONE) {
          reject(new MatchingBusyError('Too many answers are waiting to be looked through.'));
          return;
        }
        queue.add(userId, { task, resolve, reject });
        void work();
      }),
    async close() {
      closed = true;
      clearTimeout(idle);
      await stop();
    },
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
