/*
 * `npm start`: prepares what is missing, then serves. `npm run build` is the first half alone.
 *
 * Plain JavaScript, because this process is the one that serves: the TypeScript loader and the schema engine stay in the
 * process that prepares, and end with it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Warmstart needs Node 20.19 or newer; this is ${process.versions.node}.`);
}
if (!existsSync(join(root, 'node_modules/tsx'))) fail('The packages are not installed. Run npm ci first.');

stopWithNpm();
// What loading takes for a moment would stay taken: docs/decisions/0050. The server lets go of the first when it is busy.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--liftoff-only');
const buildOnly = process.argv.includes('--build-only');
const buildFolder = (buildOnly ? null : await findUpToDate()) ?? (await prepare());
if (!buildOnly) {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    WARMSTART_BUILD_FOLDER: buildFolder,
    WARMSTART_CONTENT_FOLDER: join(buildFolder, 'content'),
  });
  try {
    const { serve } = await import(pathToFileURL(join(root, buildFolder, 'serve.mjs')).href);
    await serve({ root, buildFolder });
  } catch (error) {
    fail(error instanceof Error ? error.message : error);
  }
}

/**
 * A signal to npm ends npm and its shell, but the shell does not hand it on: the server would stay behind, on its port.
 * Being left by the shell is therefore taken as the signal.
 */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

/**
 * The folder of the build, when the newest one says that there is nothing to prepare. After a crash that is so, and people
 * are waiting: looking costs a tenth of what preparing nothing costs.
 */
async function findUpToDate() {
  const builds = join(root, '.generated/build');
  try {
    const [newest] = readdirSync(builds)
      .map((name) => ({ look: join(builds, name, 'up-to-date.mjs'), complete: join(builds, name, 'complete') }))
      .filter(({ look, complete }) => existsSync(look) && existsSync(complete))
      .sort((a, b) => statSync(b.complete).mtimeMs - statSync(a.complete).mtimeMs);
    if (!newest) return null;
    const { findUpToDateBuild } = await import(pathToFileURL(newest.look).href);
    const folder = await findUpToDateBuild(root);
    if (folder !== null) console.log('Build and database: up to date');
    return folder;
  } catch {
    // Whatever is wrong, preparing says it in words.
    return null;
  }
}

/** Resolves with the folder of the build; ends this process when something could not be prepared. */
function prepare() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/prepare.ts', ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    let folder = '';
    child.on('message', (message) => {
      folder = message.buildFolder;
    });
    child.on('close', (code, signal) => {
      if (code === 0 && folder !== '') resolve(folder);
      else process.exit(signal === null ? (code ?? 1) : 1);
    });
  });
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
