import type { AttemptDetail } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { compareAttempts, type SlotComparison } from '@/lib/core/compare-attempts';
import { loadAttempt } from './load-attempt';
import type { Reader } from './reader';

export interface AttemptPair {
  /** The one started first. */
  readonly earlier: AttemptDetail;
  readonly later: AttemptDetail;
  readonly comparison: readonly SlotComparison[];
}

/**
 * Two attempts at the same case with what differs between them, in whichever order they are named.
 *
 * @throws AppError `not-found`; `invalid` when they are at different cases, or one attempt twice.
 */
export async function loadAttemptPair(reader: Reader, ids: readonly [string, string]): Promise<AttemptPair> {
  const [one, other] = await Promise.all([loadAttempt(reader, ids[0]), loadAttempt(reader, ids[1])]);
  if (one.id === other.id) throw new AppError('invalid', 'Choose two different attempts.');
  if (one.caseSlug !== other.caseSlug) throw new AppError('invalid', 'Choose two attempts at the same case.');
  const [earlier, later] = Date.parse(one.createdAt) <= Date.parse(other.createdAt) ? [one, other] : [other, one];
  return { earlier, later, comparison: compareAttempts(earlier, later) };
}
