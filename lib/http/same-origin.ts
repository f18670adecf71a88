import { requestOrigin } from '@/lib/auth/request-origin';
import { AppError } from '@/lib/core/app-error';
import type { Settings } from '@/lib/settings';

/**
 * Refuses a write that another site makes a browser send.
 *
 * Browsers name the origin with every POST, PUT and DELETE; where it is withheld ("null"), and in clients that leave it
 * out, `Sec-Fetch-Site` tells, which a page cannot set. A request with neither comes from no browser but from a script,
 * which holds its cookie by its owner's will.
 *
 * @throws AppError `forbidden-origin`.
 */
export function refuseCrossSite(headers: Headers, settings: Pick<Settings, 'appUrl' | 'trustProxy'>): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin !== null && origin !== 'null') {
    if (!isOwnOrigin(origin, headers, settings)) throw new AppError('forbidden-origin');
    return;
  }
  const isOwn = site === 'same-origin' || (site === 'none' && origin === null);
  if ((origin !== null || site !== null) && !isOwn) throw new AppError('forbidden-origin');
}

function isOwnOrigin(origin: string, headers: Headers, settings: Pick<Settings, 'appUrl' | 'trustProxy'>): boolean {
  if (!URL.canParse(origin)) return false;
  const own = requestOrigin(headers, settings);
  // Behind a proxy that we have not been told of, only the host is known: HTTPS may have ended there.
  if (settings.appUrl === undefined && !settings.trustProxy) return new URL(origin).host === new URL(own).host;
  return new URL(origin).origin === own;
}
