import { randomBytes, randomUUID } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { anonymous } from 'better-auth/plugins';
import { MAX_PASSWORD, MIN_PASSWORD } from '@/lib/core/account-api';
import type { DatabaseClient } from '@/lib/db/client';
import { forgetLinksOf } from '@/lib/db/own-account';
import { sharedSecret } from '@/lib/db/secret';
import { createMailer } from '@/lib/mail/mailer';
import type { Settings } from '@/lib/settings';
import { deliverResetLink, RESET_SECONDS } from './reset-mail';
import { forgiveTries } from './sign-in-limits';

const DAY_SECONDS = 86_400;
/** Origins are named by whoever sends a request, so the number kept is bounded. */
const MAX_ORIGINS = 16;

export interface AuthContext {
  readonly database: DatabaseClient;
  readonly settings: Settings;
}

function create({ database, settings }: AuthContext, secret: string, baseURL: string) {
  const mailer = createMailer(settings);
  return betterAuth({
    appName: 'Warmstart',
    // Given explicitly: the library would otherwise look for BETTER_AUTH_URL and BASE_URL in the environment.
    baseURL,
    secret,
    database: prismaAdapter(database, { provider: settings.engine }),
    // A guest's work lives as long as the cookie does. What needs more than a session asks for the password itself.
    session: { expiresIn: 365 * DAY_SECONDS, updateAge: DAY_SECONDS, freshAge: 0 },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      // Whoever had the old password may be who it is changed because of.
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        // A guest's address is made up, and nobody knows it; should somebody guess one, nothing leaves.
        if ((user as { isAnonymous?: boolean | null }).isAnonymous !== true) {
          deliverResetLink({ mailer, settings }, user.email, token);
        }
      },
      onPasswordReset: async ({ user }) => {
        // Asked for twice, there are two links; who found the other one must not use it an hour long.
        await forgetLinksOf(database, user.id);
        await forgiveTries(database, user.email);
      },
    },
    socialProviders: {
      ...(settings.github ? { github: settings.github } : {}),
      ...(settings.google ? { google: settings.google } : {}),
    },
    account: {
      encryptOAuthTokens: true,
      // Nobody proves that an address is theirs when they sign up. Who took a stranger's address could otherwise wait for
      // the stranger to sign in with a provider, and share the account.
      accountLinking: { disableImplicitLinking: true },
    },
    // Counted by `sign-in-limits.ts`: by account too, and by an address that nobody can make up.
    rateLimit: { enabled: false },
    advanced: { ipAddress: { ipAddressHeaders: ['x-forwarded-for'] } },
    onAPIError: { errorURL: `${baseURL}/sign-in` },
    // Guests are made by our own routes, which check where a request comes from and how many there were.
    disabledPaths: ['/sign-in/anonymous', '/delete-anonymous-user'],
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [anonymous({ generateName: () => 'Guest', generateRandomEmail: () => `${randomUUID()}@guest.invalid` })],
  } satisfies BetterAuthOptions);
}

export type Auth = ReturnType<typeof create>;

/**
 * Better Auth for the origin of a request. It decides once per instance whether cookies are `Secure` and which origin may
 * post, so there is one instance for each origin that the app is reached by.
 */
export function authByOrigin(context: AuthContext, secret: () => Promise<string>): (origin: string) => Promise<Auth> {
  const instances = new Map<string, Auth>();
  return async (origin) => {
    const known = instances.get(origin);
    if (known) return known;
    const created = create(context, await secret(), origin);
    const oldest = instances.keys().next();
    if (instances.size >= MAX_ORIGINS && !oldest.done) instances.delete(oldest.value);
    instances.set(origin, created);
    return created;
  };
}

/** What signs session cookies, read once. A database that did not answer is asked again. */
export function sessionSecret({ database, settings }: AuthContext): () => Promise<string> {
  let secret: Promise<string> | undefined;
  return () => {
    secret ??= settings.authSecret
      ? Promise.resolve(settings.authSecret)
      : sharedSecret(database, 'session', () => randomBytes(32).toString('base64url'));
    secret.catch(() => {
      secret = undefined;
    });
    return secret;
  };
}
