import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shareChunks } from '@/scripts/build/share-chunks';
import { chunkFolder } from '../fixtures/chunk-folder';

const CHUNK = `module.exports = [1, function () { return '${'x'.repeat(5000)}'; }];\n`;

const folder = chunkFolder();

it('chunks of the same content are one module', () => {
  for (const name of ['[root]_b._.js', '[root]_a._.js', 'ssr/c.js', 'ssr/d.js']) folder.write(name, CHUNK);
  expect(shareChunks(folder.root)).toBe(2);
  expect(folder.load('[root]_b._.js')).toBe(folder.load('[root]_a._.js'));
  expect(folder.load('ssr/d.js')).toBe(folder.load('ssr/c.js'));
  expect((folder.load('ssr/c.js')[1] as () => string)()).toHaveLength(5000);
});

it('everything else stays as it is', () => {
  const files = { 'a.js': CHUNK, 'b.js': CHUNK.replace('x', 'y'), 'a.json': CHUNK, 's1.js': 'short', 's2.js': 'short' };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  expect(shareChunks(folder.root)).toBe(0);
  for (const [name, content] of Object.entries(files)) expect(readFileSync(folder.path(name), 'utf8')).toBe(content);
});
