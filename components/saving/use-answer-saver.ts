'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AnswerSlot } from '@/lib/core/attempt';
import type { DraftState, StoredAnswer } from '@/lib/core/saving/draft-state';
import { AnswerSaver } from './answer-saver';

/** The saver of an attempt, working for as long as the page is shown. */
export function useAnswerSaver(attemptId: string, stored: Partial<Record<AnswerSlot, StoredAnswer>>): AnswerSaver {
  const [saver] = useState(() => new AnswerSaver(attemptId, stored));
  useEffect(() => saver.start(), [saver]);
  return saver;
}

/** One slot as it stands now. */
export function useDraft(saver: AnswerSaver, slot: AnswerSlot): DraftState {
  return useSyncExternalStore(
    saver.subscribe,
    () => saver.stateOf(slot),
    () => saver.stateOf(slot),
  );
}

/** True while this device cannot keep drafts. */
export function useDeviceFailed(saver: AnswerSaver): boolean {
  return useSyncExternalStore(
    saver.subscribe,
    () => saver.deviceFailed,
    () => false,
  );
}
