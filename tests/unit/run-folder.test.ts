import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRunFolder } from '@/scripts/test/run-folder';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'warmstart-runs-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const leave = (name: string) => {
  mkdirSync(join(parent, name));
  writeFileSync(join(parent, name, 'unit.json'), '{}');
};

it('gives each run a folder of its own', () => {
  const folders = [openRunFolder(join(parent, 'new')), openRunFolder(join(parent, 'new'))];
  expect(new Set(folders).size).toBe(2);
  // Both belong to this process, which runs.
  expect(readdirSync(join(parent, 'new'))).toHaveLength(2);
  for (const folder of folders) expect(readdirSync(folder)).toEqual([]);
});

it('removes what ended runs left, and nothing of one that runs', () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    leave(`run-${ended}-abcdef`);
    leave(`run-${other.pid}-abcdef`);
    leave('journeys');
    writeFileSync(join(parent, 'unit.json'), '{}');
    const mine = openRunFolder(parent);
    expect(dirname(mine)).toBe(parent);
    expect(readdirSync(parent).sort()).toEqual([`run-${other.pid}-abcdef`, basename(mine)].sort());
  } finally {
    other.kill();
  }
});
