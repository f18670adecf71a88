import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** Starts the slow server and returns what it has said so far, and a way to wait for a line. */
function start() {
  const started = spawn(process.execPath, ['--import', 'tsx', 'tests/integration/slow-server-process.ts']);
  child = started;
  let said = '';
  started.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const saying = (line: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = line.exec(said);
        if (found) resolve(found[1] ?? '');
      };
      started.stdout.on('data', look);
      started.once('close', () => reject(new Error(`It ended after saying: ${said}`)));
      look();
    });
  const ended = new Promise<number | null>((resolve) => started.once('close', resolve));
  return { started, saying, ended, said: () => said };
}

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it('lets the request that is being answered finish, then ends with 0', async () => {
    const { started, saying, ended, said } = start();
    const port = await saying(/port (\d+)/);
    // Keeps the connection, as browsers do: it must not hold the server open.
    const agent = new Agent({ keepAlive: true });
    const answer = new Promise<string>((resolve, reject) => {
      get({ port, host: '127.0.0.1', agent }, (response) => {
        response.on('data', (chunk: Buffer) => resolve(chunk.toString()));
      }).on('error', reject);
    });
    await saying(/asked/);
    const signalled = performance.now();
    started.kill(signal);
    expect(await answer).toBe('answered');
    expect(await ended).toBe(0);
    expect(performance.now() - signalled).toBeLessThan(5000);
    expect(said()).toContain('closed');
    agent.destroy();
  });
});
