import { AppError } from '@/lib/core/app-error';
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
  /** Answers `/api/auth/*`. */
  handle(request: Request): Promise<Response>;
}

/** What of Better Auth is open over HTTP. The rest comes with accounts. */
const OPEN_ENDPOINTS: ReadonlySet<string> = new Set(['GET /api/auth/get-session']);

const GUEST_WINDOW_SECONDS = 3600;

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
        headers: await withoutDeadSession(instance, headers),
        returnHeaders: true,
      });
      return { user: toUser({ ...made.response.user, isAnonymous: true }), setCookies: made.headers.getSetCookie() };
    },

    async endSession(headers) {
      const ended = await (await auth(headers)).api.signOut({ headers, returnHeaders: true });
      return ended.headers.getSetCookie();
    },

    async handle(request) {
      const path = new URL(request.url).pathname;
      if (!OPEN_ENDPOINTS.has(`${request.method} ${path}`)) return new Response(null, { status: 404 });
      return (await auth(request.headers)).handler(request);
    },
  };
}

/**
 * The anonymous plugin looks the sent session up once more after it has made the new one, and when that is gone it
 * removes the cookie it has just set: the new guest would be lost at once. So a dead session is not shown to it.
 */
async function withoutDeadSession(auth: Auth, headers: Headers): Promise<Headers> {
  const { sessionToken } = (await auth.$context).authCookies;
  const kept = new Headers(headers);
  const others = (headers.get('cookie') ?? '').split(/;\s*/).filter((one) => !one.startsWith(`${sessionToken.name}=`));
  kept.set('cookie', others.join('; '));
  return kept;
}

function toUser(user: { id: string; name: string; isAnonymous?: boolean | null | undefined }): SessionUser {
  return { id: user.id, name: user.name, isGuest: user.isAnonymous === true };
}
