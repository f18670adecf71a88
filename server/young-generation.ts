import type { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';

/** One person who opens pages and saves stays below it. */
const BUSY_REQUESTS = 50;
const WINDOW_MS = 1000;

/**
 * Lets V8's young generation grow once there is work for it. `start.mjs` holds it at 2 MB, because it grows while modules are
 * loaded, to 28 MB, and does not shrink; but under load a small one takes a third of the saves a second.
 */
export function growYoungGenerationWhenBusy(server: EventEmitter): void {
  onceBusy(server, () => setFlagsFromString('--semi-space-growth-factor=2'));
}

/** Calls back once, at the first second that has so many requests. */
export function onceBusy(server: EventEmitter, callback: () => void, now = () => performance.now()): void {
  let begun = now();
  let requests = 0;
  const count = () => {
    const time = now();
    if (time - begun >= WINDOW_MS) {
      begun = time;
      requests = 0;
    }
    requests += 1;
    if (requests < BUSY_REQUESTS) return;
    server.off('request', count);
    callback();
  };
  server.on('request', count);
}
