import type { IncomingMessage } from 'node:http';
import type { Settings } from '@/lib/settings';

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
] as const;

/**
 * Makes the `X-Forwarded-*` headers of a request true: anybody can send them, and what comes after (Next, Better Auth, our
 * limits) believes them. Behind a proxy of ours its own entry is kept, which is the last one, since proxies append.
 *
 * @returns whether the browser speaks HTTPS, as far as we know.
 */
export function settleForwardedHeaders(
  request: IncomingMessage,
  { trustProxy, appUrl }: Pick<Settings, 'trustProxy' | 'appUrl'>,
): { https: boolean } {
  const { headers } = request;
  const last = (name: (typeof FORWARDED)[number]) => {
    if (!trustProxy) return undefined;
    const value = headers[name];
    return (Array.isArray(value) ? value.join(',') : value)?.split(',').at(-1)?.trim() || undefined;
  };
  const address = last('x-forwarded-for') ?? request.socket.remoteAddress ?? '';
  const host = last('x-forwarded-host') ?? headers.host ?? 'localhost';
  const scheme = last('x-forwarded-proto') === 'https' ? 'https' : 'http';
  for (const name of FORWARDED) delete headers[name];
  headers['x-forwarded-for'] = address;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = scheme;
  return { https: scheme === 'https' || appUrl?.startsWith('https:') === true };
}
