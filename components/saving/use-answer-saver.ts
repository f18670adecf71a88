'use client';

import type { AnswerState } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';
import { type AnswerSaver, createAnswerSaver } from './answer-saver';
import { useDraftSaver } from './use-draft-saver';

/** The saver of an attempt, working for as long as the page is shown. */
export function useAnswerSaver(attemptId: string, answers: Partial<Record<AnswerSlot, AnswerState>>): AnswerSaver {
  return useDraftSaver(() => createAnswerSaver(attemptId, answers));
}
