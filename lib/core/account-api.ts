import { z } from 'zod';

/** What travels about accounts: bodies of `/api/auth/*` and `/api/me`. */

export const MAX_NAME = 100;
export const MIN_PASSWORD = 8;
export const MAX_PASSWORD = 128;

/** A name as others see it: one line. */
const nameSchema = z
  .string()
  .trim()
  .min(1, { error: 'Write the name that others see.' })
  .max(MAX_NAME, { error: `A name has at most ${MAX_NAME} characters.` })
  .refine((name) => !/[\p{Cc}\u2028\u2029]/u.test(name), { error: 'A name is one line of text.' });

/** Compared without regard to case, and kept in lower case. */
const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'An e-mail address has at most 254 characters.' })
  .pipe(z.email({ error: 'This is not an e-mail address.' }));

const newPasswordSchema = z
  .string()
  .min(MIN_PASSWORD, { error: `Use at least ${MIN_PASSWORD} characters.` })
  .max(MAX_PASSWORD, { error: `Use at most ${MAX_PASSWORD} characters.` });

/** A password that is only compared: no rule of today may keep out one of yesterday. */
const givenPasswordSchema = z.string().min(1, { error: 'Type your password.' }).max(1000);

// Clients of Better Auth send more than is used here (`callbackURL`, `rememberMe`): it is dropped, not refused.
export const createAccountRequest = z.object({ name: nameSchema, email: emailSchema, password: newPasswordSchema });
export const signInRequest = z.object({ email: emailSchema, password: givenPasswordSchema });
export const changePasswordRequest = z.object({
  currentPassword: givenPasswordSchema,
  newPassword: newPasswordSchema,
  revokeOtherSessions: z.boolean().default(false),
});
export const changeEmailRequest = z.object({ newEmail: emailSchema, password: givenPasswordSchema.optional() });
export const confirmEmailRequest = z.object({ token: z.string().min(1).max(200) });
export const revokeSessionRequest = z.object({ token: z.string().min(1).max(200) });
export const requestResetRequest = z.object({ email: emailSchema });
export const resetPasswordRequest = z.object({ token: z.string().min(1).max(200), newPassword: newPasswordSchema });

export const PROVIDERS = ['github', 'google'] as const;
export type Provider = (typeof PROVIDERS)[number];
export const PROVIDER_NAMES: Readonly<Record<Provider, string>> = { github: 'GitHub', google: 'Google' };
export const providerSignInRequest = z.object({
  provider: z.enum(PROVIDERS),
  callbackURL: z.string().max(2000).optional(),
});

export const updateAccountRequest = z
  .strictObject({ name: nameSchema.optional(), emailNotices: z.boolean().optional() })
  .refine((change) => Object.keys(change).length > 0, { error: 'Name what to change: name, emailNotices.' });
export type UpdateAccountRequest = z.infer<typeof updateAccountRequest>;

export const deleteAccountRequest = z.object({ password: givenPasswordSchema.optional() });

/** How long after signing in no password is asked for again. */
export const FRESH_SESSION_MS = 10 * 60 * 1000;

/** A member or guest as they see themselves. */
export const ownAccount = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for a guest. */
  email: z.string().nullable(),
  /** The address that they asked for and have not confirmed yet; null when there is none. */
  unconfirmedEmail: z.string().nullable(),
  isGuest: z.boolean(),
  emailNotices: z.boolean(),
  hasPassword: z.boolean(),
  providers: z.array(z.enum(PROVIDERS)),
});
export type OwnAccount = z.infer<typeof ownAccount>;
