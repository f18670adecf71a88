'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TimeSegment } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';
import { StepClock } from './step-clock';

/** The clock of an attempt; the component draws again with every tick. */
export function useStepClock(attemptId: string, slot: AnswerSlot, segments: readonly TimeSegment[]): StepClock {
  const [clock] = useState(() => new StepClock(attemptId, slot, segments));
  useEffect(() => clock.start(), [clock]);
  useEffect(() => clock.switchTo(slot), [clock, slot]);
  return clock;
}

/** Draws the caller again with every tick. Kept apart so that only what shows time is drawn each second. */
export function useTick(clock: StepClock): number {
  return useSyncExternalStore(
    clock.subscribe,
    () => clock.version,
    () => 0,
  );
}
