import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import { claimGuestRow } from '@/lib/db/claim-guest';
import type { Actor } from './actor';

interface ClaimGuest {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

/**
 * A guest becomes a member under the same id, so everything they have stays where it is, and their session goes on.
 *
 * @throws AppError `not-a-guest`, also for the slower of two at once; `invalid` when the address has an account already.
 */
export async function claimGuest({ database, userId }: Omit<Actor, 'now'>, claim: ClaimGuest): Promise<void> {
  const outcome = await claimGuestRow(database, { userId, ...claim });
  if (outcome === 'not-a-guest') throw new AppError('not-a-guest');
  if (outcome === 'email-taken') throw invalid('email', 'This e-mail address has an account already. Sign in instead.');
}
