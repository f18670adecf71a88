import { hashPassword as hash, verifyPassword } from 'better-auth/crypto';
import { FRESH_SESSION_MS } from '@/lib/core/account-api';
import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import type { DatabaseClient } from '@/lib/db/client';
import { findPasswordHash } from '@/lib/db/own-account';
import { forgivePassword, limitPassword } from './sign-in-limits';

/** In the form in which Better Auth keeps a password: scrypt, with a salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

interface Proof {
  readonly database: DatabaseClient;
  readonly userId: string;
  readonly now: Date;
  /** When the session began that asks. */
  readonly sessionStartedAt: Date;
  readonly password: string | undefined;
}

/**
 * Makes sure that it is the person, and not somebody at a screen left open: by the password, or by a session that began less
 * than ten minutes ago.
 *
 * @throws AppError `needs-password`; `invalid` when it is wrong; `rate-limited` after too many wrong ones.
 */
export async function proveItIsThem({ database, userId, now, sessionStartedAt, password }: Proof): Promise<void> {
  if (password === undefined) {
    if (now.getTime() - sessionStartedAt.getTime() < FRESH_SESSION_MS) return;
    throw new AppError('needs-password');
  }
  await limitPassword({ database, now }, userId);
  const stored = await findPasswordHash(database, userId);
  if (stored === null || !(await verifyPassword({ hash: stored, password }))) {
    throw invalid('password', 'This is not your password.');
  }
  await forgivePassword(database, userId);
}
