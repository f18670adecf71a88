import { createHmac, timingSafeEqual } from 'node:crypto';

const NAME = 'better-auth.session_token';

/**
 * The session token in a `Cookie` header, when its signature is ours. Better Auth writes it as `<token>.<signature>`, the
 * signature being HMAC-SHA-256 in base64, and adds `__Secure-` to the name behind HTTPS; a test holds the two together.
 */
export function readSessionToken(cookie: string | null, secret: string, secure: boolean): string | null {
  const wanted = `${secure ? '__Secure-' : ''}${NAME}=`;
  const sent = cookie?.split(/;\s*/).find((one) => one.startsWith(wanted));
  if (sent === undefined) return null;
  const value = decoded(sent.slice(wanted.length));
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const expected = createHmac('sha256', secret).update(token).digest();
  const signature = Buffer.from(value.slice(dot + 1), 'base64');
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
