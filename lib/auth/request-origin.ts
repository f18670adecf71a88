import { isIPv6 } from 'node:net';
import type { Settings } from '@/lib/settings';

/** Proxies append to these headers, so the last entry is the one that our own proxy wrote. */
function lastOf(value: string | null): string | undefined {
  return value?.split(',').at(-1)?.trim() || undefined;
}

/**
 * The origin that the browser sees, like `https://practice.example.org`. `APP_URL` wins; `X-Forwarded-*` counts only
 * behind a proxy of ours, because anybody can send it.
 */
export function requestOrigin(
  headers: Headers,
  { appUrl, trustProxy }: Pick<Settings, 'appUrl' | 'trustProxy'>,
): string {
  if (appUrl !== undefined) return appUrl;
  const forwarded = (name: string) => (trustProxy ? lastOf(headers.get(name)) : undefined);
  const scheme = forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const host = forwarded('x-forwarded-host') ?? headers.get('host') ?? 'localhost';
  return URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`).origin : `${scheme}://localhost`;
}

/**
 * Who to count a request for. Our server replaces `X-Forwarded-For` by the address of the connection, or of the proxy's
 * last entry. One household has a whole /64 of IPv6, so that is what is counted.
 */
export function clientAddress(headers: Headers): string {
  const address = lastOf(headers.get('x-forwarded-for'))?.toLowerCase();
  if (address === undefined) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? `${network64(address)}::/64` : address;
}

function network64(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
