import { mailer } from './mailer';

/**
 * Tells an address that an account does not have any more, where mail can be sent: its owner would learn of it from nobody else.
 * It does not name the new one, because nobody has proved that the old one was theirs. Nobody waits for the SMTP server.
 */
export function tellFormerAddress(address: string): void {
  if (!mailer().configured) return;
  const text = [
    'The e-mail address of your Warmstart account was changed. You sign in with another address from now on, and nothing more is sent to this one.',
    'If it was not you, somebody else was signed in to your account: write to whoever runs this server.',
  ].join('\n\n');
  mailer()
    .send({ to: address, subject: 'Your e-mail address for Warmstart was changed', text })
    .catch((error: unknown) => {
      console.error(`[e-mail address] the notice to ${JSON.stringify(address)} could not be sent:`, error);
    });
}
