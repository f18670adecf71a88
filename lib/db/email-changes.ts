import { createHash, randomUUID } from 'node:crypto';
import type { DatabaseClient } from './client';
import { forgetLinksOf } from './own-account';
import { inTransaction } from './transaction';

const KIND = 'change-email:';

/** The person first, so that everything that waits for them is found, and goes with them. Neither part has a space in it. */
const valueFor = (userId: string, newEmail: string) => `${userId} ${newEmail}`;
const ofPerson = (userId: string) => ({ identifier: { startsWith: KIND }, value: { startsWith: `${userId} ` } });
/** What is kept of the token in a link: whoever reads the database has no link. */
const identifierOf = (token: string) => `${KIND}${createHash('sha256').update(token).digest('base64url')}`;
/** The address in a stored value; null when it is another person's: what a database calls the beginning of a text may forget the case. */
const emailIn = (value: string, userId: string) =>
  value.startsWith(`${userId} `) ? value.slice(userId.length + 1) : null;

/** An address that somebody wants to have, and that they have not confirmed. */
export interface EmailChange {
  readonly userId: string;
  readonly newEmail: string;
  /** That stands in the link. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Stores a wanted address in place of the one that waited before. */
export async function putEmailChange(database: DatabaseClient, change: EmailChange): Promise<void> {
  const { userId, newEmail, token, expiresAt } = change;
  await inTransaction(database, async (transaction) => {
    await transaction.verification.deleteMany({ where: ofPerson(userId) });
    await transaction.verification.create({
      data: { id: randomUUID(), identifier: identifierOf(token), value: valueFor(userId, newEmail), expiresAt },
    });
  });
}

/**
 * The address that a person has still to confirm; null when there is none.
 *
 * @param token of a link, to find only what that link is for.
 */
export async function findEmailChange(
  database: DatabaseClient,
  userId: string,
  now: Date,
  token?: string,
): Promise<string | null> {
  const row = await database.verification.findFirst({
    where: {
      ...ofPerson(userId),
      expiresAt: { gt: now },
      ...(token !== undefined && { identifier: identifierOf(token) }),
    },
    select: { value: true },
    orderBy: { createdAt: 'desc' },
  });
  return row && emailIn(row.value, userId);
}

export type EmailChanged =
  | { readonly outcome: 'changed'; readonly email: string; readonly former: string }
  /** There is no such link of theirs. */
  | { readonly outcome: 'no-link' }
  /** Somebody else has the address. */
  | { readonly outcome: 'email-taken' };

/**
 * Gives a person the address that a link confirms. The link is used up, and with it every other by which the account could be
 * changed: one for a new password may have gone to a mailbox that is no longer theirs.
 */
export async function takeEmailChange(
  database: DatabaseClient,
  { userId, token, now }: { readonly userId: string; readonly token: string; readonly now: Date },
): Promise<EmailChanged> {
  const identifier = identifierOf(token);
  return inTransaction(database, async (transaction): Promise<EmailChanged> => {
    const link = await transaction.verification.findFirst({
      where: { ...ofPerson(userId), identifier, expiresAt: { gt: now } },
      select: { id: true, value: true },
    });
    const email = link && emailIn(link.value, userId);
    if (!link || email === null) return { outcome: 'no-link' };
    // Of two at once one deletes it.
    if ((await transaction.verification.deleteMany({ where: { id: link.id } })).count !== 1)
      return { outcome: 'no-link' };
    const before = await transaction.user.findUnique({ where: { id: userId }, select: { email: true } });
    if (!before) return { outcome: 'no-link' };
    // One that comes in between is refused by the index, and found here the next time.
    if ((await transaction.user.count({ where: { email } })) > 0) return { outcome: 'email-taken' };
    await transaction.user.update({ where: { id: userId }, data: { email }, select: { id: true } });
    await forgetLinksOf(transaction, userId);
    return { outcome: 'changed', email, former: before.email };
  });
}
