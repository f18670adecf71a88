'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/**
 * One part of a step. Parts scroll with the page; the shorter of two waits at its end, so that it is still in sight beside
 * the longer one. CSS needs the part's own height for that.
 */
export function BoardColumn({ part, children }: { part: string; children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      element.style.setProperty('--own-height', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div data-column={part}>
      <div ref={content} className="board-column">
        {children}
      </div>
    </div>
  );
}
