import { createHash } from 'node:crypto';

/** What no page of ours does: said once, so that a text that slips through the sanitiser still cannot. */
const REST = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const FEATURES = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'];

/** The policy of a page that is made per request: only scripts that carry the nonce, and what those load. */
export function noncePolicy(nonce: string): string {
  return `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; ${REST}`;
}

/** The policy of a page that was made at build time: only scripts from here, and the inline ones it was built with. */
export function hashPolicy(hashes: readonly string[]): string {
  return `script-src 'self'${hashes.map((hash) => ` '${hash}'`).join('')}; ${REST}`;
}

/** React's development build evaluates code, and the page talks to the development server. */
export function developmentPolicy(nonce: string): string {
  return `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'; connect-src 'self' ws: wss:; ${REST}`;
}

/** For answers that are data: nothing in them may run or load, also when somebody opens them in a tab. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** `sha256-…` of every inline script of a page, each once. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', source = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    if (/\ssrc\s*=/i.test(attributes)) continue;
    hashes.add(`sha256-${createHash('sha256').update(source).digest('base64')}`);
  }
  return [...hashes];
}

type HeaderList = readonly (readonly [name: string, value: string])[];

const EVERYWHERE: HeaderList = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', FEATURES.map((feature) => `${feature}=()`).join(', ')],
];

/** Browsers ignore these on plain HTTP, one of them with a complaint on the console. */
const OVER_HTTPS: HeaderList = [
  ...EVERYWHERE,
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** The headers that every response has. */
export function commonHeaders({ https }: { https: boolean }): HeaderList {
  return https ? OVER_HTTPS : EVERYWHERE;
}
