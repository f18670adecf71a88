import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { minifyChunks } from '@/scripts/build/minify-chunks';
import { shareChunks } from '@/scripts/build/share-chunks';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warmstart-chunks-'));
  mkdirSync(join(folder, 'server/chunks/ssr'), { recursive: true });
  // As Next writes it into a build, whose files are CommonJS whatever the app is.
  writeFileSync(join(folder, 'package.json'), '{"type": "commonjs"}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, 'server/chunks', name);

/** A chunk as Turbopack writes it, with a local name of its choice. */
const chunk = (local: string) => `module.exports = [
7, ((__turbopack_context__) => {
"use strict";
// MERGED MODULE: [project]/a.ts [app-rsc] (ecmascript)
const ${local} = "${'x'.repeat(5000)}";
__turbopack_context__.s(["length", () => ${local}.length]);
})];
`;

it('a chunk is smaller and does the same', async () => {
  writeFileSync(path('a.js'), chunk('first'));
  await minifyChunks(folder);
  expect(readFileSync(path('a.js'), 'utf8')).not.toContain('MERGED MODULE');
  const [id, load] = createRequire(join(folder, 'runtime.js'))(path('a.js'));
  expect(id).toBe(7);
  const exported: unknown[] = [];
  load({ s: (names: unknown[]) => exported.push(...names) });
  expect(exported[0]).toBe('length');
  expect((exported[1] as () => number)()).toBe(5000);
});

it('chunks that differ in local names only are equal afterwards, and can be shared', async () => {
  writeFileSync(path('ssr/a.js'), chunk('imported__1'));
  writeFileSync(path('ssr/b.js'), chunk('imported__2'));
  expect(shareChunks(folder)).toBe(0);
  await minifyChunks(folder);
  expect(shareChunks(folder)).toBe(1);
});

it('small ones, and what is no JavaScript, stay as they are', async () => {
  const files = { 'small.js': 'module.exports = [ 1 ]; // one\n', 'a.json': `{ "text": "${' '.repeat(5000)}" }` };
  for (const [name, content] of Object.entries(files)) writeFileSync(path(name), content);
  await minifyChunks(folder);
  for (const [name, content] of Object.entries(files)) expect(readFileSync(path(name), 'utf8')).toBe(content);
});

it('a chunk that cannot be read ends the build', async () => {
  writeFileSync(path('a.js'), `const = ${' '.repeat(5000)}`);
  await expect(minifyChunks(folder)).rejects.toThrow('Expected identifier but found "="');
});
