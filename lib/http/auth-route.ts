import { askLibrary, currentUser, sessionBegunBy, sessionOf } from '@/lib/auth/current-user';
import { clientAddress } from '@/lib/auth/request-origin';
import type { SessionUser } from '@/lib/auth/sessions';
import {
  forgivePassword,
  forgiveTries,
  limitNewAccount,
  limitPassword,
  limitReset,
  limitResetToken,
  limitSignIn,
} from '@/lib/auth/sign-in-limits';
import { PROVIDERS, providerSignInRequest } from '@/lib/core/account-api';
import { MAX_BODY_BYTES } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { checkWith } from '@/lib/core/issues';
import { nextPath } from '@/lib/core/next-path';
import { type DatabaseClient, database } from '@/lib/db/client';
import { deleteSession, forgetLinksOf } from '@/lib/db/own-account';
import { settings } from '@/lib/settings';
import { AUTH_ENDPOINTS, type AuthEndpoint, PROVIDER_ENDPOINTS } from './auth-endpoints';
import { problemIn } from './auth-problem';
import { failureResponse } from './failure';
import { limitAddress } from './limits';
import { readJson } from './read-json';
import { refuseCrossSite } from './same-origin';

/** Gives what a guest did to the account in which they have just signed in. */
export type AdoptGuest = (
  by: { readonly database: DatabaseClient; readonly userId: string },
  guestId: string,
) => Promise<void>;

/**
 * Answers `/api/auth/*`: Better Auth behind the checks that every route has, and with our errors. When a guest signs in,
 * what they did follows before the new cookie leaves the server: until then the old one works.
 */
export function authRoute(adoptGuest: AdoptGuest): (request: Request) => Promise<Response> {
  return async (request) => {
    let response: Response;
    try {
      response = await answer(request, adoptGuest);
    } catch (error) {
      const isThere = !(error instanceof AppError && error.code === 'not-found');
      response = isThere && isNavigation(request) ? backToSignIn(error) : failureResponse(error, request);
    }
    response.headers.set('Cache-Control', 'no-store');
    response.headers.set('X-Content-Type-Options', 'nosniff');
    return response;
  };
}

/** A provider sends the browser here: a person would see the error as it is written. */
function isNavigation({ method, url }: Request): boolean {
  return method === 'GET' && new URL(url).pathname.startsWith('/api/auth/callback/');
}

function backToSignIn(error: unknown): Response {
  const code = error instanceof AppError ? error.code : 'unexpected';
  if (!(error instanceof AppError)) console.error('A sign-in by a provider failed:', error);
  return new Response(null, { status: 302, headers: { Location: `/sign-in?error=${code}` } });
}

async function answer(request: Request, adoptGuest: AdoptGuest): Promise<Response> {
  const name = `${request.method} ${new URL(request.url).pathname.replace(/^\/api\/auth\//, '')}`;
  const endpoint = endpointOf(name);
  if (request.method !== 'GET') refuseCrossSite(request.headers, settings());
  await limitAddress(request.method === 'GET' ? 'read' : 'write', clientAddress(request.headers), new Date());
  const user = await currentUser(request.headers);
  if (endpoint.membersOnly && user?.isGuest) throw new AppError('needs-account');
  if (endpoint.membersOnly && user === null) throw new AppError('signed-out');
  const body = endpoint.body ? checkWith(endpoint.body, await readJson(request, MAX_BODY_BYTES)) : undefined;
  await limit(endpoint, request, body, user);
  const response = await askLibrary(
    request,
    bodyForLibrary(name, request, body),
    endpoint.beginsSession ? 'nobody' : 'signed-in',
  );
  const problem = await problemIn(response);
  if (problem) throw problem;
  await forgive(endpoint, body, user);
  // A changed password is how somebody shuts out whoever else gets at their account: no link from before may open it again.
  if (endpoint.endsLinks && user) await forgetLinksOf(database(), user.id);
  return endpoint.beginsSession ? followIn(request, response, user, adoptGuest) : withOwnHeaders(response);
}

/** Anything else is not there, whatever the library would answer. */
function endpointOf(name: string): AuthEndpoint {
  const provider = PROVIDERS.some((one) => settings()[one]) ? PROVIDER_ENDPOINTS.get(name) : undefined;
  const endpoint = AUTH_ENDPOINTS.get(name) ?? provider;
  if (!endpoint) throw new AppError('not-found');
  return endpoint;
}

type Body = Readonly<Record<string, unknown>> | undefined;
const text = (body: unknown, name: string): string => String((body as Body)?.[name] ?? '');

async function limit(
  endpoint: AuthEndpoint,
  { headers }: Request,
  body: unknown,
  user: SessionUser | null,
): Promise<void> {
  const where = { database: database(), now: new Date() };
  const address = clientAddress(headers);
  if (endpoint.limit === 'sign-in') await limitSignIn(where, address, text(body, 'email'), settings());
  if (endpoint.limit === 'new-account') await limitNewAccount(where, address, settings());
  if (endpoint.limit === 'reset') await limitReset(where, address, text(body, 'email'));
  if (endpoint.limit === 'reset-token') await limitResetToken(where, address);
  if (endpoint.limit === 'password' && user) await limitPassword(where, user.id);
}

async function forgive({ limit }: AuthEndpoint, body: unknown, user: SessionUser | null): Promise<void> {
  if (limit === 'sign-in') await forgiveTries(database(), text(body, 'email'));
  if (limit === 'password' && user) await forgivePassword(database(), user.id);
}

/** What is passed on: only what the library needs, so that nothing else can be set through it. */
function bodyForLibrary(name: string, request: Request, body: unknown): unknown {
  if (name === 'POST sign-in/social') {
    const { provider, callbackURL } = providerSignInRequest.parse(body);
    if (!settings()[provider]) throw new AppError('not-found');
    const next = nextPath(callbackURL);
    return { provider, callbackURL: next, errorCallbackURL: `/sign-in?next=${encodeURIComponent(next)}` };
  }
  // Better Auth wants a body with every POST.
  return request.method === 'GET' ? undefined : (body ?? {});
}

/** The rest of signing in, before anybody gets the new cookie. */
async function followIn(
  request: Request,
  response: Response,
  before: SessionUser | null,
  adoptGuest: AdoptGuest,
): Promise<Response> {
  const begun = await sessionBegunBy(request, response);
  if (begun && before?.isGuest) {
    try {
      await adoptGuest({ database: database(), userId: begun.user.id }, before.id);
    } catch (error) {
      // Still a guest, with everything: the new session must not be left behind, and signing in again is safe.
      await deleteSession(database(), begun.token);
      throw error;
    }
  }
  if (begun && before && !before.isGuest) {
    // The cookie of the earlier session is overwritten, so nobody could ever end it.
    const earlier = await sessionOf(request.headers);
    if (earlier) await deleteSession(database(), earlier.token);
  }
  return withOwnHeaders(response);
}

/** The library's headers may be closed to changes. */
function withOwnHeaders(response: Response): Response {
  return new Response(response.body, { status: response.status, headers: new Headers(response.headers) });
}
