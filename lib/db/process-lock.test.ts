import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withProcessLock } from './process-lock';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warmstart-lock-'));
  file = join(folder, 'sub/lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('lets one in at a time, and tells the other that it waits', async () => {
  const inside: string[] = [];
  const waits = vi.fn();
  const stay = (name: string) =>
    withProcessLock(
      file,
      async () => {
        inside.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 30));
        inside.push(`${name} out`);
        return name;
      },
      { onWait: waits },
    );
  expect(await Promise.all([stay('a'), stay('b')])).toEqual(['a', 'b']);
  expect(inside).toEqual(['a in', 'a out', 'b in', 'b out']);
  expect(waits).toHaveBeenCalledOnce();
});

it('is free again after a failure', async () => {
  await expect(withProcessLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withProcessLock(file, async () => 'yes')).toBe('yes');
});

it('gives up after its time', async () => {
  await withProcessLock(file, async () => {
    await expect(withProcessLock(file, async () => 'inside', { timeoutMs: 0 })).rejects.toThrow(/locked by another/);
  });
});

it('is free again when its holder was killed', async () => {
  await withProcessLock(file, async () => {});
  const holder = spawn(process.execPath, [
    '--input-type=commonjs',
    '--eval',
    `const Database = require('better-sqlite3');
     const lock = new Database(${JSON.stringify(file)});
     lock.exec('BEGIN EXCLUSIVE');
     console.log('held');
     setInterval(() => {}, 1000);`,
  ]);
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  await expect(withProcessLock(file, async () => {}, { timeoutMs: 0 })).rejects.toThrow(/locked/);
  const gone = new Promise((resolve) => holder.once('close', resolve));
  holder.kill('SIGKILL');
  await gone;
  expect(await withProcessLock(file, async () => 'free')).toBe('free');
});
