import { invalid } from '@/lib/core/issues';
import { takeEmailChange } from '@/lib/db/email-changes';
import { tellFormerAddress } from '@/lib/mail/former-address-mail';
import type { Actor } from './actor';

/**
 * Gives a person the address that they asked for, by the link that was sent there, and tells the former one. The link works for the
 * person who asked and nobody else: a mistyped address must not open the account to whoever has it.
 *
 * @returns the address.
 * @throws AppError `invalid` when there is no such link of theirs any more, or somebody else has the address.
 */
export async function confirmEmail({ database, userId, now }: Actor, token: string): Promise<string> {
  const changed = await takeEmailChange(database, { userId, token, now });
  if (changed.outcome === 'no-link') {
    throw invalid('token', 'This link has been used already, is older than an hour, or is for another account.');
  }
  if (changed.outcome === 'email-taken') {
    throw invalid('token', 'This address cannot be used. Yours is as it was.');
  }
  tellFormerAddress(changed.former);
  return changed.email;
}
