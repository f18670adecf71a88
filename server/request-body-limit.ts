import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '@/lib/core/app-error';
import { problemResponse } from '@/lib/http/problem';

/** Four times what an answer may have: whatever is larger is a mistake or an attack, and is not read to the end. */
export const MAX_BODY_BYTES = 1024 * 1024;
const MAX_DISCARDED_BYTES = 16 * MAX_BODY_BYTES;

/**
 * Refuses a request body over the limit: at once by its declared length. A body of unknown length is cut off when it has
 * sent that much; no browser sends one.
 *
 * @returns false when the request has been answered.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, maxBytes = MAX_BODY_BYTES): boolean {
  const declared = request.headers['content-length'];
  if (declared !== undefined) {
    if (Number(declared) <= maxBytes) return true;
    refuse(request, response);
    return false;
  }
  if (request.headers['transfer-encoding'] === undefined) return true;
  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0;
    if (received <= maxBytes) return push(chunk, encoding);
    // Whoever was reading hears that the sender has gone, which is near enough.
    response.end();
    request.destroy();
    return false;
  };
  return true;
}

/** Answers, and throws the rest of the body away, because a client that is still sending does not listen. */
function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) {
    request.destroy();
    return;
  }
  const problem = problemResponse(new AppError('too-large'));
  let discarded = 0;
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > MAX_DISCARDED_BYTES) request.destroy();
  });
  problem.text().then((body) => {
    response.writeHead(problem.status, Object.fromEntries(problem.headers));
    response.end(body);
  });
}
