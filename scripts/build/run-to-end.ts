import { type SpawnOptions, spawn } from 'node:child_process';

interface Options extends Pick<SpawnOptions, 'cwd' | 'env'> {
  /** The program sends one message, and waits for one until this is done. */
  readonly halfway?: () => Promise<void>;
}

/** Runs a program and collects what it says. It is stopped when this process is, and when `halfway` fails, as this then does. */
export function runToEnd(
  command: string,
  parameters: readonly string[],
  { halfway, ...options }: Options,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const channel = halfway ? (['ipc'] as const) : [];
    const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe', ...channel] });
    const stop = () => child.kill();
    process.once('exit', stop);
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('message', () => {
      halfway?.().then(
        () => child.send('go on'),
        (error: unknown) => {
          stop();
          reject(error);
        },
      );
    });
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      resolve({ code: code ?? 1, output });
    });
  });
}
