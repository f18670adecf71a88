import { requestOrigin } from '@/lib/auth/request-origin';
import { settings } from '@/lib/settings';

/** The address of a page, for whoever sent these headers to hand on. What goes to others by e-mail is made by `appLink`. */
export function ownLink(path: string, headers: Headers): string {
  return new URL(path, requestOrigin(headers, settings())).href;
}
