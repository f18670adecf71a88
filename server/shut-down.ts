import type { Server } from 'node:http';

const DRAIN_MS = 10_000;
const SWEEP_MS = 50;

/**
 * On SIGTERM or SIGINT: takes no new connection, lets the requests that are being answered finish, runs `close`, and ends
 * with code 0. What is not done after ten seconds is cut off; a second signal ends at once.
 */
export function shutDownOnSignal(server: Server, close: () => Promise<void>, { drainMs = DRAIN_MS } = {}): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log(`${signal}: finishing what is being answered, then stopping.`);
    const force = setTimeout(() => server.closeAllConnections(), drainMs);
    // A connection that is kept alive after its last answer would hold the server open.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(force);
      clearInterval(sweep);
      close()
        .catch((error: unknown) => console.error(error))
        .finally(() => process.exit(0));
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
