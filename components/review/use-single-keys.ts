'use client';

import { useCallback, useSyncExternalStore } from 'react';

const NAME = 'warmstart:desk-single-keys';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

/** Whether letters and digits alone are shortcuts: who dictates, or whose hand strays, can switch that off on this device. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, read, () => true);
  const set = useCallback((on: boolean) => {
    try {
      localStorage.setItem(NAME, on ? 'on' : 'off');
    } catch {
      // Without storage the choice cannot be kept.
    }
    for (const listener of listeners) listener();
  }, []);
  return [isOn, set];
}
