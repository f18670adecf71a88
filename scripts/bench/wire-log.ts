import type { Page } from '@playwright/test';

/** What a response is, as far as page weight is concerned. */
export type Kind = 'script' | 'page' | 'font' | 'style' | 'data' | 'other';

const KINDS: Readonly<Record<string, Kind>> = {
  Script: 'script',
  Document: 'page',
  Font: 'font',
  Stylesheet: 'style',
  Fetch: 'data',
  XHR: 'data',
};

/** Bytes on the wire by kind, headers included. */
export type Weight = Readonly<Record<Kind, number>>;

const QUIET_MS = 500;
const PATIENCE_MS = 20_000;

/** Counts what Chromium receives for a page, headers included, as it comes over the wire; what its cache has is 0. */
export class WireLog {
  readonly #bytes: Record<Kind, number> = { script: 0, page: 0, font: 0, style: 0, data: 0, other: 0 };
  readonly #open = new Map<string, Kind>();
  readonly #external = new Set<string>();
  readonly #requested: string[] = [];
  #lastChange = performance.now();

  private constructor(private readonly origin: string) {}

  /** `encodings`: what the browser says that it accepts. */
  static async watch(page: Page, origin: string, encodings: readonly ('gzip' | 'br')[]): Promise<WireLog> {
    const log = new WireLog(origin);
    const session = await page.context().newCDPSession(page);
    session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      // An address that carries its data, and a request that is already known from a redirect, need no wire.
      if (/^(data|blob):/.test(request.url)) return;
      if (!request.url.startsWith(`${log.origin}/`)) log.#external.add(request.url);
      log.#requested.push(request.url.replace(log.origin, ''));
      log.#open.set(requestId, KINDS[type ?? ''] ?? 'other');
      log.#lastChange = performance.now();
    });
    session.on('Network.responseReceived', ({ requestId, type }) => {
      // A preload is "other" when it is sent, and what it is when it arrives.
      if (log.#open.has(requestId)) log.#open.set(requestId, KINDS[type] ?? 'other');
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = log.#open.get(requestId);
      if (kind === undefined) return;
      log.#open.delete(requestId);
      log.#bytes[kind] += encodedDataLength;
      log.#lastChange = performance.now();
    });
    session.on('Network.loadingFailed', ({ requestId }) => {
      log.#open.delete(requestId);
      log.#lastChange = performance.now();
    });
    await session.send('Network.enable');
    await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': encodings.join(', ') } });
    return log;
  }

  weight(): Weight {
    return { ...this.#bytes };
  }

  /** Addresses that are not ours. */
  get external(): readonly string[] {
    return [...this.#external];
  }

  get requested(): readonly string[] {
    return this.#requested;
  }

  /** Resolves when nothing has been loading for half a second. */
  async quiet(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (this.#open.size > 0 || performance.now() - this.#lastChange < QUIET_MS) {
      if (performance.now() > deadline) throw new Error(`Still loading: ${this.#requested.slice(-this.#open.size)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export function total(weight: Weight): number {
  return Object.values(weight).reduce((sum, bytes) => sum + bytes, 0);
}
