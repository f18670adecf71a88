'use client';

import { use, useCallback, useEffect, useRef, useState } from 'react';
import type { Dimension } from '@/lib/core/review/dimensions';
import type { CommentDraft } from '@/lib/core/review/review-body';
import { isStepId, type StepId } from '@/lib/core/steps';
import type { DeskPart } from './desk-context';
import { type DeskSection, type ItemId, itemElementId, itemKind, sectionOfItem } from './desk-items';
import { SectionContext } from './keep-section';

interface Reveal {
  readonly selector: string;
  /** Of the elements that the selector finds, the text box in it. */
  readonly write: boolean;
}

const WIDE = '(min-width: 64rem)';

/**
 * Lets the address name the section. Past the router, which drops a refresh that is under way when it is told of an address:
 * a desk that is being begun or published would stay as it was.
 */
function writeAddress(section: DeskSection): void {
  if (window.location.hash.slice(1) === section) return;
  History.prototype.replaceState.call(window.history, window.history.state, '', `#${section}`);
}

/** Scrolls to what can be seen of several elements and focuses it; opens the fold it may lie in. */
function reveal({ selector, write }: Reveal): void {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  const target = found.find((element) => element.closest('[data-step]')?.checkVisibility()) ?? found[0];
  if (!target) return;
  const fold = target.closest('details');
  if (fold) fold.open = true;
  const focused = (write && target.querySelector<HTMLElement>('textarea')) || target;
  focused.focus({ preventScroll: true });
  const { top, bottom } = target.getBoundingClientRect();
  const isInSight = top > 80 && bottom < window.innerHeight - 120;
  if (!isInSight) target.scrollIntoView({ block: 'center' });
}

/** Where on the desk its reader is: section, part and item, and how they get somewhere else. */
export function useDeskPlace(
  sections: readonly DeskSection[],
  dimensions: readonly Dimension[],
  comments: readonly CommentDraft[],
) {
  const own = useState<DeskSection | null>(null);
  const [chosen, setSection] = use(SectionContext) ?? own;
  const section = chosen ?? sections[0] ?? 'whole';
  const [part, setPart] = useState<DeskPart>('rubric');
  const [current, setCurrent] = useState<ItemId | null>(null);
  const [toReveal, setToReveal] = useState<Reveal | null>(null);
  const latest = useRef(comments);
  useEffect(() => {
    latest.current = comments;
  });

  // Where only one part has room, one begins by reading.
  useEffect(() => {
    if (!window.matchMedia(WIDE).matches) setPart('answer');
  }, []);

  // A desk that takes another one's place begins where that one was.
  const first = useRef(chosen);
  useEffect(() => {
    function read() {
      const named = window.location.hash.slice(1);
      if (!sections.includes(named as DeskSection)) return;
      setSection(named as DeskSection);
      // It was hidden when the browser looked for it, so it has to be brought into view again.
      requestAnimationFrame(() => document.getElementById(named)?.scrollIntoView());
    }
    if (first.current === null) read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [sections, setSection]);

  // Also after a refresh, with which the router puts back the address that it knows.
  useEffect(() => {
    if (chosen !== null) writeAddress(chosen);
  }, [chosen]);

  useEffect(() => {
    if (toReveal === null) return;
    // After a dialog that closes at the same moment has given the focus back.
    const timer = setTimeout(() => {
      reveal(toReveal);
      setToReveal(null);
    });
    return () => clearTimeout(timer);
  }, [toReveal]);

  const goTo = useCallback(
    (item: ItemId, { write = false, section: known }: { write?: boolean; section?: DeskSection } = {}) => {
      const stepOf = (id: string): StepId | undefined => latest.current.find((one) => one.id === id)?.step;
      setSection(known ?? sectionOfItem(item, dimensions, stepOf));
      const isComment = itemKind(item).kind === 'comment';
      // On a wide screen comments stand beside the answer, whatever else is open.
      if (!isComment) setPart('rubric');
      else if (!window.matchMedia(WIDE).matches) setPart('answer');
      setCurrent(item);
      setToReveal({ selector: `#${itemElementId(item)}`, write });
    },
    [dimensions, setSection],
  );

  /** To the words of the answer that a mark points at. */
  const showWords = useCallback(
    (markId: string, slot: string) => {
      if (isStepId(slot)) setSection(slot);
      if (!window.matchMedia(WIDE).matches) setPart('answer');
      setToReveal({ selector: `[data-sign="${CSS.escape(markId)}"]`, write: false });
    },
    [setSection],
  );

  return { section, setSection, part, setPart, current, setCurrent, goTo, showWords };
}

export type DeskPlace = ReturnType<typeof useDeskPlace>;
