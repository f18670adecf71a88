'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { submittedKey } from '../saving/device-keys';

function takeSubmitted(): string | null {
  try {
    const id = sessionStorage.getItem(submittedKey);
    sessionStorage.removeItem(submittedKey);
    return id;
  } catch {
    return null;
  }
}

/** The heading of an attempt. It takes the focus of a person who has just submitted it, unless they have moved on already. */
export function ArrivalHeading({ attemptId, children }: { attemptId: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isHere = takeSubmitted() === attemptId;
    if (isHere && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [attemptId]);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className="mt-1 font-reading text-display font-semibold tracking-tight text-balance outline-none"
    >
      {children}
    </h1>
  );
}
