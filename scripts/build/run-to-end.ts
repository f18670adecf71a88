import { type SpawnOptions, spawn } from 'node:child_process';

/** Runs a program and collects what it says. It is stopped when this process is. */
export function runToEnd(
  command: string,
  parameters: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'>,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = () => child.kill();
    process.once('exit', stop);
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      resolve({ code: code ?? 1, output });
    });
  });
}
