import { randomBytes, randomUUID } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { anonymous } from 'better-auth/plugins';
import type { DatabaseClient } from '@/lib/db/client';
import { takeFromLimit } from '@/lib/db/rate-limit';
import { sharedSecret } from '@/lib/db/secret';
import type { Settings } from '@/lib/settings';

const DAY_SECONDS = 86_400;
/** Origins are named by whoever sends a request, so the number kept is bounded. */
const MAX_ORIGINS = 16;

export interface AuthContext {
  readonly database: DatabaseClient;
  readonly settings: Settings;
}

function create({ database, settings }: AuthContext, secret: string, baseURL: string) {
  return betterAuth({
    appName: 'Warmstart',
    // Given explicitly: the library would otherwise look for BETTER_AUTH_URL and BASE_URL in the environment.
    baseURL,
    secret,
    database: prismaAdapter(database, { provider: settings.engine }),
    // A guest's work lives as long as the cookie does.
    session: { expiresIn: 365 * DAY_SECONDS, updateAge: DAY_SECONDS },
    rateLimit: {
      enabled: true,
      customStorage: {
        consume: async (key, { window, max }) => {
          const taken = await takeFromLimit({
            key: `auth:${key}`,
            max,
            windowSeconds: window,
            now: new Date(),
            database,
          });
          return { allowed: taken.allowed, retryAfter: taken.allowed ? null : taken.retryAfterSeconds };
        },
      },
    },
    advanced: { ipAddress: { ipAddressHeaders: ['x-forwarded-for'] } },
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
