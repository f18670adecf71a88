'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until the page's scripts listen. A form that is sent before that would go the browser's own way, secrets and all. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
