import { connect, type Socket } from 'node:net';

/** What one connection sends next, as the bytes of a whole HTTP/1.1 request. */
export type NextRequest = (sent: number) => Buffer;

export interface LoopResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers other than 200. */
  readonly errors: number;
}

/**
 * Keeps each connection busy with one request after the other, and measures. It reads just enough of HTTP to know where
 * an answer ends, so that on a small machine the client does not become what is measured.
 */
export async function closedLoop(
  origin: string,
  connections: readonly NextRequest[],
  durationMs: number,
): Promise<LoopResult> {
  const { hostname, port } = new URL(origin);
  const latencies: number[] = [];
  let errors = 0;
  const start = performance.now();
  await Promise.all(
    connections.map(async (nextRequest) => {
      const socket = connect(Number(port), hostname).setNoDelay(true);
      try {
        for (let sent = 0; performance.now() - start < durationMs; sent += 1) {
          const sentAt = performance.now();
          const status = await exchange(socket, nextRequest(sent));
          latencies.push(performance.now() - sentAt);
          if (status !== 200) errors += 1;
        }
      } finally {
        socket.destroy();
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    requestsPerSecond: latencies.length / seconds,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    errors,
  };
}

/** Sends a request and resolves with the status once the whole answer is there. */
function exchange(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const finish = (outcome: () => void) => {
      socket.off('data', read).off('error', fail).off('close', closed);
      outcome();
    };
    const read = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (isWhole(received)) finish(() => resolve(Number(received.toString('latin1', 9, 12))));
    };
    const fail = (error: Error) => finish(() => reject(error));
    const closed = () => finish(() => reject(new Error('The server closed the connection.')));
    socket.on('data', read).on('error', fail).on('close', closed);
    socket.write(request);
  });
}

function isWhole(received: Buffer): boolean {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return false;
  const head = received.toString('latin1', 0, headEnd).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return received.length >= headEnd + 4 + Number(length);
  return received.toString('latin1', received.length - 5) === '0\r\n\r\n';
}
