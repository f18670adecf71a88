import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceHash } from '@/scripts/build/source-hash';

let root: string;
const write = (name: string, content: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'warmstart-hash-'));
  write('app/page.tsx', 'page');
  write('content/cases/a/case.md', 'a case');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

it.each([
  ['a source', 'app/page.tsx', 'another page'],
  ['a new source', 'lib/core/new.ts', ''],
  ['the content', 'content/cases/a/case.md', 'another case'],
  ['the lock file', 'package-lock.json', '{ }'],
  ['the models', 'prisma/models.prisma', 'model A {}'],
])('changes with %s', (_, name, content) => {
  const before = sourceHash(root);
  write(name, content);
  expect(sourceHash(root)).not.toBe(before);
});

it('changes when a file gets another name', () => {
  const before = sourceHash(root);
  rmSync(join(root, 'app/page.tsx'));
  write('app/pages.tsx', 'page');
  expect(sourceHash(root)).not.toBe(before);
});

it.each([
  ['tests', 'lib/core/steps.test.ts'],
  ['hidden files', 'app/.page.tsx.swp'],
  ['documents', 'docs/api.md'],
  ['the database', 'data/warmstart.db'],
])('stays with %s', (_, name) => {
  const before = sourceHash(root);
  write(name, 'new');
  expect(sourceHash(root)).toBe(before);
});
