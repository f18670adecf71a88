import { request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { directRoutes } from '@/lib/http/direct-routes';
import { createWarmstartServer } from './create-server';
import { saveDirectly } from './save-directly';

interface Heard {
  readonly method: string;
  readonly path: string;
  readonly params: { readonly id: string; readonly step: string };
  readonly headers: Headers;
  readonly text: string;
}

let server: Server;
let port: number;
/** What the route was asked. */
let heard: Heard[];
/** What Next was asked. */
let passedOn: string[];
let answer: () => Response;

beforeEach(async () => {
  heard = [];
  passedOn = [];
  answer = () => Response.json({ revision: 2 });
  directRoutes.saveAnswer = async (request, { params }) => {
    const { method, headers } = request;
    const path = new URL(request.url).pathname;
    heard.push({ method, path, headers, params: await params, text: await request.text() });
    return answer();
  };
  server = createWarmstartServer({
    next: async (request: IncomingMessage, response: ServerResponse) => {
      passedOn.push(`${request.method} ${request.url}`);
      response.end('next');
    },
    direct: saveDirectly,
    settings: { trustProxy: false },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  delete directRoutes.saveAnswer;
  server.closeAllConnections();
  server.close();
});

function send(method: string, path: string, body = '{}', headers: Record<string, string | string[]> = {}) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const SAVE = '/api/attempts/a1/answers/clarify';

it('the route gets the request as it was sent, and the client what the route says', async () => {
  const body = JSON.stringify({ text: `שלום 🚀 ${'x'.repeat(100_000)}` });
  answer = () => {
    const headers = new Headers({ 'Content-Type': 'application/problem+json', 'X-Content-Type-Options': 'nosniff' });
    headers.append('Set-Cookie', 'a=1; Path=/');
    headers.append('Set-Cookie', 'b=2; Path=/');
    return new Response('{"code":"conflict","text":"é"}', { status: 409, headers });
  };
  const got = await send('PUT', SAVE, body, { 'Content-Type': 'application/json', Cookie: 'session=1; other=2' });
  expect(got.status).toBe(409);
  expect(got.text).toBe('{"code":"conflict","text":"é"}');
  expect(got.headers['content-type']).toBe('application/problem+json');
  expect(got.headers['content-length']).toBe('31');
  expect(got.headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  expect(got.headers['x-content-type-options']).toBe('nosniff');
  // What our server puts on every answer is on this one.
  expect(got.headers['content-security-policy']).toContain("default-src 'none'");
  expect(passedOn).toEqual([]);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ method: 'PUT', path: SAVE, params: { id: 'a1', step: 'clarify' }, text: body });
  expect(heard[0]?.headers.get('cookie')).toBe('session=1; other=2');
  expect(heard[0]?.headers.get('x-forwarded-for')).toBe('127.0.0.1');
});

it('parts of the path are decoded once', async () => {
  await send('PUT', '/api/attempts/%C3%A9%252F/answers/a%20b?x=1');
  expect(heard[0]?.params).toEqual({ id: 'é%2F', step: 'a b' });
});

it.each([
  ['GET', SAVE],
  ['DELETE', SAVE],
  ['PUT', `${SAVE}/history`],
  ['PUT', `${SAVE}/`],
  ['PUT', '/api/attempts/a1/answers'],
  ['PUT', '/api//attempts/a1/answers/clarify'],
  ['PUT', '/x/api/attempts/a1/answers/clarify'],
  ['PUT', '/api/attempts/%E0%A4%A/answers/clarify'],
])('%s %s is left to Next', async (method, path) => {
  expect((await send(method, path, method === 'PUT' ? '{}' : '')).text).toBe('next');
  expect(heard).toEqual([]);
});

it('a save is left to Next until it has loaded the route', async () => {
  delete directRoutes.saveAnswer;
  expect((await send('PUT', SAVE)).text).toBe('next');
  expect(passedOn).toEqual([`PUT ${SAVE}`]);
});

it('a host that is none, and a header that comes twice, do no harm', async () => {
  const got = await send('PUT', SAVE, '{}', { Host: 'a b?#[', 'X-Twice': ['1', '2'] });
  expect(got.status).toBe(200);
  expect(heard[0]?.headers.get('x-twice')).toBe('1, 2');
});

it('a body over the limit of every request does not reach the route', async () => {
  expect((await send('PUT', SAVE, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  expect(heard).toEqual([]);
});

it('a sender that breaks off has saved nothing, and the server goes on', async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`PUT ${SAVE} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half`, () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  expect((await send('PUT', SAVE, '{"whole":1}')).status).toBe(200);
  expect(heard.map(({ text }) => text)).toEqual(['{"whole":1}']);
});
