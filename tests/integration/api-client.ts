import { createSessions } from '@/lib/auth/sessions';
import type { DatabaseClient } from '@/lib/db/client';
import type { RouteHandler } from '@/lib/http/route';
import type { TestDatabase } from './harness';

type RouteModule = Record<string, RouteHandler<Record<string, string>>>;

/** Every route of the API by its address, as Next would find it. */
const ROUTES: Readonly<Record<string, () => Promise<unknown>>> = {
  '/api/me': () => import('@/app/api/me/route'),
  '/api/attempts': () => import('@/app/api/attempts/route'),
  '/api/attempts/export': () => import('@/app/api/attempts/export/route'),
  '/api/attempts/[id]': () => import('@/app/api/attempts/[id]/route'),
  '/api/attempts/[id]/submit': () => import('@/app/api/attempts/[id]/submit/route'),
  '/api/attempts/[id]/export': () => import('@/app/api/attempts/[id]/export/route'),
  '/api/attempts/[id]/hints': () => import('@/app/api/attempts/[id]/hints/route'),
  '/api/attempts/[id]/time': () => import('@/app/api/attempts/[id]/time/route'),
  '/api/attempts/[id]/answers/[step]': () => import('@/app/api/attempts/[id]/answers/[step]/route'),
  '/api/attempts/[id]/answers/[step]/history': () => import('@/app/api/attempts/[id]/answers/[step]/history/route'),
  '/api/attempts/[id]/marks/[step]/[expectationId]': () =>
    import('@/app/api/attempts/[id]/marks/[step]/[expectationId]/route'),
};

export const API_ADDRESSES = Object.keys(ROUTES);

function findRoute(path: string): { load: () => Promise<unknown>; params: Record<string, string> } {
  const segments = path.split('/');
  for (const [address, load] of Object.entries(ROUTES)) {
    const params: Record<string, string> = {};
    const matches = address.split('/').map((part, i) => {
      const name = /^\[(\w+)\]$/.exec(part)?.[1];
      if (name !== undefined) params[name] = decodeURIComponent(segments[i] ?? '');
      return name !== undefined || part === segments[i];
    });
    if (matches.length === segments.length && matches.every(Boolean)) return { load, params };
  }
  throw new Error(`The API has no address ${path}.`);
}

/** Makes the routes work on that database, as a server started on it would. */
export function serveFrom({ database, settings }: TestDatabase): void {
  const held = globalThis as { warmstartDatabase?: DatabaseClient; warmstartSessions?: unknown };
  held.warmstartDatabase = database;
  held.warmstartSessions = createSessions({ database, settings });
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it.
  readonly body: any;
}

/** One browser: it keeps its cookie, and names its origin as browsers do. */
export class Visitor {
  cookie = '';
  readonly #address: string;

  constructor(address = '203.0.113.7') {
    this.#address = address;
  }

  async send(
    method: string,
    path: string,
    init: { headers?: Record<string, string | null>; body?: BodyInit | null } = {},
  ) {
    const url = new URL(path, 'http://localhost:3000');
    const { load, params } = findRoute(url.pathname);
    const headers = new Headers({ host: 'localhost:3000', 'x-forwarded-for': this.#address });
    if (this.cookie) headers.set('cookie', this.cookie);
    if (method !== 'GET') headers.set('origin', url.origin);
    for (const [name, value] of Object.entries(init.headers ?? {})) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    const request = new Request(url, { method, headers, body: init.body ?? null, duplex: 'half' } as RequestInit);
    const handler = ((await load()) as RouteModule)[method];
    if (!handler) throw new Error(`${path} has no ${method}.`);
    const response = await handler(request, { params: Promise.resolve(params) });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      this.cookie = /max-age=0/i.test(cookie) ? '' : pair;
    }
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    } as Reply;
  }

  get = (path: string) => this.send('GET', path);
  delete = (path: string) => this.send('DELETE', path);
  post = (path: string, body?: unknown) => this.#json('POST', path, body);
  put = (path: string, body?: unknown) => this.#json('PUT', path, body);

  #json(method: string, path: string, body: unknown) {
    return this.send(method, path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  /** Starts an attempt and returns its address. */
  async start(mode: string = 'guided', caseSlug = 'fixture'): Promise<string> {
    const { status, body } = await this.post('/api/attempts', { caseSlug, mode, level: 'senior' });
    if (status !== 201) throw new Error(`Not started: ${JSON.stringify(body)}`);
    return `/api/attempts/${body.id}`;
  }

  /** Saves an answer that must be taken. */
  async save(attempt: string, step: string, baseRevision: number, answer: unknown): Promise<void> {
    const { status, body } = await this.put(`${attempt}/answers/${step}`, { baseRevision, answer });
    if (status !== 200) throw new Error(`Not saved: ${JSON.stringify(body)}`);
  }
}
