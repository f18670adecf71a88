import { PROVIDERS, type Provider } from '@/lib/core/account-api';
import { mailer } from '@/lib/mail/mailer';
import { settings } from '@/lib/settings';

/** The providers that this installation has keys for. */
export function offeredProviders(): Provider[] {
  return PROVIDERS.filter((provider) => settings()[provider] !== undefined);
}

/** Whether this server can send e-mail; if not, screens say what happens instead. */
export function sendsMail(): boolean {
  return mailer().configured;
}
