import type { IncomingMessage, ServerResponse } from 'node:http';
import { arrayBuffer } from 'node:stream/consumers';
import { directRoutes } from '@/lib/http/direct-routes';

const ANSWER_PATH = /^\/api\/attempts\/([^/]+)\/answers\/([^/]+)$/;

/**
 * Answers the saving of an answer without Next, which would take longer to pass it on than it takes to save: the call that
 * is made most, by everybody who types. The route does everything else as ever.
 *
 * @param pathname still percent-encoded, but such that it can be decoded.
 * @returns false when it is another call, or when Next has not yet loaded the route: Next has to answer.
 */
export async function saveDirectly(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<boolean> {
  const save = directRoutes.saveAnswer;
  const [, id, step] = (request.method === 'PUT' && ANSWER_PATH.exec(pathname)) || [];
  if (!save || id === undefined || step === undefined) return false;
  // In one piece: our server has limited its length, and a stream would cost as much as Next.
  const body = await arrayBuffer(request);
  const params = Promise.resolve({ id: decodeURIComponent(id), step: decodeURIComponent(step) });
  await send(await save(toRequest(request, body), { params }), response);
  return true;
}

/** The host is whatever the client says, and nothing looks at it here: it might not make an address. */
function toRequest({ method = 'PUT', url = '/', headers }: IncomingMessage, body: ArrayBuffer): Request {
  const pairs = Object.entries(headers).flatMap(([name, value = []]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new Request(`http://localhost${url}`, { method, headers: pairs, body });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const cookies = answer.headers.getSetCookie();
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  response.writeHead(answer.status, { 'Content-Length': body.length }).end(body);
}
