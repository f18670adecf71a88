import { request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWarmstartServer, type Handler } from './create-server';
import type { StaticFile, StaticFiles } from './static-files';

const PAGE: StaticFile = {
  body: Buffer.from('<h1>page</h1>'),
  encoding: 'identity',
  etag: '"abc-identity"',
  headers: ['Content-Type', 'text/html', 'ETag', '"abc-identity"', 'Content-Security-Policy', 'of the page'],
};
const PAYLOAD: StaticFile = { ...PAGE, body: Buffer.from('0:payload') };
const NOT_FOUND: StaticFile = {
  body: Buffer.from('<h1>nothing here</h1>'),
  encoding: 'br',
  etag: '"404-br"',
  headers: [
    'Content-Type',
    'text/html',
    'ETag',
    '"404-br"',
    'Content-Encoding',
    'br',
    'Cache-Control',
    'public',
    'Content-Security-Policy',
    'of not found',
  ],
};
const FILES: StaticFiles = {
  notFoundPage: async () => NOT_FOUND,
  find: async (pathname, _, form) => (pathname !== '/page' ? null : form === 'payload' ? PAYLOAD : PAGE),
  errorPagePolicy: 'of error pages',
};

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer;
}

/** Serves with that handler as Next, and returns a way to ask it. */
async function serving(next: Handler, settings = { trustProxy: false }) {
  const started = createWarmstartServer({ next, files: FILES, settings });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const { port } = started.address() as AddressInfo;
  return (path: string, { method = 'GET', headers = {}, body }: Ask = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });
}

const saying =
  (text: string, prepare: (response: ServerResponse) => void = () => {}): Handler =>
  async (_, response) => {
    prepare(response);
    response.end(text);
  };

describe('a page of the build', () => {
  it('is sent from memory with its headers', async () => {
    const ask = await serving(saying('next'));
    const answer = await ask('/page?utm_source=x');
    expect(answer).toMatchObject({ status: 200, body: '<h1>page</h1>' });
    expect(answer.headers).toMatchObject({
      etag: PAGE.etag,
      'content-length': '13',
      'content-security-policy': 'of the page',
      'x-content-type-options': 'nosniff',
    });
  });

  it('has no body for HEAD', async () => {
    const ask = await serving(saying('next'));
    expect(await ask('/page', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect((await ask('/page', { method: 'HEAD' })).headers['content-length']).toBe('13');
  });

  it.each([[PAGE.etag], [`W/${PAGE.etag}`], [`"other", ${PAGE.etag}`], ['*']])(
    'is not sent again to who has %s',
    async (tag) => {
      const ask = await serving(saying('next'));
      expect(await ask('/page', { headers: { 'if-none-match': tag } })).toMatchObject({ status: 304, body: '' });
    },
  );

  it('is sent as the payload to who has another page open', async () => {
    const ask = await serving(saying('next'));
    expect((await ask('/page?_rsc=1abc', { headers: { rsc: '1' } })).body).toBe('0:payload');
  });

  it('is sent to who has another version', async () => {
    const ask = await serving(saying('next'));
    expect(await ask('/page', { headers: { 'if-none-match': '"old"' } })).toMatchObject({ status: 200 });
  });

  it.each<[string, string, Ask]>([
    ['a payload without its parameter', '/page', { headers: { rsc: '1' } }],
    ['a payload without its header', '/page?_rsc=1abc', {}],
    ['a prefetch', '/page?_rsc=1abc', { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
    ['a form', '/page', { method: 'POST' }],
    ['another page', '/other', {}],
  ])('is not mistaken for %s', async (_, path, asking) => {
    const ask = await serving(saying('next'));
    expect((await ask(path, asking)).body).toBe('next');
  });
});

describe('what Next makes', () => {
  it('has a nonce that Next was told of, a new one each time', async () => {
    const told: unknown[] = [];
    const ask = await serving(async (request, response) => {
      told.push(request.headers['content-security-policy']);
      response.end();
    });
    const spoofed = { headers: { 'content-security-policy': "script-src 'nonce-mine'" } };
    const answers = [await ask('/practice', spoofed), await ask('/practice')];
    expect(answers.map((one) => one.headers['content-security-policy'])).toEqual(told);
    expect(new Set(told).size).toBe(2);
    expect(told[0]).toMatch(/^script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'; default-src 'self';/);
  });

  it.each([
    ['/api/attempts/%E0%A4%A', '/api/no-such-address'],
    ['/cases/%E0%A4%A?a=1', '/no-such-address'],
    ['/cases/%E2%82%AC', '/cases/%E2%82%AC'],
  ])('hears %s as %s: what cannot be decoded names nothing', async (asked, heard) => {
    const ask = await serving(async (request, response) => {
      response.end(request.url);
    });
    expect((await ask(asked)).body).toBe(heard);
  });

  it('has the hashes when Next sends an error page of the build', async () => {
    const ask = await serving(saying('not found', (response) => response.setHeader('x-nextjs-prerender', '1')));
    expect((await ask('/nowhere')).headers['content-security-policy']).toBe('of error pages');
  });

  it('may run nothing when it is data', async () => {
    const ask = await serving(saying('{}'));
    expect((await ask('/api/attempts')).headers['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });

  it('is not kept for a year by what stands in between', async () => {
    const ask = await serving(saying('rsc', (response) => response.setHeader('Cache-Control', 's-maxage=31536000')));
    expect((await ask('/page?_rsc=1')).headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });

  it('hears the true address of the client', async () => {
    const heard = async (request: IncomingMessage, response: ServerResponse) => {
      response.end(`${request.headers['x-forwarded-for']} ${request.headers['x-forwarded-proto']}`);
    };
    const forwarded = { headers: { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-proto': 'https' } };
    expect((await (await serving(heard))('/', forwarded)).body).toBe('127.0.0.1 http');
    expect((await (await serving(heard, { trustProxy: true }))('/', forwarded)).body).toBe('6.6.6.6 https');
  });

  it('is told to be asked for over HTTPS when it was', async () => {
    const ask = await serving(saying(''), { trustProxy: true });
    expect((await ask('/')).headers['strict-transport-security']).toBeUndefined();
    const secure = await ask('/', { headers: { 'x-forwarded-proto': 'https' } });
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

describe('a page that finds nothing', () => {
  /** In the ways that Next and its compression may write. */
  const EMPTY: Record<string, Handler> = {
    'all at once': async (_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.writeHead(404).end('empty');
    },
    'in pieces, with headers sent early': async (_, response) => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html');
      response.setHeader('Cache-Control', 'private, no-store');
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Link', '</style.css>; nonce="x"');
      response.flushHeaders();
      response.write('em');
      await new Promise((resolve) => setTimeout(resolve, 10));
      response.write('pty');
      response.end();
    },
    'without headers of its own': async (_, response) => {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/html');
      response.end('empty');
    },
  };

  it.each(Object.entries(EMPTY))('has the words of the build, when Next writes %s', async (_, next) => {
    const ask = await serving(next);
    const answer = await ask('/practice/x');
    expect(answer).toMatchObject({ status: 404, body: '<h1>nothing here</h1>' });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'content-length': '21',
      'content-security-policy': 'of not found',
      'x-content-type-options': 'nosniff',
    });
    // Not to be kept, and not to be asked for by the version of a page that says nothing of this address.
    expect(answer.headers).not.toMatchObject({ 'cache-control': 'public' });
    expect(answer.headers.etag).toBeUndefined();
    expect(answer.headers.link).toBeUndefined();
    expect(await ask('/practice/x', { method: 'HEAD' })).toMatchObject({ status: 404, body: '' });
  });

  it('keeps what is said of caches', async () => {
    const ask = await serving(EMPTY['in pieces, with headers sent early'] as Handler);
    expect((await ask('/practice/x')).headers['cache-control']).toBe('private, no-store');
  });

  const answering =
    (status: number, type: string, header?: string): Handler =>
    async (_, response) => {
      if (header) response.setHeader(header, '1');
      response.statusCode = status;
      response.setHeader('Content-Type', type);
      response.end('from next');
    };

  it.each<[string, string, Handler, Ask]>([
    ['a page that is there', '/practice/x', answering(200, 'text/html'), {}],
    ['a page that failed', '/practice/x', answering(500, 'text/html'), {}],
    ['data', '/practice/x', answering(404, 'application/json'), {}],
    ['data of the API', '/api/x', answering(404, 'text/html'), {}],
    ['a page of the build', '/nowhere', answering(404, 'text/html', 'x-nextjs-prerender'), {}],
    ['a payload', '/practice/x?_rsc=1', answering(404, 'text/html'), { headers: { rsc: '1' } }],
    ['the answer to a form', '/practice/x', answering(404, 'text/html'), { method: 'POST' }],
  ])('is not mistaken for %s', async (_, path, next, asking) => {
    const ask = await serving(next);
    expect((await ask(path, asking)).body).toBe('from next');
  });
});

describe('a body', () => {
  const counting: Handler = async (request, response) => {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    response.end(String(bytes));
  };

  it('of a megabyte is read, with and without a length', async () => {
    const body = Buffer.alloc(1024 * 1024);
    const ask = await serving(counting);
    expect((await ask('/api/x', { method: 'POST', body })).body).toBe('1048576');
    const chunked = { 'transfer-encoding': 'chunked' };
    expect((await ask('/api/x', { method: 'POST', headers: chunked, body })).body).toBe('1048576');
  });

  it('of more is refused before Next hears of it', async () => {
    const next = vi.fn(counting);
    const ask = await serving(next);
    const answer = await ask('/api/x', { method: 'PUT', body: Buffer.alloc(1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'too-large', status: 413 });
    expect(next).not.toHaveBeenCalled();
  });

  it('of more and unknown length is cut off', async () => {
    let read = 0;
    await serving(async (request) => {
      for await (const chunk of request) read += (chunk as Buffer).length;
    });
    const address = server?.address() as AddressInfo;
    const socket = connect(address.port, '127.0.0.1');
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000), Buffer.from('\r\n')]);
    let sent = 0;
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {});
    socket.write('POST /api/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const send = () => {
      // More than any buffer in between can hold, and never an end.
      while (sent < 64 && socket.writable && socket.write(chunk)) sent += 1;
    };
    socket.on('drain', send);
    send();
    await closed;
    expect(read).toBeLessThanOrEqual(1024 * 1024);
  });
});

it('a failure is told without its cause', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const ask = await serving(async () => {
    throw new Error('the password is hunter2');
  });
  const answer = await ask('/practice');
  expect(answer.status).toBe(500);
  expect(answer.body).not.toMatch(/hunter2|\.ts\b/);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
