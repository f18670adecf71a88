import { spawn } from 'node:child_process';
import type { Counted } from './reports';

export interface Stage {
  readonly name: string;
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the stage's report; a stage without one counts as a single test. */
  readonly count?: () => Counted;
}

export interface StageResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

/**
 * Runs one stage in a shell. Its output is shown as it comes, or, of one that runs beside others, when it has ended. Never
 * rejects: a stage that cannot even start has failed.
 */
export async function runStage(stage: Stage, cwd: string, isBesideOthers: boolean): Promise<StageResult> {
  const heading = `\n=== ${stage.name}: ${stage.command}`;
  if (!isBesideOthers) console.log(heading);
  const begun = Date.now();
  const said: Buffer[] = [];
  const code = await new Promise<number>((resolve) => {
    const child = spawn(stage.command, {
      cwd,
      shell: true,
      stdio: isBesideOthers ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...stage.env },
    });
    child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', () => resolve(1));
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  if (isBesideOthers) console.log(`${heading}\n${Buffer.concat(said).toString()}`);
  const seconds = Math.round((Date.now() - begun) / 1000);
  let counted: Counted = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };
  try {
    if (stage.count) counted = stage.count();
  } catch {
    counted = { passed: 0, failed: 1, failures: [] };
  }
  // A runner can fail without a failing test (it crashed, or found none): that must not read as a pass.
  const ranNothing = counted.passed + counted.failed === 0;
  const failed = counted.failed === 0 && (code !== 0 || ranNothing) ? 1 : counted.failed;
  return {
    name: stage.name,
    ok: code === 0 && failed === 0,
    seconds,
    passed: counted.passed,
    failed,
    failures: counted.failures,
  };
}
