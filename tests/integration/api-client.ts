import { createSessions } from '@/lib/auth/sessions';
import type { DatabaseClient } from '@/lib/db/client';
import type { RouteHandler } from '@/lib/http/route';
import type { TestDatabase } from './harness';

type RouteModule = Record<string, RouteHandler<Record<string, string>>>;

declare global {
  interface ImportMeta {
    /** What Vite makes of a pattern: a function for each file that fits, which loads it. */
    glob(pattern: string): Record<string, () => Promise<unknown>>;
  }
}

/** Every route of the API by its address, found on disk as Next finds them. */
const ROUTES: Readonly<Record<string, () => Promise<unknown>>> = Object.fromEntries(
  Object.entries(import.meta.glob('/app/api/**/route.ts'))
    .map(([file, load]) => [file.slice('/app'.length, -'/route.ts'.length), load] as const)
    .filter(([address]) => !address.includes('[...')),
);

interface Found {
  readonly load: () => Promise<unknown>;
  readonly params: Record<string, string>;
}

function findRoute(path: string): Found {
  const segments = path.split('/');
  const found: Found[] = [];
  for (const [address, load] of Object.entries(ROUTES)) {
    const params: Record<string, string> = {};
    const matches = address.split('/').map((part, i) => {
      const name = /^\[(\w+)\]$/.exec(part)?.[1];
      if (name !== undefined) params[name] = decodeURIComponent(segments[i] ?? '');
      return name !== undefined || part === segments[i];
    });
    if (matches.length === segments.length && matches.every(Boolean)) found.push({ load, params });
  }
  // `/api/groups/join` is a name before it is somebody's id.
  const [best] = found.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  if (best) return best;
  if (path.startsWith('/api/auth/')) return { load: () => import('@/app/api/auth/[...all]/route'), params: {} };
  throw new Error(`The API has no address ${path}.`);
}

/** The methods that an address answers, by its own word. */
export async function allowedMethods(address: string): Promise<string[]> {
  const module = (await ROUTES[address]?.()) as RouteModule | undefined;
  const reply = await module?.OPTIONS?.(new Request('http://localhost:3000/'), { params: Promise.resolve({}) });
  const methods = reply?.headers.get('Allow')?.split(', ') ?? [];
  return methods.filter((method) => method !== 'HEAD' && method !== 'OPTIONS');
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

/** One browser: it keeps its cookies, and names its origin as browsers do. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #address: string;

  constructor(address = '203.0.113.7') {
    this.#address = address;
  }

  /** As a `Cookie` header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  set cookie(header: string) {
    this.#cookies.clear();
    for (const pair of header.split('; ').filter(Boolean)) this.#keep(pair);
  }

  #keep(pair: string): void {
    const [name = '', ...value] = pair.split('=');
    this.#cookies.set(name, value.join('='));
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
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(pair.split('=')[0] ?? '');
      else this.#keep(pair);
    }
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : null,
    } as Reply;
  }

  get = (path: string) => this.send('GET', path);
  delete = (path: string, body?: unknown) =>
    body === undefined ? this.send('DELETE', path) : this.#json('DELETE', path, body);
  post = (path: string, body?: unknown) => this.#json('POST', path, body);
  patch = (path: string, body?: unknown) => this.#json('PATCH', path, body);
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
