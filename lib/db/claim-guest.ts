import { randomUUID } from 'node:crypto';
import type { DatabaseClient } from './client';
import { isTaken } from './refused-write';

export interface Claim {
  readonly userId: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly passwordHash: string;
}

export type ClaimOutcome = 'claimed' | 'not-a-guest' | 'email-taken';

/**
 * Gives a guest's row a name, an address and a password: from then on it is a member's. The row stays the same, so that
 * nothing has to be moved; of two claims at once exactly one is taken.
 */
export async function claimGuestRow(database: DatabaseClient, claim: Claim): Promise<ClaimOutcome> {
  const { userId, name, email, passwordHash } = claim;
  try {
    return await database.$transaction(async (transaction) => {
      const { count } = await transaction.user.updateMany({
        where: { id: userId, isAnonymous: true },
        data: { name, email, isAnonymous: false },
      });
      if (count !== 1) return 'not-a-guest';
      // The form in which Better Auth keeps and looks for a password.
      await transaction.account.create({
        data: { id: randomUUID(), userId, providerId: 'credential', accountId: userId, password: passwordHash },
      });
      return 'claimed';
    });
  } catch (error) {
    if (isTaken(error)) return 'email-taken';
    throw error;
  }
}
