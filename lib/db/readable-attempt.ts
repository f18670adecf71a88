import { authorise } from '@/lib/core/review/access';
import type { Attempt } from './attempts';
import { NO_ATTEMPT } from './own-attempt';
import type { StandingBeforeAttempt } from './standing';

declare const readable: unique symbol;

/** An attempt that the person who asks may read: their own, or one that they were given to review. */
export type ReadableAttempt = Attempt & { readonly [readable]: true };

/** @throws AppError `not-found` when it is not for them to read. */
export function asReadable({ attempt, standing }: StandingBeforeAttempt): ReadableAttempt {
  authorise('read-attempt', standing, NO_ATTEMPT);
  return attempt as ReadableAttempt;
}
