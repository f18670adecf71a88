'use client';

import { useCallback, useEffect, useRef } from 'react';

const RELEASES = ['pointerup', 'pointercancel', 'dragend'] as const;

/** Gives a question, always the same one: is a pointer down now, anywhere in the page? */
export function usePressed(): () => boolean {
  const isPressed = useRef(false);
  useEffect(() => {
    const press = () => {
      isPressed.current = true;
    };
    const release = () => {
      isPressed.current = false;
    };
    window.addEventListener('pointerdown', press, true);
    for (const name of RELEASES) window.addEventListener(name, release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      for (const name of RELEASES) window.removeEventListener(name, release, true);
    };
  }, []);
  return useCallback(() => isPressed.current, []);
}

/** Does something once the pointer is up and its click was heard. Returns how not to. */
export function afterRelease(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    // The click comes after the release, in the same turn.
    timer = setTimeout(act);
    stopListening();
  };
  const stopListening = () => {
    for (const name of RELEASES) window.removeEventListener(name, soon, true);
  };
  for (const name of RELEASES) window.addEventListener(name, soon, true);
  return () => {
    stopListening();
    clearTimeout(timer);
  };
}
