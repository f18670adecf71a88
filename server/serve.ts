import next from 'next';
import { settings } from '@/lib/settings';
import { createWarmstartServer, type Handler } from './create-server';
import { listen, printedAddress } from './listen';
import { saveDirectly } from './save-directly';
import { shutDownOnSignal } from './shut-down';
import { openStaticFiles } from './static-files';
import { growYoungGenerationWhenBusy } from './young-generation';

/** Serves a finished build until a signal comes. `WARMSTART_BUILD_FOLDER` names the build for Next's settings as well. */
export async function serve({ root, buildFolder }: { root: string; buildFolder: string }): Promise<void> {
  const current = settings();
  const app = next({ dev: false, dir: root, hostname: current.host, port: current.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const handler: Handler = (request, response) => handle(request, response);
  const files = openStaticFiles(buildFolder);
  const server = createWarmstartServer({ next: handler, direct: saveDirectly, files, settings: current });
  growYoungGenerationWhenBusy(server);
  // A promise that nobody waits for is a mistake to be seen, and no reason to drop everybody else's requests.
  process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason));
  shutDownOnSignal(server, async () => {
    await app.close();
    await closeDatabase();
  });
  const address = await listen(server, current);
  console.log(`Warmstart is at ${printedAddress(address, current)}`);
}

/** The client belongs to Next's bundle, which shares only `globalThis` with this one. */
async function closeDatabase(): Promise<void> {
  await (globalThis as { warmstartDatabase?: { $disconnect(): Promise<void> } }).warmstartDatabase?.$disconnect();
}
