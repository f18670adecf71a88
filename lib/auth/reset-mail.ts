import { appLink, type Mailer } from '@/lib/mail/mailer';
import type { Settings } from '@/lib/settings';

/** How long a reset link works. */
export const RESET_SECONDS = 3600;

/**
 * Brings a reset link to the person: by e-mail, or where nothing can send one to the server's log, for whoever runs it to
 * hand on. Nobody waits for the SMTP server: how long it takes would tell which addresses have an account.
 */
export function deliverResetLink(
  { mailer, settings }: { readonly mailer: Mailer; readonly settings: Settings },
  email: string,
  token: string,
): void {
  const link = appLink(`/reset-password?token=${encodeURIComponent(token)}`, settings);
  if (!mailer.configured) {
    console.log(`[password reset] for ${JSON.stringify(email)}, within an hour: ${link}`);
    return;
  }
  const text = [
    'Somebody asked for a new password for your Warmstart account. If it was you, open this link within an hour:',
    link,
    'If it was not you, do nothing: your password stays as it is.',
  ].join('\n\n');
  mailer.send({ to: email, subject: 'A new password for Warmstart', text }).catch((error: unknown) => {
    console.error(`[password reset] the e-mail for ${JSON.stringify(email)} could not be sent:`, error);
  });
}
