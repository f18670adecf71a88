import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { minifyChunks } from '@/scripts/build/minify-chunks';
import { shareChunks } from '@/scripts/build/share-chunks';
import { chunkFolder } from '../fixtures/chunk-folder';

const folder = chunkFolder();

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
  folder.write('a.js', chunk('first'));
  await minifyChunks(folder.root);
  expect(readFileSync(folder.path('a.js'), 'utf8')).not.toContain('MERGED MODULE');
  const [id, load] = folder.load('a.js') as [number, (context: unknown) => void];
  expect(id).toBe(7);
  const exported: unknown[] = [];
  load({ s: (names: unknown[]) => exported.push(...names) });
  expect(exported[0]).toBe('length');
  expect((exported[1] as () => number)()).toBe(5000);
});

it('chunks that differ in local names only are equal afterwards, and can be shared', async () => {
  folder.write('ssr/a.js', chunk('imported__1'));
  folder.write('ssr/b.js', chunk('imported__2'));
  expect(shareChunks(folder.root)).toBe(0);
  await minifyChunks(folder.root);
  expect(shareChunks(folder.root)).toBe(1);
});

it('what names a map of its own is small all the same, and forgets the map', async () => {
  folder.write('a.js', `${chunk('a')}//# sourceMappingURL=a.js.map`);
  folder.write('b.js', `${chunk('a')}//# sourceMappingURL=b.js.map\n`);
  await minifyChunks(folder.root);
  expect(readFileSync(folder.path('a.js'), 'utf8')).toBe(readFileSync(folder.path('b.js'), 'utf8'));
  expect(readFileSync(folder.path('a.js'), 'utf8')).not.toContain('sourceMappingURL');
});

it('small ones, and what is no JavaScript, stay as they are', async () => {
  const files = { 'small.js': 'module.exports = [ 1 ]; // one\n', 'a.json': `{ "text": "${' '.repeat(5000)}" }` };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  await minifyChunks(folder.root);
  for (const [name, content] of Object.entries(files)) expect(readFileSync(folder.path(name), 'utf8')).toBe(content);
});

it('a chunk that cannot be read ends the build', async () => {
  folder.write('a.js', `const = ${' '.repeat(5000)}`);
  await expect(minifyChunks(folder.root)).rejects.toThrow('Expected identifier but found "="');
});
