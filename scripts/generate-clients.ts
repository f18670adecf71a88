import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withProcessLock } from '@/lib/db/process-lock';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const ENGINES = ['sqlite', 'postgresql'] as const;

/**
 * Generates the Prisma client of each engine into `.generated/prisma/` when the models have changed since.
 *
 * A Prisma schema has one provider, so the models are copied beside each datasource first.
 *
 * @returns false when everything was up to date.
 */
export async function generateClients(): Promise<boolean> {
  const stampFile = join(ROOT, '.generated/prisma/stamp');
  const stamp = fingerprint();
  const upToDate = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (upToDate()) return false;
  return withProcessLock(join(ROOT, '.generated/prisma.lock'), async () => {
    if (upToDate()) return false;
    rmSync(join(ROOT, '.generated/prisma'), { recursive: true, force: true });
    for (const engine of ENGINES) generate(engine);
    writeFileSync(stampFile, stamp);
    return true;
  });
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const sources = ['prisma/models.prisma', ...ENGINES.map((engine) => `prisma/${engine}/schema.prisma`)];
  for (const file of sources) hash.update(readFileSync(join(ROOT, file)));
  hash.update(readFileSync(createRequire(import.meta.url).resolve('prisma/package.json')));
  return hash.digest('hex');
}

function generate(engine: (typeof ENGINES)[number]): void {
  const folder = join(ROOT, '.generated/prisma-schema', engine);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(ROOT, 'prisma', engine, 'schema.prisma'), join(folder, 'schema.prisma'));
  copyFileSync(join(ROOT, 'prisma/models.prisma'), join(folder, 'models.prisma'));
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const run = spawnSync(process.execPath, [prisma, 'generate', '--schema', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no schema engine, but the command line downloads one unless it is told of some executable.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  });
  if (run.status !== 0) {
    throw new Error(`The ${engine} client could not be generated:\n${run.stdout}${run.stderr}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await generateClients()) ? 'Generated the database clients.' : 'The database clients are up to date.');
}
