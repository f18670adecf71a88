import { type AnswerHistory, HISTORY_PAGE_SIZE } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import type { AnswerSlot } from '@/lib/core/attempt';
import { hasSlot } from '@/lib/core/attempt-state';
import { findHistory } from '@/lib/db/answers';
import { getOwnAttempt } from '@/lib/db/own-attempt';
import type { Reader } from './reader';

interface HistoryRequest {
  readonly attemptId: string;
  readonly slot: AnswerSlot;
  /** Only saves before this revision. */
  readonly before?: number | undefined;
}

/**
 * One page of the accepted saves of an answer, newest first.
 *
 * @throws AppError `not-found`, also for a slot that the attempt's mode does not have.
 */
export async function loadAnswerHistory(
  { database, userId }: Reader,
  { attemptId, slot, before }: HistoryRequest,
): Promise<AnswerHistory> {
  const attempt = await getOwnAttempt(database, attemptId, userId);
  if (!hasSlot(attempt, slot)) throw new AppError('not-found', 'This attempt has no such step.');
  const history = await findHistory(database, attempt, slot, { before, limit: HISTORY_PAGE_SIZE });
  const oldest = history.at(-1)?.revision ?? 1;
  return { history, nextBefore: oldest > 1 ? oldest : null };
}
