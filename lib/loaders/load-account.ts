import { type OwnAccount, PROVIDERS } from '@/lib/core/account-api';
import { AppError } from '@/lib/core/app-error';
import { findEmailChange } from '@/lib/db/email-changes';
import { findAccount, findSessions } from '@/lib/db/own-account';
import type { Reader } from './reader';

/** @throws AppError `not-found` when the person was deleted a moment ago. */
export async function loadAccount({ database, userId }: Reader, now: Date): Promise<OwnAccount> {
  const [row, unconfirmedEmail] = await Promise.all([
    findAccount(database, userId),
    findEmailChange(database, userId, now),
  ]);
  if (!row) throw new AppError('not-found');
  return {
    id: row.id,
    name: row.name,
    email: row.isGuest ? null : row.email,
    unconfirmedEmail,
    isGuest: row.isGuest,
    emailNotices: row.emailNotices,
    hasPassword: row.signInWays.includes('credential'),
    providers: PROVIDERS.filter((provider) => row.signInWays.includes(provider)),
  };
}

/** The address that a link confirms, for the person who asked for it; null when it is no link of theirs. */
export function loadEmailToConfirm({ database, userId }: Reader, token: string, now: Date): Promise<string | null> {
  return findEmailChange(database, userId, now, token);
}

/** A session as its person sees it. */
export interface OwnSession {
  readonly token: string;
  readonly startedAt: string;
  readonly lastUsedAt: string;
  readonly address: string | null;
  readonly browser: string;
  readonly isThisOne: boolean;
}

/** A person's sessions, this one first, then the latest. */
export async function loadSessions(
  { database, userId }: Reader,
  thisToken: string | null,
  now: Date,
): Promise<OwnSession[]> {
  const sessions = (await findSessions(database, userId, now)).map((session) => ({
    token: session.token,
    startedAt: session.createdAt.toISOString(),
    lastUsedAt: session.updatedAt.toISOString(),
    address: session.ipAddress || null,
    browser: browserName(session.userAgent),
    isThisOne: session.token === thisToken,
  }));
  return sessions.sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** "Firefox on Linux", as far as a browser says it. */
function browserName(userAgent: string | null): string {
  const find = (names: readonly (readonly [string, string])[]) =>
    names.find(([part]) => userAgent?.includes(part))?.[1];
  const browser = find(BROWSERS);
  const system = find(SYSTEMS);
  if (browser === undefined) return 'A program or an unknown browser';
  return system === undefined ? browser : `${browser} on ${system}`;
}
