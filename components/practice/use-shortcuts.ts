'use client';

import { useEffect, useRef } from 'react';

export interface Shortcuts {
  readonly next: () => void;
  readonly previous: () => void;
  readonly togglePanel: () => void;
  readonly saveNow: () => void;
  readonly list: () => void;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Listens for the workspace's shortcuts. Letters need Alt and Shift, so that nobody triggers one by dictating or typing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { next, previous, togglePanel, saveNow, list } = latest.current;
      const byCode: Record<string, () => void> = { KeyN: next, KeyP: previous, KeyM: togglePanel };
      // By position of the key: with Alt and Shift a Mac types another letter.
      const act = event.altKey && event.shiftKey ? byCode[event.code] : undefined;
      if (act) act();
      else if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') saveNow();
      else if (event.key === '?' && !isWriting(event.target)) list();
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
