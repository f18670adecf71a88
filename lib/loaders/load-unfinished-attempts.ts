import type { AttemptSummary } from '@/lib/core/api-types';
import { loadAttempts } from './load-attempts';
import type { Reader } from './reader';

const MOST = 5;

/** The attempts that a person began and has not submitted, the one worked on last first; at most five. */
export async function loadUnfinishedAttempts(reader: Reader): Promise<AttemptSummary[]> {
  const attempts = await loadAttempts(reader);
  return attempts.filter((attempt) => attempt.submittedAt === null).slice(0, MOST);
}
