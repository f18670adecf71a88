import type { AnswerState } from './api-types';
import type { ReviewNews, ReviewState } from './review/review-api';

/** Everything that can go wrong on purpose. A client may rely on these words and on their HTTP status. */
export const ERROR_CODES = [
  'malformed',
  'signed-out',
  'wrong-credentials',
  'forbidden-origin',
  'needs-account',
  'needs-password',
  'not-found',
  'method-not-allowed',
  'conflict',
  'frozen',
  'not-submitted',
  'not-a-guest',
  'own-attempt',
  'mark-yourself-first',
  'owner-stays',
  'owner-decides',
  'no-coach',
  'done-already',
  'case-broken',
  'too-large',
  'unsupported-type',
  'invalid',
  'rate-limited',
  'unavailable',
  'unexpected',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is wrong with one part of a request. `path` is dotted: `answer.fields.scale.0`. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

export interface ErrorDetails {
  /** With `invalid`: what to correct. */
  readonly issues?: readonly Issue[];
  /** With `conflict`: what is stored now. */
  readonly current?: AnswerState | ReviewState;
  /** With `mark-yourself-first`: who reviewed and when. */
  readonly news?: readonly ReviewNews[];
  /** With `rate-limited` and `unavailable`. */
  readonly retryAfterSeconds?: number;
  /** With `method-not-allowed`. */
  readonly allow?: readonly string[];
}

const DEFAULT_MESSAGES: Readonly<Record<ErrorCode, string>> = {
  malformed: 'The request could not be read.',
  'forbidden-origin': 'This request came from another site and was refused.',
  'signed-out': 'Your session has ended. Sign in again; what you typed stays on this device.',
  'wrong-credentials': 'There is no account with this e-mail address and this password.',
  'needs-account': 'Sign in first. A guest can create an account and keeps everything.',
  'needs-password': 'Type your password as well. Without one, sign out and in again, and do this within ten minutes.',
  'not-a-guest': 'You have an account already.',
  'not-found': 'There is nothing here, or it is not yours.',
  'method-not-allowed': 'This address does not answer that method.',
  conflict: 'This answer was saved somewhere else in the meantime. Choose which text to keep.',
  frozen: 'This attempt is submitted, so its answers can no longer change.',
  'not-submitted': 'Submit the attempt first.',
  'own-attempt': 'This is your own attempt. Somebody else reviews it.',
  'mark-yourself-first': 'Mark yourself first, or say that you go without.',
  'owner-stays': 'The owner stays in the group. Make somebody else the owner first, or delete the group.',
  'no-coach': 'Nobody has this attempt to review at the moment.',
  'done-already': 'They have done it already.',
  'owner-decides': 'Only the owner of the group can do that to another coach.',
  'case-broken': 'This case study cannot be used at the moment, because its text has a mistake.',
  'too-large': 'This is too long to be saved.',
  'unsupported-type': 'Send JSON, with the header "Content-Type: application/json".',
  invalid: 'Some of this is not as it should be.',
  'rate-limited': 'Too many requests. Wait a moment; what you typed stays on this device.',
  unavailable: 'The database is busy. Try again in a moment; what you typed stays on this device.',
  unexpected: 'Something went wrong on our side. What you typed stays on this device.',
};

/** A failure that is part of the product's rules. `userMessage` may be shown to a person; `message` is for the log. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, userMessage: string = DEFAULT_MESSAGES[code], details: ErrorDetails = {}) {
    super(`${code}: ${userMessage}`);
    this.code = code;
    this.userMessage = userMessage;
    this.details = details;
  }
}
