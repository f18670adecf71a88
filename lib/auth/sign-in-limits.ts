import { createHash } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import type { DatabaseClient } from '@/lib/db/client';
import { forgetLimit, takeFromLimit } from '@/lib/db/rate-limit';
import type { Settings } from '@/lib/settings';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
/** Wrong passwords for one account, wherever they come from. */
export const TRIES_PER_QUARTER = 10;
/** Reset mails to one address in an hour: no more than a person would ask for. */
export const RESETS_PER_HOUR = 5;
const RESETS_PER_ADDRESS = 60;
/** Mails that confirm an address, asked for by one person in an hour. */
const EMAIL_CHANGES_PER_PERSON = 10;

/** An address of somebody who may not even be here is not kept in words. */
const digest = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
const triesKey = (email: string) => `sign-in:email:${digest(email)}`;
const passwordKey = (userId: string) => `password:user:${userId}`;

interface Where {
  readonly database: DatabaseClient;
  readonly now: Date;
}

async function take({ database, now }: Where, key: string, max: number, windowSeconds: number): Promise<void> {
  const taken = await takeFromLimit({ key, max, windowSeconds, now, database });
  if (taken.allowed) return;
  throw new AppError('rate-limited', 'Too many tries. Wait a while, then try again.', {
    retryAfterSeconds: taken.retryAfterSeconds,
  });
}

/**
 * Counts a try to sign in before the password is looked at: by address, and by the account it is for, which nobody can
 * spread over addresses.
 *
 * @throws AppError `rate-limited`.
 */
export async function limitSignIn(
  where: Where,
  address: string,
  email: string,
  { signInsPerMinute }: Pick<Settings, 'signInsPerMinute'>,
): Promise<void> {
  await take(where, `sign-in:address:${address}`, signInsPerMinute, MINUTE_SECONDS);
  await take(where, triesKey(email), TRIES_PER_QUARTER, 15 * MINUTE_SECONDS);
}

/** The right password, or a new one by mail: earlier wrong ones no longer count. */
export function forgiveTries(database: DatabaseClient, email: string): Promise<void> {
  return forgetLimit(database, triesKey(email));
}

/** Counts a new account. One address makes as many as it may make guests. */
export function limitNewAccount(
  where: Where,
  address: string,
  { guestsPerHour }: Pick<Settings, 'guestsPerHour'>,
): Promise<void> {
  return take(where, `account:${address}`, guestsPerHour, HOUR_SECONDS);
}

/** Counts a request for a reset mail, whether or not the address has an account. */
export async function limitReset(where: Where, address: string, email: string): Promise<void> {
  await take(where, `reset:address:${address}`, RESETS_PER_ADDRESS, HOUR_SECONDS);
  await take(where, `reset:email:${digest(email)}`, RESETS_PER_HOUR, HOUR_SECONDS);
}

/** Counts a mail that confirms an address: by who asks for it, and by where it goes, which may be a stranger's mailbox. */
export async function limitEmailChange(where: Where, userId: string, newEmail: string): Promise<void> {
  await take(where, `email-change:user:${userId}`, EMAIL_CHANGES_PER_PERSON, HOUR_SECONDS);
  await take(where, `email-change:email:${digest(newEmail)}`, RESETS_PER_HOUR, HOUR_SECONDS);
}

/** Counts a try at the token of a link that came by mail. */
export function limitResetToken(where: Where, address: string): Promise<void> {
  return take(where, `reset:token:${address}`, RESETS_PER_ADDRESS, HOUR_SECONDS);
}

/** Counts a try at the password of somebody signed in. */
export function limitPassword(where: Where, userId: string): Promise<void> {
  return take(where, passwordKey(userId), TRIES_PER_QUARTER, 15 * MINUTE_SECONDS);
}

export function forgivePassword(database: DatabaseClient, userId: string): Promise<void> {
  return forgetLimit(database, passwordKey(userId));
}
