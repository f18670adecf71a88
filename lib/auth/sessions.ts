import { AppError } from '@/lib/core/app-error';
import { findSessionStart } from '@/lib/db/own-account';
import { takeFromLimit } from '@/lib/db/rate-limit';
import { findSessionUser } from '@/lib/db/session-user';
import { type Auth, type AuthContext, authByOrigin, sessionSecret } from './better-auth';
import { clientAddress, requestOrigin } from './request-origin';
import { readSessionToken } from './session-cookie';

export interface SessionUser {
  readonly id: string;
  readonly isGuest: boolean;
  readonly name: string;
}

export interface Sessions {
  /** Who sends these headers; null for nobody, also when the session has ended. Changes nothing. */
  currentUser(headers: Headers): Promise<SessionUser | null>;
  /** True when these headers carry a session that was ours and is there no more: ended, expired, or its person deleted. */
  hasEndedSession(headers: Headers): Promise<boolean>;
  /**
   * Who sends these headers, made a guest when nobody. `setCookies` are whole `Set-Cookie` values for the response; a
   * guest whose cookie is a day old gets it anew for another year.
   *
   * @throws AppError `rate-limited` when the address has made too many guests.
   */
  ensureUser(headers: Headers): Promise<{ user: SessionUser; setCookies: string[] }>;
  /** Ends the session, if there is one, and returns the `Set-Cookie` values that remove it from the browser. */
  endSession(headers: Headers): Promise<string[]>;
  /**
   * Has Better Auth answer a request to `/api/auth/*`, which the caller has checked: where it comes from, how many there
   * were, and its body, which is passed on instead of the one sent.
   *
   * @param as `nobody` for what begins a session. The library must not see the one that is there: it would move a guest's
   * rows in its own way, which loses some, and take a dead session for a reason to remove the cookie it has just set.
   */
  askLibrary(request: Request, body: unknown, as: 'signed-in' | 'nobody'): Promise<Response>;
  /** The session that a response begins, by its cookie; null when it begins none. */
  sessionBegunBy(request: Request, response: Response): Promise<{ user: SessionUser; token: string } | null>;
  /** The session that these headers carry: its token, and when it began. */
  sessionOf(headers: Headers): Promise<{ token: string; startedAt: Date } | null>;
}

const GUEST_WINDOW_SECONDS = 3600;
/** Headers that say something about a body which is not passed on. */
const OF_THE_OLD_BODY = ['content-length', 'content-type', 'content-encoding', 'transfer-encoding'] as const;

/** Sessions on one database. The app has one of these (`current-user.ts`); tests make their own. */
export function createSessions(context: AuthContext): Sessions {
  const secret = sessionSecret(context);
  const authFor = authByOrigin(context, secret);
  const auth = (headers: Headers) => authFor(requestOrigin(headers, context.settings));

  async function tokenOf(headers: Headers): Promise<string | null> {
    const cookie = headers.get('cookie');
    // Most visitors have no session: they should not cost a query.
    if (!cookie?.includes('session_token=')) return null;
    const secure = requestOrigin(headers, context.settings).startsWith('https:');
    return readSessionToken(cookie, await secret(), secure);
  }

  async function userOf(headers: Headers): Promise<SessionUser | null> {
    const token = await tokenOf(headers);
    return token === null ? null : findSessionUser(context.database, token, new Date());
  }

  return {
    currentUser: userOf,

    async hasEndedSession(headers) {
      return (await tokenOf(headers)) !== null && (await userOf(headers)) === null;
    },

    async ensureUser(headers) {
      const instance = await auth(headers);
      const found = await instance.api.getSession({ headers, returnHeaders: true });
      if (found.response) return { user: toUser(found.response.user), setCookies: found.headers.getSetCookie() };
      const limit = await takeFromLimit({
        key: `guest:${clientAddress(headers)}`,
        max: context.settings.guestsPerHour,
        windowSeconds: GUEST_WINDOW_SECONDS,
        now: new Date(),
        database: context.database,
      });
      if (!limit.allowed) {
        throw new AppError('rate-limited', undefined, { retryAfterSeconds: limit.retryAfterSeconds });
      }
      const made = await instance.api.signInAnonymous({
        headers: await withoutSession(instance, headers),
        returnHeaders: true,
      });
      return { user: toUser({ ...made.response.user, isAnonymous: true }), setCookies: made.headers.getSetCookie() };
    },

    async endSession(headers) {
      const ended = await (await auth(headers)).api.signOut({ headers, returnHeaders: true });
      return ended.headers.getSetCookie();
    },

    async askLibrary(request, body, as) {
      const origin = requestOrigin(request.headers, context.settings);
      const instance = await authFor(origin);
      const headers = as === 'nobody' ? await withoutSession(instance, request.headers) : new Headers(request.headers);
      for (const name of OF_THE_OLD_BODY) headers.delete(name);
      // The caller has checked it by rules that also know of proxies which we were not told of.
      if (request.method !== 'GET') headers.set('origin', origin);
      if (body !== undefined) headers.set('content-type', 'application/json');
      const { pathname, search } = new URL(request.url);
      return instance.handler(
        new Request(`${origin}${pathname}${search}`, {
          method: request.method,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
    },

    async sessionBegunBy(request, response) {
      const cookie = response.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      const headers = new Headers(request.headers);
      headers.set('cookie', cookie);
      const [token, user] = [await tokenOf(headers), await userOf(headers)];
      return token !== null && user !== null ? { token, user } : null;
    },

    async sessionOf(headers) {
      const token = await tokenOf(headers);
      const startedAt = token === null ? null : await findSessionStart(context.database, token);
      return token !== null && startedAt !== null ? { token, startedAt } : null;
    },
  };
}

/**
 * The anonymous plugin looks the sent session up once more after it has made the new one, and when that is gone it
 * removes the cookie it has just set: the new guest would be lost at once. So a dead session is not shown to it.
 */
async function withoutSession(auth: Auth, headers: Headers): Promise<Headers> {
  const { sessionToken } = (await auth.$context).authCookies;
  const kept = new Headers(headers);
  const others = (headers.get('cookie') ?? '').split(/;\s*/).filter((one) => !one.startsWith(`${sessionToken.name}=`));
  kept.set('cookie', others.join('; '));
  return kept;
}

function toUser(user: { id: string; name: string; isAnonymous?: boolean | null | undefined }): SessionUser {
  return { id: user.id, name: user.name, isGuest: user.isAnonymous === true };
}
