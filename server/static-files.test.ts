import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inlineScriptHashes } from './security-headers';
import { openStaticFiles, type StaticFile, type StaticFiles } from './static-files';

const PAGE = '<!doctype html><h1>Visual search</h1><script>self.__next_f.push([0])</script>';
const PAYLOAD = '0:{"the":"page"}';
const NOT_FOUND = '<h1>Nothing here</h1><script>missing()</script>';
const FAILED = '<h1>Failed</h1><script>failed()</script>';

let folder: string;
let files: StaticFiles;

function write(name: string, content: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'warmstart-static-'));
  const forever = { initialRevalidateSeconds: false };
  write(
    'prerender-manifest.json',
    JSON.stringify({
      routes: {
        '/': forever,
        '/cases/visual search': forever,
        '/news': { initialRevalidateSeconds: 60 },
        '/icon.svg': forever,
        '/_not-found': { ...forever, initialStatus: 404 },
        '/_global-error': forever,
      },
    }),
  );
  write('server/app/index.html', PAGE);
  write('server/app/cases/visual search.html', PAGE);
  write('server/app/news.html', PAGE);
  write('server/app/index.rsc', PAYLOAD);
  write('server/app/news.rsc', PAYLOAD);
  write(
    'server/app/index.meta',
    JSON.stringify({ headers: { 'x-nextjs-stale-time': '300', 'x-next-cache-tags': 'inner' }, segmentPaths: [] }),
  );
  write('server/app/icon.svg.body', '<svg/>');
  write('server/app/_not-found.html', NOT_FOUND);
  write('server/app/_global-error.html', FAILED);
  write('static/chunks/a1.js', 'alert(1)');
  write('static/media/font.woff2', 'wOF2');
  write('static/chunks/a1.js.secret', 'no');
  files = openStaticFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const header = (file: StaticFile | null, name: string) => {
  const at = file?.headers.findIndex((one, index) => index % 2 === 0 && one.toLowerCase() === name.toLowerCase()) ?? -1;
  return at === -1 ? undefined : file?.headers[at + 1];
};

describe('prerendered pages', () => {
  it('are the file, in each encoding', async () => {
    const [identity, gzip, brotli] = await Promise.all([
      files.find('/', 'identity'),
      files.find('/', 'gzip'),
      files.find('/', 'br'),
    ]);
    expect(identity?.body.toString()).toBe(PAGE);
    expect(gunzipSync(gzip?.body ?? '').toString()).toBe(PAGE);
    expect(brotliDecompressSync(brotli?.body ?? '').toString()).toBe(PAGE);
    expect(header(identity, 'content-encoding')).toBeUndefined();
    expect(header(gzip, 'content-encoding')).toBe('gzip');
    expect(header(brotli, 'content-encoding')).toBe('br');
    expect(new Set([identity?.etag, gzip?.etag, brotli?.etag]).size).toBe(3);
  });

  it('allow their own inline scripts only, and are asked for again each time', async () => {
    const page = await files.find('/', 'gzip');
    const [hash] = inlineScriptHashes(PAGE);
    expect(header(page, 'content-security-policy')).toMatch(`script-src 'self' '${hash}';`);
    expect(header(page, 'cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(header(page, 'vary')).toMatch(/\brsc\b.*Accept-Encoding/);
    expect(header(page, 'content-type')).toBe('text/html; charset=utf-8');
  });

  it('are found by an encoded address', async () => {
    expect((await files.find('/cases/visual%20search', 'identity'))?.body.toString()).toBe(PAGE);
  });

  it.each([
    ['/news', 'it changes by itself'],
    ['/_not-found', 'its status is 404'],
    ['/_global-error', 'it is an error'],
    ['/nowhere', 'it is unknown'],
    ['/cases/%E0%A4%A', 'its escape is broken'],
    ['/_next/static/../../server/app/index.html', 'it leaves the folder'],
    ['/_next/static/chunks/a1.js.secret', 'its type is unknown'],
  ])('%s is left to Next: %s', async (path) => {
    expect(await files.find(path, 'identity')).toBeNull();
  });
});

describe('navigation payloads', () => {
  it('are the file, with what the router wants to know', async () => {
    const payload = await files.find('/', 'br', 'payload');
    expect(brotliDecompressSync(payload?.body ?? '').toString()).toBe(PAYLOAD);
    expect(header(payload, 'content-type')).toBe('text/x-component');
    expect(header(payload, 'x-nextjs-stale-time')).toBe('300');
    expect(header(payload, 'x-next-cache-tags')).toBeUndefined();
    expect(header(payload, 'vary')).toMatch(/\brsc\b/);
    expect(header(payload, 'content-security-policy')).toMatch(/^default-src 'none'/);
  });

  it('are kept apart from their page', async () => {
    const [page, payload] = [await files.find('/', 'br'), await files.find('/', 'br', 'payload')];
    expect(page?.etag).not.toBe(payload?.etag);
  });

  it.each([
    ['/news', 'it changes by itself'],
    ['/cases/visual search', 'the build has none'],
    ['/icon.svg', 'it is no page'],
    ['/_next/static/chunks/a1.js', 'it is no page'],
  ])('%s is left to Next: %s', async (path) => {
    expect(await files.find(path, 'identity', 'payload')).toBeNull();
  });
});

it('the icon may be kept for a day: every page asks for it', async () => {
  const icon = await files.find('/icon.svg', 'gzip');
  expect(gunzipSync(icon?.body ?? '').toString()).toBe('<svg/>');
  expect(header(icon, 'content-type')).toBe('image/svg+xml');
  expect(header(icon, 'cache-control')).toBe('public, max-age=86400');
});

describe('assets', () => {
  it('may be kept for ever', async () => {
    const asset = await files.find('/_next/static/chunks/a1.js', 'br');
    expect(brotliDecompressSync(asset?.body ?? '').toString()).toBe('alert(1)');
    expect(header(asset, 'cache-control')).toBe('public, max-age=31536000, immutable');
    expect(header(asset, 'content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('that are compressed already stay as they are', async () => {
    const font = await files.find('/_next/static/media/font.woff2', 'br');
    expect(font?.body.toString()).toBe('wOF2');
    expect(header(font, 'content-encoding')).toBeUndefined();
  });
});

it('the policy of error pages names the inline scripts of all of them', () => {
  for (const hash of [...inlineScriptHashes(NOT_FOUND), ...inlineScriptHashes(FAILED)]) {
    expect(files.errorPagePolicy).toContain(hash);
  }
});

describe('the "not found" page', () => {
  it('is there for who needs it, in every encoding, with a policy of its own', async () => {
    const page = await files.notFoundPage('gzip');
    expect(gunzipSync(page?.body ?? '').toString()).toBe(NOT_FOUND);
    expect(header(page, 'Content-Encoding')).toBe('gzip');
    expect(header(page, 'Content-Security-Policy')).toContain(inlineScriptHashes(NOT_FOUND)[0]);
    expect((await files.notFoundPage('identity'))?.body.toString()).toBe(NOT_FOUND);
  });

  it('is no address', async () => {
    for (const path of ['/_not-found', 'not found', '']) expect(await files.find(path, 'identity')).toBeNull();
  });
});
