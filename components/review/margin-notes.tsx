'use client';

import { useEffect, useRef } from 'react';
import { placeNotes } from '@/lib/core/review/place-notes';
import type { StepId } from '@/lib/core/steps';
import { CommentNote } from './comment-note';
import { useDesk } from './desk-context';
import { commentItem, itemElementId } from './desk-items';
import { afterRelease, usePressed } from './pressed';

const GAP = 12;

/** Where the words of a mark begin, in pixels from the top of the lane; of a closed fold, where the fold is. */
function heightOfWords(sheet: HTMLElement, markId: string, laneTop: number): number {
  const words = sheet.querySelector(`mark[data-marks~="${CSS.escape(markId)}"]`);
  if (!words) return 0;
  const shown = words.closest('details:not([open])') ?? words;
  const [line] = shown.getClientRects();
  return Math.max(0, (line?.top ?? laneTop) - laneTop);
}

/**
 * The comments on a step, in the margin at the height of their words. Where there is no margin (a narrow screen, paper) they
 * follow the answer in its order.
 */
export function MarginNotes({ step }: { step: StepId }) {
  const { comments, current } = useDesk();
  const lane = useRef<HTMLUListElement>(null);
  const isPressed = usePressed();
  const own = comments.filter((comment) => comment.step === step);
  const insisting = own.findIndex(({ id }) => commentItem(id) === current);
  const order = own.map(({ id }) => commentItem(id)).join(' ');

  useEffect(() => {
    const list = lane.current;
    const sheet = list?.closest<HTMLElement>('.desk-sheet');
    if (!list || !sheet) return;
    const items = order === '' ? [] : order.split(' ');
    let frame = 0;
    function place() {
      if (!list || !sheet) return;
      const laneTop = list.getBoundingClientRect().top;
      const notes = items.flatMap((item) => {
        const element = document.getElementById(itemElementId(item as `comment:${string}`));
        return element ? [{ element, item }] : [];
      });
      const wanted = notes.map(({ element, item }) => ({
        top: heightOfWords(sheet, item, laneTop),
        height: element.offsetHeight,
      }));
      const tops = placeNotes(wanted, GAP, insisting);
      for (const [index, { element }] of notes.entries())
        element.style.setProperty('--note-top', `${tops[index] ?? 0}px`);
      const last = wanted.at(-1);
      const bottom = last ? (tops.at(-1) ?? 0) + last.height : 0;
      list.dataset.placed = '';
      list.style.setProperty('--lane-height', `${bottom}px`);
    }
    function placeSoon() {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(placeUnlessPressed);
    }
    // A press makes its comment the current one. If that moved the comment away from under the pointer, there would be no click.
    let stopWaiting = () => {};
    function placeUnlessPressed() {
      stopWaiting();
      if (isPressed()) stopWaiting = afterRelease(place);
      else place();
    }
    placeUnlessPressed();
    // Words wrap otherwise, a fold opens, a diagram is drawn, a comment grows: all of it changes a size.
    const observer = new ResizeObserver(placeSoon);
    observer.observe(sheet);
    for (const note of list.children) observer.observe(note);
    const words = sheet.querySelector('.desk-words');
    if (words) observer.observe(words);
    return () => {
      cancelAnimationFrame(frame);
      stopWaiting();
      observer.disconnect();
    };
  }, [order, insisting, isPressed]);

  return (
    <ul ref={lane} className="desk-lane" aria-label="Comments on this step">
      {own.map((comment) => (
        <CommentNote key={comment.id} comment={comment} />
      ))}
    </ul>
  );
}
