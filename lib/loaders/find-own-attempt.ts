import type { AttemptDetail } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { loadAttempt } from './load-attempt';
import type { Reader } from './reader';

/** An attempt of this person, or null: a page then says that there is nothing, whether it is nobody's or another's. */
export async function findOwnAttempt(reader: Reader, attemptId: string): Promise<AttemptDetail | null> {
  try {
    return await loadAttempt(reader, attemptId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}
