import { AppError } from '@/lib/core/app-error';
import { invalid } from '@/lib/core/issues';

/** What Better Auth means by its own codes, in the words of this API. */
const BY_CODE: Readonly<Record<string, () => AppError>> = {
  INVALID_EMAIL_OR_PASSWORD: () => new AppError('wrong-credentials'),
  USER_ALREADY_EXISTS: emailTaken,
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: emailTaken,
  // Two at the same moment: the unique index decided, and the library only says that it failed.
  FAILED_TO_CREATE_USER: emailTaken,
  INVALID_PASSWORD: () => invalid('currentPassword', 'This is not your password.'),
  CREDENTIAL_ACCOUNT_NOT_FOUND: () =>
    invalid('currentPassword', 'This account has no password yet. Ask for a reset link to set one.'),
  INVALID_TOKEN: () =>
    invalid('token', 'This link has been used already, or is older than an hour. Ask for a new one.'),
  USER_NOT_FOUND: () => invalid('token', 'The account of this link is gone.'),
  PASSWORD_TOO_SHORT: () => invalid('password', 'This password is too short.'),
  PASSWORD_TOO_LONG: () => invalid('password', 'This password is too long.'),
};

const BY_STATUS: Readonly<Record<number, () => AppError>> = {
  400: () => new AppError('invalid'),
  401: () => new AppError('signed-out'),
  403: () => new AppError('forbidden-origin'),
  404: () => new AppError('not-found'),
  415: () => new AppError('unsupported-type'),
  422: () => new AppError('invalid'),
};

function emailTaken(): AppError {
  return invalid('email', 'This e-mail address has an account already. Sign in instead.');
}

/**
 * The error that a response of Better Auth's stands for; null when it is none.
 *
 * @throws Error for a fault in the library, with what it said.
 */
export async function problemIn(response: Response): Promise<AppError | null> {
  if (response.status < 400) return null;
  const text = await response.text();
  const known = BY_CODE[codeIn(text)] ?? BY_STATUS[response.status];
  if (known && response.status < 500) return known();
  throw new Error(`Better Auth answered ${response.status}: ${text.slice(0, 500)}`);
}

function codeIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  } catch {
    return '';
  }
}
