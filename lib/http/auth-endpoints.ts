import type { z } from 'zod';
import {
  changePasswordRequest,
  createAccountRequest,
  PROVIDERS,
  providerSignInRequest,
  requestResetRequest,
  resetPasswordRequest,
  revokeSessionRequest,
  signInRequest,
} from '@/lib/core/account-api';

/** What is counted before the library is asked. */
export type AuthLimit = 'sign-in' | 'new-account' | 'reset' | 'reset-token' | 'password' | 'none';

export interface AuthEndpoint {
  /** Where it may begin a session, a guest's work follows into the account. */
  readonly beginsSession?: true;
  /** Refused to guests. */
  readonly membersOnly?: true;
  readonly limit: AuthLimit;
  /** Whoever asked for a link for a new password or address before may not use it any more. */
  readonly endsLinks?: true;
  /** What the body must be; without it none is read. */
  readonly body?: z.ZodType;
}

const providerEndpoints: readonly [string, AuthEndpoint][] = PROVIDERS.map((provider) => [
  `GET callback/${provider}`,
  { beginsSession: true, limit: 'none' },
]);

/** What of Better Auth is open over HTTP, by method and path under `/api/auth/`. Nothing else is there. */
export const AUTH_ENDPOINTS: ReadonlyMap<string, AuthEndpoint> = new Map<string, AuthEndpoint>([
  ['GET get-session', { limit: 'none' }],
  ['POST sign-up/email', { beginsSession: true, limit: 'new-account', body: createAccountRequest }],
  ['POST sign-in/email', { beginsSession: true, limit: 'sign-in', body: signInRequest }],
  ['POST sign-out', { limit: 'none' }],
  ['POST change-password', { membersOnly: true, limit: 'password', endsLinks: true, body: changePasswordRequest }],
  ['GET list-sessions', { limit: 'none' }],
  ['POST revoke-session', { limit: 'none', body: revokeSessionRequest }],
  ['POST revoke-other-sessions', { limit: 'none' }],
  ['POST request-password-reset', { limit: 'reset', body: requestResetRequest }],
  ['POST reset-password', { limit: 'reset-token', body: resetPasswordRequest }],
]);

/** Open as well where keys for a provider are set. */
export const PROVIDER_ENDPOINTS: ReadonlyMap<string, AuthEndpoint> = new Map<string, AuthEndpoint>([
  ['POST sign-in/social', { beginsSession: true, limit: 'none', body: providerSignInRequest }],
  ...providerEndpoints,
]);
