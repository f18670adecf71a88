import type { Transporter } from 'nodemailer';
import { type Settings, settings } from '@/lib/settings';

export interface Mail {
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. Links in it must be made by `appLink`. */
  readonly text: string;
}

export interface Mailer {
  /** False when no SMTP server is set: then nothing may be sent, and a screen says what happens instead. */
  readonly configured: boolean;
  /** Hands a mail to the SMTP server. Rejects when that refuses it or cannot be reached, or when nothing is configured. */
  send(mail: Mail): Promise<void>;
}

const TIMEOUT_MS = 15_000;

/** One line, whatever names people gave themselves: a line end in a header would begin another one. */
function headerLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

/** A mailer with these settings. The library is loaded by the first mail, since most installations send none. */
export function createMailer({ mail: configured }: Pick<Settings, 'mail'>): Mailer {
  let transport: Promise<Transporter> | undefined;
  const open = async (smtpUrl: string) =>
    (await import('nodemailer')).createTransport({
      url: smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      // Nothing that a mail says may make the server read a file or ask an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    }) as Transporter;
  return {
    configured: configured !== undefined,
    async send({ to, subject, text }) {
      if (!configured) throw new Error('No SMTP server is set.');
      transport ??= open(configured.smtpUrl);
      await (await transport).sendMail({
        from: configured.from,
        // As an object it is taken as one address; text would be read as a list of them.
        to: { name: '', address: headerLine(to) },
        subject: headerLine(subject),
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
}

// On globalThis, because Next may evaluate this module once for pages and once for routes.
const held = globalThis as { warmstartMailer?: Mailer };

/** The mailer of this process. */
export function mailer(): Mailer {
  held.warmstartMailer ??= createMailer(settings());
  return held.warmstartMailer;
}

/**
 * The address of a page, for an e-mail or the log. Never made from a request, whose sender could put in a host of their own
 * and so be handed somebody's reset link.
 */
export function appLink(path: string, { appUrl, host, port }: Pick<Settings, 'appUrl' | 'host' | 'port'>): string {
  const reachable = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  const own = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
  return new URL(path, appUrl ?? own).href;
}
