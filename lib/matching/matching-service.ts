import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { FairQueue } from './fair-queue';
import { matchByKeywords } from './match-task';
import type { MatchingOutcome, MatchingTask, WorkerReply, WorkerSettings, WorkerUsage } from './messages';

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
  /** How long one answer may take. */
  readonly timeoutMs?: number;
  /** How much longer the first answer of a worker may take, which waits for its start. */
  readonly startMs?: number;
  /** How long a worker without work is kept: it holds some 300 MB. */
  readonly idleMs?: number;
  /** Told why there is no encoder, or that a worker ended. */
  readonly log?: (line: string) => void;
  /** Told what each answer took. */
  readonly onUsage?: (usage: WorkerUsage) => void;
}

const TIMEOUT_MS = 30_000;
const START_MS = 30_000;
const IDLE_MS = 5 * 60_000;
const STOPPING = 'The server is stopping.';
const MOST_WAITING = 200;
const MOST_WAITING_OF_ONE = 10;

interface Job {
  readonly task: MatchingTask;
  readonly resolve: (outcome: MatchingOutcome) => void;
  readonly reject: (error: Error) => void;
}

/** One warm worker, started at the first request and stopped when it has had nothing to do for a while. */
export function createMatchingService(options: MatchingServiceOptions): MatchingService {
  const { timeoutMs = TIMEOUT_MS, startMs = START_MS, idleMs = IDLE_MS, log = console.error } = options;
  const queue = new FairQueue<Job>();
  const saidBefore = new Set<string>();
  let worker: ChildProcess | null = null;
  let busy = false;
  let closed = false;
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  const sayOnce = (line: string) => {
    if (!saidBefore.has(line)) log(line);
    saidBefore.add(line);
  };

  function start(): ChildProcess {
    const started = startWorker(options);
    const forget = () => {
      if (worker === started) worker = null;
    };
    started.on('exit', forget).on('error', forget);
    worker = started;
    return started;
  }

  function stop(): Promise<void> {
    const stopped = worker;
    worker = null;
    return stopped === null ? Promise.resolve() : endOf(stopped);
  }

  /** @throws Error when the worker cannot be started, ends, fails or takes too long */
  function inWorker(task: MatchingTask): Promise<MatchingOutcome> {
    return new Promise((resolve, reject) => {
      const allowedMs = worker === null ? timeoutMs + startMs : timeoutMs;
      const used = worker ?? start();
      lastId += 1;
      const id = lastId;
      const settle = (end: () => void) => {
        clearTimeout(timer);
        used.off('message', onMessage).off('error', onError).off('exit', onExit);
        end();
      };
      const fail = (reason: string) => settle(() => void stop().finally(() => reject(new Error(reason))));
      const onMessage = (message: unknown) => {
        const reply = message as WorkerReply;
        if (reply.id !== id) return;
        if ('error' in reply) return fail(reply.error);
        if (reply.withoutEncoder !== undefined) sayOnce(`Matching by keywords only: ${reply.withoutEncoder}`);
        if (reply.usage !== undefined) options.onUsage?.(reply.usage);
        settle(() => resolve(reply.outcome));
      };
      const onError = (error: Error) => fail(error.message);
      const onExit = (code: number | null, signal: string | null) => fail(`the worker ended with ${code ?? signal}`);
      const timer = setTimeout(() => fail(`no result within ${allowedMs} ms`), allowedMs);
      used.on('message', onMessage).on('error', onError).on('exit', onExit);
      used.send({ id, task }, (error) => {
        if (error !== null) fail(error.message);
      });
    });
  }

  async function attempt(task: MatchingTask): Promise<MatchingOutcome> {
    if (!existsSync(/* turbopackIgnore: true */ options.workerFile)) {
      sayOnce(`Matching by keywords only: ${options.workerFile} is not there.`);
      return matchByKeywords(task);
    }
    try {
      return await inWorker(task);
    } catch (error) {
      if (closed) throw new MatchingFailedError(STOPPING);
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
      if (closed) job.reject(new MatchingFailedError(STOPPING));
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

/**
 * A process, because V8's flags are those of a whole process and ours are made to keep the server small, at the price of
 * WebAssembly that takes several times as long (docs/decisions/0050). It inherits neither flags nor environment.
 */
function startWorker({ workerFile, cacheFolder, weightsFolder }: MatchingServiceOptions): ChildProcess {
  const settings: WorkerSettings = { cacheFolder, ...(weightsFolder === undefined ? {} : { weightsFolder }) };
  const { SystemRoot } = process.env;
  const started = fork(/* turbopackIgnore: true */ workerFile, [JSON.stringify(settings)], {
    // The weights and what is computed from them lie outside this heap.
    execArgv: ['--max-old-space-size=192'],
    env: (SystemRoot === undefined ? {} : { SystemRoot }) as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // It never keeps the server from ending, and ends with it.
  started.unref();
  started.channel?.unref();
  return started;
}

function endOf(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.pid === undefined || worker.exitCode !== null || worker.signalCode !== null) return resolve();
    worker.once('exit', () => resolve());
    worker.ref();
    // It may be in the middle of a computation, where it would hear nothing else.
    worker.kill('SIGKILL');
  });
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
