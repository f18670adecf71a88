'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftState } from '@/lib/core/saving/draft-state';
import type { DraftSaver } from './draft-saver';

/** A saver that is made once and works for as long as the page is shown. */
export function useDraftSaver<Slot extends string, Body>(create: () => DraftSaver<Slot, Body>): DraftSaver<Slot, Body> {
  const [saver] = useState(create);
  useEffect(() => saver.start(), [saver]);
  return saver;
}

/** One slot as it stands now. */
export function useDraft<Slot extends string, Body>(saver: DraftSaver<Slot, Body>, slot: Slot): DraftState<Body> {
  return useSyncExternalStore(
    saver.subscribe,
    () => saver.stateOf(slot),
    () => saver.stateOf(slot),
  );
}

/** True while this device cannot keep drafts. */
export function useDeviceFailed<Slot extends string, Body>(saver: DraftSaver<Slot, Body>): boolean {
  return useSyncExternalStore(
    saver.subscribe,
    () => saver.deviceFailed,
    () => false,
  );
}
