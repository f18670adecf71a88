import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { ByteCache } from './byte-cache';
import { compress, type Encoding } from './compression';
import { DATA_POLICY, hashPolicy, inlineScriptHashes } from './security-headers';

const CACHE_BYTES = 48 * 1024 * 1024;

/** What a build left to be sent as it is, ready for the wire in one encoding. */
export interface StaticFile {
  readonly body: Buffer;
  readonly encoding: Encoding;
  /** Headers as a flat list, in the form of `response.writeHead`. */
  readonly headers: string[];
  readonly etag: string;
}

/** An address gives a whole page, or what a page that is open already needs in order to become that page. */
export type Form = 'whole' | 'payload';

export interface StaticFiles {
  /** The file to send for that address; null when Next has to answer. `pathname` is still percent-encoded. */
  find(pathname: string, encoding: Encoding, form?: Form): Promise<StaticFile | null>;
  /** What the build says where nothing is; null when it has no such page. */
  notFoundPage(encoding: Encoding): Promise<StaticFile | null>;
  /** The policy for the pages that Next sends from the build by itself: "not found" and errors. */
  readonly errorPagePolicy: string;
}

interface Source {
  readonly file: string;
  readonly kind: 'page' | 'payload' | 'icon' | 'asset';
  readonly type: string;
}

const PAGE_TYPE = 'text/html; charset=utf-8';
const PAYLOAD_TYPE = 'text/x-component';
const ICON = '/icon.svg';
const NOT_FOUND = 'server/app/_not-found.html';
const ASSET_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const COMPRESSED_ALREADY = new Set(['font/woff2']);

/**
 * A page names the assets of its build: a browser asks each time and mostly hears "not modified". Vary: what makes Next's
 * answer at one address differ, since a page must not be mistaken for a navigation payload.
 */
const FRESH = [
  'Cache-Control',
  'public, max-age=0, must-revalidate',
  'Vary',
  'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding',
];

/**
 * Serves the prerendered pages and the assets of a build from memory. Next reads, hashes and compresses them anew for
 * each request, which costs it a factor of fifty.
 */
export function openStaticFiles(buildFolder: string): StaticFiles {
  const sources: Record<Form, Map<string, Source>> = {
    whole: new Map([...findPages(buildFolder, 'page'), ...findIcon(buildFolder), ...findAssets(buildFolder)]),
    payload: new Map(findPages(buildFolder, 'payload')),
  };
  const notFoundFile = join(buildFolder, NOT_FOUND);
  const notFound: Source | undefined = existsSync(notFoundFile)
    ? { file: notFoundFile, kind: 'page', type: PAGE_TYPE }
    : undefined;
  const cache = new ByteCache<StaticFile>(CACHE_BYTES, ({ body }) => body.length);
  const loading = new Map<string, Promise<StaticFile>>();

  async function read(key: string, source: Source | undefined, encoding: Encoding): Promise<StaticFile | null> {
    if (!source) return null;
    // Many may ask at once, after a deployment say: the work is done once.
    const pending = loading.get(key) ?? load(source, encoding);
    loading.set(key, pending);
    try {
      const file = await pending;
      cache.set(key, file);
      return file;
    } finally {
      loading.delete(key);
    }
  }

  return {
    async find(pathname, encoding, form = 'whole') {
      const key = `${form} ${encoding} ${pathname}`;
      const source = () => sources[form].get(pathname) ?? sources[form].get(decoded(pathname));
      return cache.get(key) ?? read(key, source(), encoding);
    },
    async notFoundPage(encoding) {
      const key = `not found ${encoding}`;
      return cache.get(key) ?? read(key, notFound, encoding);
    },
    errorPagePolicy: hashPolicy([...new Set(errorPages(buildFolder).flatMap(inlineScriptHashes))]),
  };
}

async function load({ file, kind, type }: Source, accepted: Encoding): Promise<StaticFile> {
  const content = await readFile(file);
  const encoding = COMPRESSED_ALREADY.has(type) ? 'identity' : accepted;
  const body = await compress(content, encoding);
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const etag = `"${digest}-${encoding}"`;
  const headers = ['Content-Type', type, 'ETag', etag];
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
  headers.push(...headersOf(kind, content));
  if (kind === 'payload') headers.push(...(await routerHeaders(file)));
  return { body, encoding, headers, etag };
}

function headersOf(kind: Source['kind'], content: Buffer): string[] {
  switch (kind) {
    case 'asset':
      // The name of an asset holds a hash of its content.
      return ['Cache-Control', 'public, max-age=31536000, immutable', 'Vary', 'Accept-Encoding'];
    case 'icon':
      // Pages ask for it with such a hash, each page anew unless it may be kept; others without.
      return [
        'Cache-Control',
        'public, max-age=86400',
        'Vary',
        'Accept-Encoding',
        'Content-Security-Policy',
        DATA_POLICY,
      ];
    case 'payload':
      return [...FRESH, 'Content-Security-Policy', DATA_POLICY];
    case 'page':
      return [...FRESH, 'Content-Security-Policy', hashPolicy(inlineScriptHashes(content.toString()))];
  }
}

/** What the build noted for Next's router: how long it may use a payload again. */
async function routerHeaders(payloadFile: string): Promise<string[]> {
  const { headers } = JSON.parse(await readFile(payloadFile.replace(/\.rsc$/, '.meta'), 'utf8')) as {
    headers: Record<string, string>;
  };
  return Object.entries(headers)
    .filter(([name]) => name.startsWith('x-nextjs-'))
    .flat();
}

/** Pages that were prerendered whole and never change until the next build, by address. */
function findPages(buildFolder: string, kind: 'page' | 'payload'): [string, Source][] {
  const manifest = JSON.parse(readFileSync(join(buildFolder, 'prerender-manifest.json'), 'utf8')) as {
    routes: Record<string, { initialRevalidateSeconds: number | false; initialStatus?: number }>;
  };
  return Object.entries(manifest.routes).flatMap(([path, route]): [string, Source][] => {
    if (route.initialRevalidateSeconds !== false || (route.initialStatus ?? 200) !== 200) return [];
    if (path.startsWith('/_')) return [];
    const [ending, type] = kind === 'page' ? ['html', PAGE_TYPE] : ['rsc', PAYLOAD_TYPE];
    const file = join(buildFolder, 'server/app', `${path === '/' ? 'index' : path}.${ending}`);
    // A route handler can be prerendered too, without a page: `icon.svg`.
    return existsSync(file) ? [[path, { file, kind, type }]] : [];
  });
}

function findIcon(buildFolder: string): [string, Source][] {
  const file = join(buildFolder, 'server/app', `${ICON}.body`);
  return existsSync(file) ? [[ICON, { file, kind: 'icon', type: 'image/svg+xml' }]] : [];
}

function findAssets(buildFolder: string): [string, Source][] {
  const folder = join(buildFolder, 'static');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry): [string, Source][] => {
    const type = ASSET_TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) return [];
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    return [[`/_next/static/${path}`, { file, kind: 'asset', type }]];
  });
}

function errorPages(buildFolder: string): string[] {
  return [NOT_FOUND, 'server/app/_global-error.html', 'server/pages/404.html', 'server/pages/500.html']
    .map((name) => join(buildFolder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
