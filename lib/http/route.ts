import type { z } from 'zod';
import { currentUser, ensureUser, hasEndedSession } from '@/lib/auth/current-user';
import { clientAddress } from '@/lib/auth/request-origin';
import type { SessionUser } from '@/lib/auth/sessions';
import { MAX_BODY_BYTES } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { checkWith } from '@/lib/core/issues';
import { type DatabaseClient, database } from '@/lib/db/client';
import { isOwnerGone } from '@/lib/db/refused-write';
import { settings } from '@/lib/settings';
import { failureResponse } from './failure';
import { type LimitName, limitAddress, limitUser } from './limits';
import { readJson, readOptionalJson } from './read-json';
import { refuseCrossSite } from './same-origin';

/**
 * Who may call. `owner`: somebody with a session; without one nothing is theirs, so they get 404. `guest`: made if needed,
 * but not for a session that has ended. `member`: somebody with an account; guests and nobody get 403 `needs-account`.
 */
type Access = 'anyone' | 'owner' | 'guest' | 'member';

interface RouteOptions<Who extends Access, Body> {
  readonly access: Who;
  readonly limit: LimitName;
  /** What the body must be; a route without it reads none. */
  readonly body?: z.ZodType<Body>;
  /** A request without one is taken as `{}`. */
  readonly bodyIsOptional?: true;
  readonly maxBytes?: number;
}

/** Somebody's request, checked. `userId`, `database` and `now` are what commands and loaders ask for. */
interface Call<Params, Body> {
  readonly params: Params;
  readonly body: Body;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** For what a route without a `body` reads by itself. */
  readonly request: Request;
  readonly now: Date;
  readonly database: DatabaseClient;
}
interface UserCall<Params, Body> extends Call<Params, Body> {
  readonly userId: string;
  /** As the person wrote it: hostile text like any other. */
  readonly userName: string;
  readonly isGuest: boolean;
}
type CallBy<Who extends Access, Params, Body> = Who extends 'anyone'
  ? Call<Params, Body> & { readonly userId: string | null; readonly userName: string | null; readonly isGuest: boolean }
  : UserCall<Params, Body>;

/** What Next calls for a method of a route. */
export type RouteHandler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

const READS = new Set(['GET', 'HEAD']);

/**
 * Wraps what a route does in what every route needs: the check against other sites, limits, the session, the body, and
 * errors told as problems. Nothing but an AppError's own words leaves the server.
 */
export function route<Params, Who extends Access, Body = undefined>(
  options: RouteOptions<Who, Body>,
  answer: (call: CallBy<Who, Params, Body>) => Promise<Response>,
): RouteHandler<Params> {
  return async (request, context) => {
    const setCookies: string[] = [];
    let response: Response;
    let hadSession = false;
    try {
      const now = new Date();
      const { headers } = request;
      if (!READS.has(request.method)) refuseCrossSite(headers, settings());
      await limitAddress(options.limit, clientAddress(headers), now);
      let user = await currentUser(headers);
      hadSession = user !== null;
      if (user) await limitUser(options.limit, user.id, now);
      await refuseUnlessAllowed(options.access, user, request);
      const body = options.body ? checkWith(options.body, await readBody(request, options)) : undefined;
      // After the body was found good: a refused request makes no guest.
      if (options.access === 'guest') user = await keepSession(headers, setCookies);
      response = await answer({
        params: await context.params,
        body,
        get query() {
          return new URL(request.url).searchParams;
        },
        headers,
        request,
        now,
        database: database(),
        userId: user?.id ?? null,
        userName: user?.name ?? null,
        isGuest: user?.isGuest ?? false,
      } as unknown as CallBy<Who, Params, Body>);
    } catch (error) {
      response = failureResponse(await explained(error, request, hadSession), request);
    }
    for (const cookie of setCookies) response.headers.append('Set-Cookie', cookie);
    response.headers.set('Cache-Control', 'no-store');
    response.headers.set('X-Content-Type-Options', 'nosniff');
    return response;
  };
}

async function readBody(
  request: Request,
  { bodyIsOptional, maxBytes = MAX_BODY_BYTES }: Pick<RouteOptions<Access, unknown>, 'bodyIsOptional' | 'maxBytes'>,
): Promise<unknown> {
  return bodyIsOptional ? ((await readOptionalJson(request, maxBytes)) ?? {}) : readJson(request, maxBytes);
}

/** @throws AppError `signed-out`, `needs-account` or `not-found`. */
async function refuseUnlessAllowed(access: Access, user: SessionUser | null, request: Request): Promise<void> {
  if (access === 'anyone') return;
  // Not "not found": these may be the words of somebody who has just signed in in another tab, and are to be sent again.
  const isWrite = !READS.has(request.method);
  if (user === null && isWrite && (await hasEndedSession(request.headers))) throw new AppError('signed-out');
  if (access === 'guest') return;
  if (access === 'member' && (user === null || user.isGuest)) throw new AppError('needs-account');
  if (user === null) throw new AppError('not-found');
}

async function keepSession(headers: Headers, setCookies: string[]): Promise<SessionUser> {
  const ensured = await ensureUser(headers);
  setCookies.push(...ensured.setCookies);
  return ensured.user;
}

/**
 * A write that finds nothing of its own, because the session ended while it was on its way: the guest has signed in in another
 * tab, and what they had belongs to the account now. Sent again under the new cookie it is taken.
 */
async function explained(error: unknown, request: Request, hadSession: boolean): Promise<unknown> {
  if (!hadSession || READS.has(request.method)) return error;
  const findsNothing = (error instanceof AppError && error.code === 'not-found') || isOwnerGone(error);
  return findsNothing && (await hasEndedSession(request.headers)) ? new AppError('signed-out') : error;
}
