import type { Problem } from '@/lib/core/api-types';
import type { AppError, ErrorCode, ErrorDetails } from '@/lib/core/app-error';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  malformed: 400,
  'signed-out': 401,
  'wrong-credentials': 401,
  'forbidden-origin': 403,
  'needs-account': 403,
  'needs-password': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  frozen: 409,
  'not-submitted': 409,
  'not-a-guest': 409,
  'own-attempt': 409,
  'mark-yourself-first': 409,
  'owner-stays': 409,
  'owner-decides': 409,
  'no-coach': 409,
  'done-already': 409,
  'case-broken': 409,
  'too-large': 413,
  'unsupported-type': 415,
  invalid: 422,
  'rate-limited': 429,
  unexpected: 500,
  unavailable: 503,
};

const TITLES: Readonly<Record<ErrorCode, string>> = {
  malformed: 'Malformed request',
  'signed-out': 'Session has ended',
  'forbidden-origin': 'Cross-site request refused',
  'wrong-credentials': 'Wrong e-mail address or password',
  'needs-account': 'Sign in first',
  'needs-password': 'Password needed',
  'not-a-guest': 'Not a guest',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed',
  conflict: 'Saved elsewhere in the meantime',
  frozen: 'Attempt is submitted',
  'not-submitted': 'Attempt is not submitted',
  'own-attempt': 'Your own attempt',
  'mark-yourself-first': 'Mark yourself first',
  'owner-stays': 'The owner stays',
  'owner-decides': 'For the owner to decide',
  'no-coach': 'Nobody has it',
  'done-already': 'Done already',
  'case-broken': 'Case study cannot be used',
  'too-large': 'Too large',
  'unsupported-type': 'Unsupported media type',
  invalid: 'Invalid content',
  'rate-limited': 'Too many requests',
  unexpected: 'Unexpected error',
  unavailable: 'Temporarily unavailable',
};

/** An error as RFC 9457 wants it told. `errorId` stands in the log beside the cause. */
export function problemResponse(error: AppError, errorId?: string): Response {
  const { code, details } = error;
  const body: Omit<Problem, 'current'> & Pick<ErrorDetails, 'current' | 'news'> = {
    type: `urn:warmstart:problem:${code}`,
    title: TITLES[code],
    status: STATUS[code],
    detail: error.userMessage,
    code,
    ...(details.issues ? { issues: [...details.issues] } : {}),
    ...(details.current ? { current: details.current } : {}),
    ...(details.news ? { news: details.news } : {}),
    ...(details.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: details.retryAfterSeconds }),
    ...(errorId === undefined ? {} : { errorId }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  if (details.retryAfterSeconds !== undefined) headers.set('Retry-After', String(details.retryAfterSeconds));
  if (details.allow) headers.set('Allow', details.allow.join(', '));
  return new Response(JSON.stringify(body), { status: STATUS[code], headers });
}
