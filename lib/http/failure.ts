import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { isDatabaseUnavailable } from '@/lib/db/unavailable';
import { problemResponse } from './problem';

/** Tells an error as a problem. Nothing but an AppError's own words leaves the server; the log has the rest. */
export function failureResponse(error: unknown, request: Request): Response {
  if (error instanceof AppError) return problemResponse(error);
  const errorId = randomUUID();
  console.error(`[${errorId}] ${request.method} ${new URL(request.url).pathname}`, error);
  const known = isDatabaseUnavailable(error)
    ? new AppError('unavailable', undefined, { retryAfterSeconds: 5 })
    : new AppError('unexpected');
  return problemResponse(known, errorId);
}
