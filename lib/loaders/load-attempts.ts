import { findCase } from '@/lib/content/library';
import type { AttemptSummary } from '@/lib/core/api-types';
import { answerSlots } from '@/lib/core/attempt';
import { caseState } from '@/lib/core/attempt-state';
import { countAnsweredSlots } from '@/lib/db/answers';
import { type Attempt, findAttemptsOf } from '@/lib/db/attempts';
import { sumActiveMs } from '@/lib/db/time-segments';
import type { Reader } from './reader';

/** What a list shows of an attempt. */
export function summariseAttempt(
  attempt: Attempt,
  { answeredSlots, activeMs }: Pick<AttemptSummary, 'answeredSlots' | 'activeMs'>,
): AttemptSummary {
  const study = findCase(attempt.caseSlug);
  return {
    id: attempt.id,
    caseSlug: attempt.caseSlug,
    caseTitle: study?.title ?? null,
    caseState: caseState(attempt.caseHash, study?.hash ?? null),
    mode: attempt.mode,
    level: attempt.level,
    createdAt: attempt.createdAt.toISOString(),
    updatedAt: attempt.updatedAt.toISOString(),
    submittedAt: attempt.submittedAt?.toISOString() ?? null,
    answeredSlots,
    totalSlots: answerSlots(attempt.mode).length,
    activeMs,
  };
}

/** A person's attempts, at one case or at all, the one worked on last first. */
export async function loadAttempts({ database, userId }: Reader, caseSlug?: string): Promise<AttemptSummary[]> {
  const [attempts, answered, times] = await Promise.all([
    findAttemptsOf(database, userId, caseSlug),
    countAnsweredSlots(database, userId),
    sumActiveMs(database, userId),
  ]);
  return attempts.map((attempt) =>
    summariseAttempt(attempt, {
      answeredSlots: answered.get(attempt.id) ?? 0,
      activeMs: times.get(attempt.id) ?? 0,
    }),
  );
}
