import type { AttemptDetail } from '@/lib/core/api-types';
import { answerSlots } from '@/lib/core/attempt';
import { countAnswered, unsavedAnswer } from '@/lib/core/attempt-state';
import { totalActiveMs } from '@/lib/core/time-segments';
import { findCurrentAnswers } from '@/lib/db/answers';
import type { DatabaseClient } from '@/lib/db/client';
import { findHints } from '@/lib/db/hints';
import { findMarks } from '@/lib/db/marks';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import type { ReadableAttempt } from '@/lib/db/readable-attempt';
import { findSegments } from '@/lib/db/time-segments';
import { summariseAttempt } from './load-attempts';
import type { Reader } from './reader';

/**
 * An attempt with everything in it.
 *
 * @throws AppError `not-found`.
 */
export async function loadAttempt({ database, userId }: Reader, attemptId: string): Promise<AttemptDetail> {
  return readAttempt(database, await getOwnAttempt(database, attemptId, userId));
}

/** The same of an attempt that was found to be readable. */
export async function readAttempt(database: DatabaseClient, attempt: ReadableAttempt): Promise<AttemptDetail> {
  const [saved, hints, segments, marks] = await Promise.all([
    findCurrentAnswers(database, attempt),
    findHints(database, attempt),
    findSegments(database, attempt),
    findMarks(database, attempt),
  ]);
  const answers = answerSlots(attempt).map((slot) => ({ slot, ...(saved[slot] ?? unsavedAnswer(attempt.mode)) }));
  const savedTimes = answers.flatMap(({ savedAt }) => (savedAt === null ? [] : [Date.parse(savedAt)]));
  return {
    ...summariseAttempt(attempt, {
      answeredSlots: countAnswered(answers),
      lastSavedAt: savedTimes.length === 0 ? null : new Date(Math.max(...savedTimes)),
      activeMs: totalActiveMs(segments),
    }),
    caseHash: attempt.caseHash,
    answers: Object.fromEntries(answers.map(({ slot, ...state }) => [slot, state])),
    hints,
    segments: segments.map((segment) => ({ ...segment, startedAt: segment.startedAt.toISOString() })),
    marks,
  };
}
