'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Quote } from '@/lib/core/quote';
import { type PassagesBySlot, quoteOfSelection } from './selected-quote';

const SETTLE_MS = 200;
const HIGHLIGHT = 'selected-quote';

/** Keeps the chosen words in sight after the browser drops its selection, without touching the text. */
function paint(range: Range | null): void {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  else CSS.highlights.delete(HIGHLIGHT);
}

/**
 * The words last selected in the answer under `root`. They stay until others are selected, the answer is clicked, or they
 * are cleared: pressing a button must not lose them.
 */
export function useSelectedQuote(root: RefObject<HTMLElement | null>, passages: PassagesBySlot) {
  const [selected, setSelected] = useState<Quote | null>(null);
  /** Reads a selection that has not settled yet. */
  const settleNow = useRef<() => Quote | null>(() => null);
  const held = useRef<Quote | null>(null);

  const hold = useCallback((quote: Quote | null) => {
    held.current = quote;
    setSelected(quote);
  }, []);

  const clear = useCallback(() => {
    paint(null);
    hold(null);
    // What is still selected would be read again at the next click.
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed && root.current?.contains(selection.anchorNode)) {
      selection.removeAllRanges();
    }
  }, [root, hold]);

  useEffect(() => {
    let pointerDown = false;
    let settling: ReturnType<typeof setTimeout> | undefined;

    function read() {
      settling = undefined;
      const selection = document.getSelection();
      if (!root.current || !selection || selection.rangeCount === 0 || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      const quote = quoteOfSelection(root.current, range, passages);
      if (!quote) return;
      paint(range.cloneRange());
      hold(quote);
    }
    settleNow.current = () => {
      if (settling !== undefined) {
        clearTimeout(settling);
        read();
      }
      return held.current;
    };
    function settle() {
      clearTimeout(settling);
      settling = undefined;
      if (!pointerDown) settling = setTimeout(read, SETTLE_MS);
    }
    function onPointerDown() {
      pointerDown = true;
    }
    function onPointerUp(event: Event) {
      pointerDown = false;
      const inAnswer = event.target instanceof Element && event.target.closest('.quotable');
      if (inAnswer && document.getSelection()?.isCollapsed) clear();
      else settle();
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') clear();
    }

    document.addEventListener('selectionchange', settle);
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('pointerup', onPointerUp);
    document.addEventListener('pointercancel', onPointerUp);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(settling);
      paint(null);
      document.removeEventListener('selectionchange', settle);
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('pointerup', onPointerUp);
      document.removeEventListener('pointercancel', onPointerUp);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [root, passages, clear, hold]);

  /** Words that were chosen otherwise than by selecting them. */
  const select = useCallback(
    (quote: Quote) => {
      paint(null);
      hold(quote);
    },
    [hold],
  );

  /** The words selected at this moment: a key may follow a selection faster than it settles. */
  const selectedNow = useCallback(() => settleNow.current(), []);

  return { selected, clear, select, selectedNow };
}
