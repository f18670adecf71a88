import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCE_FOLDERS = ['app', 'components', 'lib', 'packet', 'server', 'scripts'];

/** Each part, what it is for, and the parts it may import besides itself. */
const PARTS: Readonly<Record<string, { readonly holds: string; readonly mayImport: readonly string[] }>> = {
  app: {
    holds: 'routes only: load, render, hand an action to a form',
    mayImport: [
      'components',
      'lib/http',
      'lib/loaders',
      'lib/commands',
      'lib/auth',
      'lib/content',
      'lib/core',
      'lib/settings',
    ],
  },
  components: { holds: 'what is drawn', mayImport: ['lib/core'] },
  'lib/http': { holds: 'the edge of the JSON API', mayImport: ['lib/auth', 'lib/db', 'lib/settings', 'lib/core'] },
  'lib/loaders': {
    holds: 'what a page reads, for the person who asks',
    mayImport: ['lib/auth', 'lib/content', 'lib/db', 'lib/mail', 'lib/settings', 'lib/core'],
  },
  'lib/commands': {
    holds: 'one use case a file, with explicit arguments',
    mayImport: ['lib/content', 'lib/db', 'lib/mail', 'lib/matching', 'lib/settings', 'lib/core'],
  },
  'lib/auth': { holds: 'sessions', mayImport: ['lib/db', 'lib/mail', 'lib/settings', 'lib/core'] },
  'lib/mail': { holds: 'e-mail on its way out', mayImport: ['lib/settings', 'lib/core'] },
  'lib/content': { holds: 'markdown into typed case studies', mayImport: ['lib/settings', 'lib/core'] },
  'lib/db': { holds: 'rows in, core types out', mayImport: ['lib/settings', 'lib/core'] },
  'lib/matching': { holds: 'the worker in which answers are matched, and its encoder', mayImport: ['lib/core'] },
  'lib/settings': { holds: 'the environment, checked', mayImport: [] },
  'lib/core': { holds: 'pure rules of the product', mayImport: [] },
  packet: {
    holds: 'the page of a review packet, which runs from a file without a server',
    mayImport: ['lib/core'],
  },
  server: {
    holds: 'the http server around Next',
    mayImport: ['lib/http', 'lib/db', 'lib/content', 'lib/auth', 'lib/settings', 'lib/core'],
  },
  scripts: {
    holds: 'commands for developers and authors',
    mayImport: [
      'server',
      'lib/auth',
      'lib/commands',
      'lib/content',
      'lib/core',
      'lib/db',
      'lib/loaders',
      'lib/matching',
      'lib/settings',
    ],
  },
};

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const files = SOURCE_FOLDERS.flatMap(filesUnder);

function partOf(path: string): string | null {
  const parts = Object.keys(PARTS).sort((a, b) => b.length - a.length);
  return parts.find((part) => path === part || path.startsWith(`${part}/`) || path.startsWith(`${part}.`)) ?? null;
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
}

/** The file that an import names, from the repository's root, or null for a package. */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  return specifier.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), specifier)) : null;
}

describe('who may import whom', () => {
  it('finds the source files', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)('%s', (file) => {
    const part = partOf(file);
    expect(
      part,
      `${file} belongs to no known part; put it under one of ${Object.keys(PARTS).join(', ')}`,
    ).not.toBeNull();
    if (part === null) return;
    const isTest = /\.test\.tsx?$/.test(file);
    for (const specifier of importsOf(file)) {
      const target = targetOf(file, specifier);
      const targetPart = target === null ? null : partOf(target);
      if (targetPart !== null && targetPart !== part && !isTest) {
        const { holds, mayImport } = PARTS[part] ?? { holds: '', mayImport: [] };
        expect(
          mayImport,
          `${file} imports ${specifier}. ${part} holds ${holds}; it may import ${mayImport.join(', ') || 'nothing else'}. Move the code to the part that may, or pass the value in.`,
        ).toContain(targetPart);
      }
      if (target?.startsWith('.generated/prisma')) {
        expect(part, `${file}: only lib/db knows the generated Prisma client; add a query there.`).toBe('lib/db');
      }
    }
  });
});

describe('lib/core is pure', () => {
  const core = files.filter((file) => file.startsWith('lib/core/') && !file.endsWith('.test.ts'));

  it.each(core)('%s', (file) => {
    const outside = importsOf(file).filter((specifier) => targetOf(file, specifier) === null);
    const allowed = ['zod', 'diff', 'stemmer'];
    expect(
      outside.filter((specifier) => !allowed.includes(specifier)),
      'lib/core imports only zod, diff and stemmer; take the rest as an argument',
    ).toEqual([]);
    const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const impure = /\bprocess\.|Date\.now\(|new Date\(\)|Math\.random|\bwindow\.|\bdocument\.|\bfetch\(/.exec(code);
    expect(impure?.[0], 'clock, randomness, environment and page come in as arguments').toBeUndefined();
  });
});

describe('names', () => {
  it.each(files)('%s', (file) => {
    const name = file.split('/').at(-1) ?? '';
    const nextOwn = /^(page|layout|route|error|not-found|loading|icon)\.tsx?$/;
    if (!nextOwn.test(name)) expect(name, 'kebab-case').toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.browser)?\.tsx?$/);
    expect(name, 'name the concept that the file holds').not.toMatch(/^(utils?|helpers?|misc|common|index)\./);
  });
});

describe('the disk', () => {
  it('is read by one file of lib/content', () => {
    const readers = files.filter(
      (file) =>
        file.startsWith('lib/content/') &&
        !file.endsWith('.test.ts') &&
        importsOf(file).some((specifier) => /^(node:)?fs(\/promises)?$/.test(specifier)),
    );
    expect(readers, 'take a Disk as an argument instead').toEqual(['lib/content/disk.ts']);
  });
});
