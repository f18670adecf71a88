import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';
import { putEmailChange } from '@/lib/db/email-changes';
import { findAccount, hasAccountWith } from '@/lib/db/own-account';
import { deliverEmailChange, EMAIL_CHANGE_SECONDS } from '@/lib/mail/email-change-mail';
import { mailer } from '@/lib/mail/mailer';
import { settings } from '@/lib/settings';
import type { Actor } from './actor';
import { newToken } from './create-share';

/**
 * Notes that a person wants another e-mail address, and sends the link that confirms it to that address. Until the link is opened the
 * account has the address that it had. Asked again, the link before is dead.
 *
 * When somebody has an account with the address, nothing is sent and nothing else differs: nobody learns of it.
 *
 * @throws AppError `invalid` for the address that they have; `signed-out` when the person was deleted meanwhile.
 */
export async function askForEmailChange({ database, userId, now }: Actor, newEmail: string): Promise<void> {
  const account = await findAccount(database, userId);
  if (!account) throw new AppError('signed-out');
  if (account.email === newEmail) throw invalid('newEmail', 'This is your address already.');
  const token = newToken();
  const expiresAt = new Date(now.getTime() + EMAIL_CHANGE_SECONDS * 1000);
  await putEmailChange(database, { userId, newEmail, token, expiresAt });
  if (await hasAccountWith(database, newEmail)) return;
  deliverEmailChange({ mailer: mailer(), settings: settings() }, newEmail, token);
}
