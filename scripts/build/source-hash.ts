import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Everything that a build is made from. What is missing counts as empty. */
const SOURCES = [
  'app',
  'components',
  'content',
  'lib',
  'packet',
  'prisma/models.prisma',
  'prisma/sqlite/schema.prisma',
  'prisma/postgresql/schema.prisma',
  'public',
  'scripts/build',
  'server',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** A hash of names and contents that changes when a build would. Tests and hidden files do not count. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(root, source))) {
    const content = readFileSync(join(root, file));
    // Lengths keep two files from being mistaken for one.
    hash.update(`${file.split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(root: string, source: string): string[] {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [source];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(root, join(source, entry.name)));
}
