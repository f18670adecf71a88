import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

export type Engine = 'sqlite' | 'postgresql';

/** How e-mail leaves: through this SMTP server, from this address. */
export interface MailSettings {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  readonly smtpUrl: string;
  /** `warmstart@example.org` or `Warmstart <warmstart@example.org>`. */
  readonly from: string;
}

/** What a provider of sign-in gave for this installation. */
export interface ProviderKeys {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Everything that the environment decides. The README lists the variables. */
export interface Settings {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  readonly engine: Engine;
  /** `file:<absolute path>` or `postgresql://…`. */
  readonly databaseUrl: string;
  /** Absolute; holds the SQLite file. */
  readonly dataDir: string;
  /** The origin that people use, when it is fixed; without it the origin of each request counts. */
  readonly appUrl?: string;
  /** Signs session cookies; without it a secret is made and kept in the database. */
  readonly authSecret?: string;
  /** True when a reverse proxy of ours sets `X-Forwarded-*`. */
  readonly trustProxy: boolean;
  /** How many guests one address may make in an hour. A class behind one router shares an address. */
  readonly guestsPerHour: number;
  /** How many saves one person may send in a minute. One address, which many may share, gets ten times as many. */
  readonly savesPerMinute: number;
  /** How many times one address may try to sign in in a minute. */
  readonly signInsPerMinute: number;
  /** Without it nothing is sent, and reset links go to the log. */
  readonly mail?: MailSettings;
  readonly github?: ProviderKeys;
  readonly google?: ProviderKeys;
}

/** A setting that cannot be used. The message is one line and names the variable. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number, like 3000')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be at most 65535');

const truth = z
  .string()
  .toLowerCase()
  .refine((value) => ['true', '1', 'false', '0'].includes(value), 'must be true or false')
  .transform((value) => value === 'true' || value === '1');

const databaseUrl = z.string().superRefine((value, context) => {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message });
  if (value.startsWith('file:')) {
    if (value.length === 'file:'.length || value.includes('?')) {
      refuse('must be file: and a path, without parameters, like file:./data/warmstart.db');
    }
    return;
  }
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    refuse('must start with file: for SQLite or postgresql:// for PostgreSQL');
    return;
  }
  const schema = new URL(value).searchParams.get('schema');
  if (schema !== null && schema !== 'public') {
    refuse('cannot name another schema than public; give Warmstart a database of its own');
  }
});

const appUrl = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '') return url.origin;
  context.addIssue({ code: 'custom', message: 'must be an address without a path, like https://practice.example.org' });
  return z.NEVER;
});

const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be a whole number above 0')
  .transform(Number);

const smtpUrl = z.string().refine((value) => /^smtps?:\/\/[^/]/.test(value) && URL.canParse(value), {
  error: 'must be an address like smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start',
});

const mailFrom = z
  .string()
  .regex(
    /^([^<>\r\n"]+ <[^\s<>@,;"]+@[^\s<>@,;"]+>|[^\s<>@,;"]+@[^\s<>@,;"]+)$/,
    'must be one address, like warmstart@example.org or Warmstart <warmstart@example.org>',
  );

const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'must be an address to listen on, like 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('./data'),
  APP_URL: appUrl.optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUST_PROXY: truth.default(false),
  GUESTS_PER_HOUR: count.default(120),
  SAVES_PER_MINUTE: count.default(600),
  SIGN_INS_PER_MINUTE: count.default(30),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
});

/**
 * Better Auth reads these by itself: one replaces the secret, the other admits foreign origins. Warmstart has a
 * setting or no need for each, so a value is a mistake that would otherwise act unseen.
 */
const REFUSED = {
  BETTER_AUTH_SECRETS: 'is not used; set AUTH_SECRET',
  BETTER_AUTH_TRUSTED_ORIGINS: 'is not used; set APP_URL',
} as const;

/** What is nothing without the other. Links in e-mails need a fixed address: that of a request is said by whoever sends it. */
const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['SMTP_URL', 'APP_URL'],
  ['MAIL_FROM', 'SMTP_URL'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['GITHUB_CLIENT_SECRET', 'GITHUB_CLIENT_ID'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_SECRET', 'GOOGLE_CLIENT_ID'],
] as const;

/** Keeps passwords out of messages that end up in a log. */
function shown(name: string, value: string): string {
  return /^(AUTH_SECRET|DATABASE_URL|SMTP_URL|\w+_CLIENT_SECRET)$/.test(name) ? '' : ` (it is "${value}")`;
}

/** Two settings as one, when both are there. */
function keys(clientId: string | undefined, clientSecret: string | undefined): ProviderKeys | undefined {
  return clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : undefined;
}

/**
 * Reads and checks the settings. An empty variable counts as not set. Relative paths start at the working directory.
 *
 * @throws SettingsError naming the first variable that cannot be used.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  for (const [name, advice] of Object.entries(REFUSED)) {
    if (name in given) throw new SettingsError(`${name} ${advice}.`);
  }
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'The environment');
    throw new SettingsError(`${name} ${issue?.message ?? 'cannot be read'}${shown(name, String(given[name] ?? ''))}.`);
  }
  for (const [name, other] of TOGETHER) {
    if (name in given && !(other in given)) throw new SettingsError(`${name} needs ${other} too.`);
  }
  const values = parsed.data;
  const github = keys(values.GITHUB_CLIENT_ID, values.GITHUB_CLIENT_SECRET);
  const google = keys(values.GOOGLE_CLIENT_ID, values.GOOGLE_CLIENT_SECRET);
  const { SMTP_URL: smtp, MAIL_FROM: from } = values;
  const dataDir = resolve(values.DATA_DIR);
  const url = values.DATABASE_URL ?? `file:${resolve(dataDir, 'warmstart.db')}`;
  return {
    port: values.PORT,
    host: values.HOST,
    ...(url.startsWith('file:')
      ? { engine: 'sqlite', databaseUrl: `file:${absolute(url.slice('file:'.length))}` }
      : { engine: 'postgresql', databaseUrl: url }),
    dataDir,
    ...(values.APP_URL === undefined ? {} : { appUrl: values.APP_URL }),
    ...(values.AUTH_SECRET === undefined ? {} : { authSecret: values.AUTH_SECRET }),
    trustProxy: values.TRUST_PROXY,
    guestsPerHour: values.GUESTS_PER_HOUR,
    savesPerMinute: values.SAVES_PER_MINUTE,
    signInsPerMinute: values.SIGN_INS_PER_MINUTE,
    ...(smtp !== undefined && from !== undefined ? { mail: { smtpUrl: smtp, from } } : {}),
    ...(github ? { github } : {}),
    ...(google ? { google } : {}),
  };
}

function absolute(path: string): string {
  // `file:///srv/x.db` is how a URL writes an absolute path.
  const plain = path.startsWith('///') ? path.slice(2) : path;
  return isAbsolute(plain) ? plain : resolve(plain);
}

let memo: Settings | undefined;

/** The settings of this process, read once. */
export function settings(): Settings {
  memo ??= readSettings(process.env);
  return memo;
}
