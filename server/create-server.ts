import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Settings } from '@/lib/settings';
import { chooseEncoding } from './compression';
import { settleForwardedHeaders } from './forwarded-headers';
import { isFromBuild, sendNotFoundPage } from './not-found-page';
import { limitBody } from './request-body-limit';
import { commonHeaders, DATA_POLICY, developmentPolicy, noncePolicy } from './security-headers';
import type { Form, StaticFile, StaticFiles } from './static-files';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Parts {
  /** Next, for everything that is not a file. */
  readonly next: Handler;
  /** Takes what Next is not needed for and says whether it did; not in development, where Next renews what it has loaded. */
  readonly direct?: (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<boolean>;
  /** The files of the build; none in development. */
  readonly files?: StaticFiles;
  readonly settings: Pick<Settings, 'trustProxy' | 'appUrl'>;
}

/** Requests that ask for something other than a page or its payload: prefetches of parts, actions. */
const NEXT_HEADERS = ['next-router-prefetch', 'next-router-segment-prefetch', 'next-action'] as const;

/**
 * Our HTTP server around Next: files of the build from memory, limits and true headers before Next, security headers on
 * every answer. `docs/decisions/0001-own-http-server.md` says why.
 */
export function createWarmstartServer({ next, direct, files, settings }: Parts): Server {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => fail(request, response, error));
  });
  // Longer than the 60 s that proxies keep an idle connection, so that they never use one that we have just closed.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  server.requestTimeout = 60_000;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { https } = settleForwardedHeaders(request, settings);
    for (const [name, value] of commonHeaders({ https })) response.setHeader(name, value);
    const pathname = pathOf(request);
    const form = formAskedFor(request);
    if (files && form) {
      const file = await files.find(pathname, chooseEncoding(request.headers['accept-encoding']), form);
      if (file) {
        sendFile(request, response, file);
        return;
      }
    }
    if (!limitBody(request, response)) return;
    protect(request, response, pathname, files);
    if (await direct?.(request, response, pathname)) return;
    const isPage = form === 'whole' && !pathname.startsWith('/api/');
    const notFound = isPage && (await files?.notFoundPage(chooseEncoding(request.headers['accept-encoding'])));
    if (notFound) sendNotFoundPage(response, notFound, { withBody: request.method === 'GET' });
    await next(request, response);
  }

  return server;
}

/** The path asked for. One that cannot be decoded names nothing, and Next would fail over it: it becomes one that nothing has. */
function pathOf(request: IncomingMessage): string {
  const url = request.url ?? '/';
  const query = url.indexOf('?');
  const path = query === -1 ? url : url.slice(0, query);
  if (isDecodable(path)) return path;
  request.url = path.startsWith('/api/') ? '/api/no-such-address' : '/no-such-address';
  return request.url;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Next's router asks for payloads by a header, and by a parameter for caches that do not look at headers. */
function formAskedFor({ method, headers, url = '' }: IncomingMessage): Form | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (NEXT_HEADERS.some((name) => headers[name] !== undefined)) return null;
  const byHeader = headers.rsc !== undefined;
  if (byHeader !== /[?&]_rsc\b/.test(url)) return null;
  return byHeader ? 'payload' : 'whole';
}

function sendFile({ method, headers }: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  if (matches(headers['if-none-match'], file.etag)) {
    response.writeHead(304, file.headers).end();
    return;
  }
  response.writeHead(200, [...file.headers, 'Content-Length', String(file.body.length)]);
  response.end(method === 'HEAD' ? undefined : file.body);
}

/** Comparison is weak: a proxy that compresses anew marks our tag with `W/`. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  return (
    ifNoneMatch !== undefined &&
    (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
  );
}

/**
 * Gives what Next makes a policy. A page made now has a nonce: Next reads it from the request and puts it on its scripts.
 * A page of the build that Next sends by itself ("not found", errors) cannot have one, and gets the hashes.
 */
function protect(request: IncomingMessage, response: ServerResponse, pathname: string, files?: StaticFiles): void {
  if (pathname.startsWith('/api/')) {
    response.setHeader('Content-Security-Policy', DATA_POLICY);
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = files ? noncePolicy(nonce) : developmentPolicy(nonce);
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
  if (!files) return;
  beforeHeaders(response, () => {
    if (isFromBuild(response)) response.setHeader('Content-Security-Policy', files.errorPagePolicy);
    // Next allows every cache in between to keep a page for a year; after a deployment it would name assets that are gone.
    if (String(response.getHeader('cache-control')).startsWith('s-maxage=')) {
      response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
    }
  });
}

/** Calls back just before the headers go out. */
function beforeHeaders(response: ServerResponse, callback: () => void): void {
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...parameters: unknown[]) {
    response.writeHead = writeHead;
    callback();
    return Reflect.apply(writeHead, this, parameters) as ServerResponse;
  } as ServerResponse['writeHead'];
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // The client has gone, and nobody is left to tell.
  if (request.socket.destroyed) return;
  console.error(`${request.method} ${request.url} failed:`, error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end('Something went wrong on our side. What you typed stays on this device.\n');
}
