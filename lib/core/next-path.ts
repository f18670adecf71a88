const HOME = '/';
/** Resolved against this, whatever is not a path of ours shows by another origin. */
const NOWHERE = 'http://nowhere.invalid';

/**
 * Where to go after signing in, out of an address bar that anybody may have filled: a path of this site, like
 * `/review?state=waiting`, or the home page when it is anything else. Never an address of another site, never the API.
 */
export function nextPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2000 || !/^\/(?![/\\])/.test(value)) return HOME;
  // Browsers drop tabs and line ends before they read an address, and take a backslash for a slash.
  if (/[\\\p{Cc}]/u.test(value) || !URL.canParse(value, NOWHERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(value, NOWHERE);
  if (origin !== NOWHERE || pathname.startsWith('//') || /^\/api(\/|$)/.test(pathname)) return HOME;
  return `${pathname}${search}${hash}`;
}

/** The sign-in page that leads on to a path of this site. */
export function signInPath(next: string): string {
  const path = nextPath(next);
  return path === HOME ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`;
}
