import { watch } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@/lib/settings';
import { bundleWorker } from './build/bundle-worker';
import { generateClients } from './generate-clients';
import { migrateDatabase } from './migrate-database';

/*
 * `npm run dev`: as `npm start`, but Next builds each page when it is asked for, and content is compiled again when it
 * changes. A case with mistakes is shown as broken beside the others.
 */
const root = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  // Read by React and Next when they are loaded, so they are loaded after this.
  Object.assign(process.env, { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' });
  const settings = readSettings(process.env);
  if (await generateClients()) console.log('Database clients: generated');
  const applied = await migrateDatabase(process.env);
  if (applied.length > 0) console.log(`Database: ${applied.length} migrations applied`);
  await bundleWorker(root, '.generated');
  const { recompile } = await import('./dev-content');
  await recompile(root);
  watchContent(() => recompile(root));

  const { default: next } = await import('next');
  const { createWarmstartServer } = await import('@/server/create-server');
  const { listen, printedAddress } = await import('@/server/listen');
  const { shutDownOnSignal } = await import('@/server/shut-down');
  const app = next({ dev: true, dir: root, hostname: settings.host, port: settings.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createWarmstartServer({ next: (request, response) => handle(request, response), settings });
  // The development page is told of every edit over a connection that never ends by itself.
  shutDownOnSignal(server, async () => {}, { drainMs: 500 });
  const address = await listen(server, settings);
  console.log(`Warmstart is at ${printedAddress(address, settings)}, for development.`);
}

/** Editors write a file in several steps, so changes are taken together. One compilation runs at a time. */
function watchContent(compile: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watch(join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(compile).catch((error: unknown) => console.error(error));
    }, 200);
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
