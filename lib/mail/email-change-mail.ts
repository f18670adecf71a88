import type { Settings } from '@/lib/settings';
import { appLink, type Mailer } from './mailer';

/** How long the link works that confirms an address. */
export const EMAIL_CHANGE_SECONDS = 3600;

/**
 * Brings the link that confirms a new address to that address: by e-mail, or where nothing can send one to the server's log, for
 * whoever runs it to hand on. Nobody waits for the SMTP server: how long it takes would tell which addresses have an account.
 */
export function deliverEmailChange(
  { mailer, settings }: { readonly mailer: Mailer; readonly settings: Settings },
  newEmail: string,
  token: string,
): void {
  const link = appLink(`/confirm-email?token=${encodeURIComponent(token)}`, settings);
  if (!mailer.configured) {
    console.log(`[e-mail address] to confirm ${JSON.stringify(newEmail)}, within an hour: ${link}`);
    return;
  }
  const text = [
    'Somebody wants to use this e-mail address for their Warmstart account. If it was you, open this link within an hour, where you are signed in:',
    link,
    'If it was not you, do nothing: nothing is changed, and the link opens no account.',
  ].join('\n\n');
  mailer.send({ to: newEmail, subject: 'Confirm your e-mail address for Warmstart', text }).catch((error: unknown) => {
    console.error(`[e-mail address] the e-mail to ${JSON.stringify(newEmail)} could not be sent:`, error);
  });
}
