import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build as bundle, stop as stopBundler } from 'esbuild';
import { COMPILED_FOLDER } from '@/lib/content/library';
import { withProcessLock } from '@/lib/db/process-lock';
import { bundleDrawingProgram } from './bundle-drawing';
import { writePacketPage } from './bundle-packet';
import { bundleWorker } from './bundle-worker';
import { BUILDS, COMPLETE, findBuild } from './find-build';
import { minifyChunks } from './minify-chunks';
import { runToEnd } from './run-to-end';
import { shareChunks } from './share-chunks';

/** A server that still runs needs the files of its build, so a few earlier ones stay. */
const KEPT_BUILDS = 3;

/**
 * Compiles the content, builds the pages and bundles the server, into a folder named after the sources. Two at once in one
 * checkout take turns, and the second finds the work done.
 *
 * @throws Error whose message is for a person when the content has findings or the build fails.
 */
export async function buildApp(root: string, log: (line: string) => void): Promise<string> {
  return withProcessLock(
    join(root, BUILDS, 'lock'),
    async () => {
      const { folder, complete } = findBuild(root);
      if (complete) return folder;
      rmSync(join(root, folder), { recursive: true, force: true });
      await buildInto({ root, contentDir: join(root, 'content'), compiledFolder: COMPILED_FOLDER, folder }, log);
      writeFileSync(join(root, folder, COMPLETE), '');
      removeOldBuilds(root);
      return folder;
    },
    { onWait: () => log('waiting for another start in this folder') },
  );
}

/** What is built from where to where; the last two from the root. */
export interface BuildPlaces {
  readonly root: string;
  readonly contentDir: string;
  readonly compiledFolder: string;
  readonly folder: string;
}

/** The build itself, without looking whether it is needed. */
export async function buildInto(places: BuildPlaces, log: (line: string) => void): Promise<void> {
  const { root, compiledFolder, folder } = places;
  log(await compile(places));
  await writePacketPage(root, join(root, compiledFolder));
  const drawing = await bundleDrawingProgram(root);
  // It would keep 260 MB beside what Next's build takes.
  await stopBundler();
  await buildPages(places, drawing.address);
  drawing.writeInto(join(root, folder));
  cpSync(join(root, compiledFolder), join(root, folder, 'content'), { recursive: true });
  await bundleServer(root, folder);
  await bundleWorker(root, folder);
}

/** In a process of its own: the 150 MB that compiling takes are given back before Next's build takes its share. */
async function compile({ root, contentDir, compiledFolder }: BuildPlaces): Promise<string> {
  const script = join(root, 'scripts/build/compile-for-build.ts');
  const parameters = ['--import', 'tsx', script, contentDir, join(root, compiledFolder)];
  const { code, output } = await runToEnd(process.execPath, parameters, { cwd: root, env: process.env });
  if (code !== 0) throw new Error(output.trim());
  return output.trim();
}

async function buildPages({ root, compiledFolder, folder }: BuildPlaces, drawingAddress: string): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const { code, output } = await runToEnd(process.execPath, [next, 'build'], {
    cwd: root,
    // Next's settings ask for it when the bundles are written: pages are then made by what will serve them, and by less of it.
    halfway: async () => {
      // Some chunks differ only in names that minifying takes out: they are found to be equal afterwards.
      await minifyChunks(join(root, folder));
      shareChunks(join(root, folder));
      await stopBundler();
    },
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      WARMSTART_BUILD_FOLDER: folder,
      WARMSTART_CONTENT_FOLDER: compiledFolder,
      NEXT_PUBLIC_DRAWING_ADDRESS: drawingAddress,
    },
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n\n${output}`);
}

/**
 * The server, and the look whether anything is to be done before it, as one plain file each. Run from its sources it would
 * need the TypeScript loader, which takes 76 MB for as long as it runs.
 */
async function bundleServer(root: string, folder: string): Promise<void> {
  await bundle({
    entryPoints: [join(root, 'server/serve.ts'), join(root, 'scripts/build/up-to-date.ts')],
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    outdir: join(root, folder),
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
}

function removeOldBuilds(root: string): void {
  mkdirSync(join(root, BUILDS), { recursive: true });
  const builds = readdirSync(join(root, BUILDS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{16}$/.test(entry.name))
    .map((entry) => join(root, BUILDS, entry.name))
    .map((path) => ({ path, time: existsSync(join(path, COMPLETE)) ? statSync(join(path, COMPLETE)).mtimeMs : 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of builds.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true });
}
