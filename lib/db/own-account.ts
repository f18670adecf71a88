import type { UpdateAccountRequest } from '@/lib/core/account-api';
import type { DatabaseClient, DatabaseTransaction } from './client';

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isGuest: boolean;
  readonly emailNotices: boolean;
  readonly createdAt: Date;
  /** `credential` for a password, else the provider's name. */
  readonly signInWays: readonly string[];
}

export async function findAccount(database: DatabaseClient, userId: string): Promise<AccountRow | null> {
  const row = await database.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      isAnonymous: true,
      emailNotices: true,
      createdAt: true,
      accounts: { select: { providerId: true }, orderBy: { providerId: 'asc' } },
    },
  });
  if (!row) return null;
  const { isAnonymous, accounts, ...rest } = row;
  return { ...rest, isGuest: isAnonymous === true, signInWays: accounts.map((account) => account.providerId) };
}

/** The hash of a person's password; null without one. */
export async function findPasswordHash(database: DatabaseClient, userId: string): Promise<string | null> {
  const account = await database.account.findFirst({
    where: { userId, providerId: 'credential' },
    select: { password: true },
  });
  return account?.password ?? null;
}

export async function updateAccountRow(
  database: DatabaseClient,
  userId: string,
  { name, emailNotices }: UpdateAccountRequest,
): Promise<void> {
  await database.user.updateMany({
    where: { id: userId },
    data: { ...(name === undefined ? {} : { name }), ...(emailNotices === undefined ? {} : { emailNotices }) },
  });
}

/** Whether anybody has an account with this address. */
export async function hasAccountWith(database: DatabaseClient, email: string): Promise<boolean> {
  return (await database.user.count({ where: { email } })) > 0;
}

export interface SessionRow {
  readonly token: string;
  readonly createdAt: Date;
  /** The last day on which the session was used. */
  readonly updatedAt: Date;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** A person's sessions that have not run out, the latest first. */
export function findSessions(database: DatabaseClient, userId: string, now: Date): Promise<SessionRow[]> {
  return database.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { token: true, createdAt: true, updatedAt: true, ipAddress: true, userAgent: true },
  });
}

/** When a session began; null when it is not there. */
export async function findSessionStart(database: DatabaseClient, token: string): Promise<Date | null> {
  return (await database.session.findUnique({ where: { token }, select: { createdAt: true } }))?.createdAt ?? null;
}

export async function deleteSession(database: DatabaseClient, token: string): Promise<void> {
  await database.session.deleteMany({ where: { token } });
}

/**
 * Makes every link dead by which somebody could still set this person's password or address: Better Auth keeps one for each time it was
 * asked.
 */
export async function forgetLinksOf(database: DatabaseClient | DatabaseTransaction, userId: string): Promise<void> {
  await database.verification.deleteMany({
    where: {
      OR: [
        { identifier: { startsWith: 'reset-password:' }, value: userId },
        { identifier: { startsWith: 'change-email:' }, value: { startsWith: `${userId} ` } },
      ],
    },
  });
}
