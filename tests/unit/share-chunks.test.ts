import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shareChunks } from '@/scripts/build/share-chunks';

const CHUNK = `module.exports = [1, function () { return '${'x'.repeat(5000)}'; }];\n`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warmstart-chunks-'));
  mkdirSync(join(folder, 'server/chunks/ssr'), { recursive: true });
  // As Next writes it into a build, whose files are CommonJS whatever the app is.
  writeFileSync(join(folder, 'package.json'), '{"type": "commonjs"}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, 'server/chunks', name);
const write = (name: string, content: string) => writeFileSync(path(name), content);

it('chunks of the same content are one module', () => {
  for (const name of ['[root]_b._.js', '[root]_a._.js', 'ssr/c.js', 'ssr/d.js']) write(name, CHUNK);
  expect(shareChunks(folder)).toBe(2);
  const load = createRequire(join(folder, 'runtime.js'));
  expect(load(path('[root]_b._.js'))).toBe(load(path('[root]_a._.js')));
  expect(load(path('ssr/d.js'))).toBe(load(path('ssr/c.js')));
  expect(load(path('ssr/c.js'))[1]()).toHaveLength(5000);
});

it('everything else stays as it is', () => {
  const files = { 'a.js': CHUNK, 'b.js': CHUNK.replace('x', 'y'), 'a.json': CHUNK, 's1.js': 'short', 's2.js': 'short' };
  for (const [name, content] of Object.entries(files)) write(name, content);
  expect(shareChunks(folder)).toBe(0);
  for (const [name, content] of Object.entries(files)) expect(readFileSync(path(name), 'utf8')).toBe(content);
});
