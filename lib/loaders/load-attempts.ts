import { findCase } from '@/lib/content/library';
import type { AttemptSummary } from '@/lib/core/api-types';
import { answerSlots } from '@/lib/core/attempt';
import { caseState } from '@/lib/core/attempt-state';
import { summariseSaves } from '@/lib/db/answers';
import { type Attempt, findAttemptsOf } from '@/lib/db/attempts';
import { sumActiveMs } from '@/lib/db/time-segments';
import type { Reader } from './reader';

interface Progress {
  readonly answeredSlots: number;
  readonly activeMs: number;
  /** Null when nothing has been saved. */
  readonly lastSavedAt: Date | null;
}

/** What a list shows of an attempt. */
export function summariseAttempt(attempt: Attempt, progress: Progress): AttemptSummary {
  const study = findCase(attempt.caseSlug);
  const updatedAt = Math.max(attempt.updatedAt.getTime(), progress.lastSavedAt?.getTime() ?? 0);
  return {
    id: attempt.id,
    caseSlug: attempt.caseSlug,
    caseTitle: study?.title ?? null,
    caseState: caseState(attempt.caseHash, study?.hash ?? null),
    mode: attempt.mode,
    level: attempt.level,
    onlyStep: attempt.onlyStep,
    followsId: attempt.followsId,
    assignmentId: attempt.assignmentId,
    createdAt: attempt.createdAt.toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    submittedAt: attempt.submittedAt?.toISOString() ?? null,
    answeredSlots: progress.answeredSlots,
    totalSlots: answerSlots(attempt).length,
    activeMs: progress.activeMs,
  };
}

/** A person's attempts, at one case or at all, the one worked on last first. */
export async function loadAttempts({ database, userId }: Reader, caseSlug?: string): Promise<AttemptSummary[]> {
  const [attempts, saves, times] = await Promise.all([
    findAttemptsOf(database, userId, caseSlug),
    summariseSaves(database, userId),
    sumActiveMs(database, userId),
  ]);
  return attempts
    .map((attempt) =>
      summariseAttempt(attempt, {
        answeredSlots: saves.get(attempt.id)?.answeredSlots ?? 0,
        lastSavedAt: saves.get(attempt.id)?.lastSavedAt ?? null,
        activeMs: times.get(attempt.id) ?? 0,
      }),
    )
    .sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
}
