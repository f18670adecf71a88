import type { ServerResponse } from 'node:http';
import type { StaticFile } from './static-files';

/** They say who may keep the answer and which version it is: those of what was refused stay. */
const NOT_TAKEN_OVER = new Set(['cache-control', 'etag']);

/**
 * Sends the build's "not found" page in place of Next's when a page made for this request finds nothing. Next's has words
 * only for browsers that run its scripts: React cannot catch an error on the server, so the body is empty.
 */
export function sendNotFoundPage(
  response: ServerResponse,
  page: StaticFile,
  { withBody }: { withBody: boolean },
): void {
  const { writeHead, write, end } = response;
  let isReplaced = false;
  let isSent = false;

  const send = () => {
    if (!isSent) Reflect.apply(end, response, withBody ? [page.body] : []);
    isSent = true;
  };
  /** Whoever writes without headers means the ones that are set, and only they tell what is being sent. */
  const settleHeaders = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return isReplaced;
  };

  response.writeHead = function (this: ServerResponse, ...parameters: unknown[]) {
    response.writeHead = writeHead;
    const status = typeof parameters[0] === 'number' ? parameters[0] : response.statusCode;
    const isPage = String(response.getHeader('content-type')).startsWith('text/html');
    isReplaced = status === 404 && isPage && !isFromBuild(response);
    if (!isReplaced) return Reflect.apply(writeHead, this, parameters);
    // It names what the other page would have loaded.
    response.removeHeader('link');
    response.removeHeader('content-encoding');
    for (let index = 0; index < page.headers.length; index += 2) {
      const [name = '', value = ''] = page.headers.slice(index, index + 2);
      if (!NOT_TAKEN_OVER.has(name.toLowerCase())) response.setHeader(name, value);
    }
    response.setHeader('Content-Length', page.body.length);
    return Reflect.apply(writeHead, this, [status]);
  } as ServerResponse['writeHead'];

  response.write = ((...parameters: unknown[]) => {
    if (!settleHeaders()) return Reflect.apply(write, response, parameters);
    send();
    return true;
  }) as ServerResponse['write'];

  response.end = ((...parameters: unknown[]) => {
    if (!settleHeaders()) return Reflect.apply(end, response, parameters);
    send();
    return response;
  }) as ServerResponse['end'];
}

/** Whether Next sends a page that the build made: those have their words. */
export function isFromBuild(response: ServerResponse): boolean {
  return response.hasHeader('x-nextjs-prerender') || response.getHeader('x-nextjs-cache') !== undefined;
}
