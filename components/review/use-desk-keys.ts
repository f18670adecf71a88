'use client';

import { useLayoutEffect, useRef } from 'react';
import { BANDS, DIMENSION_IDS, type DimensionId } from '@/lib/core/review/dimensions';
import type { CommentKind, ExpectationMarkWord } from '@/lib/core/review/review-words';
import type { DeskActions, DeskPart } from './desk-context';
import { type ItemId, itemElementId, itemKind } from './desk-items';

const KINDS: Readonly<Record<string, CommentKind>> = { s: 'strength', g: 'gap', q: 'question', e: 'error' };
const MARKS: Readonly<Record<string, ExpectationMarkWord>> = { f: 'found', n: 'after-nudge', a: 'absent' };
const PARTS: Readonly<Record<string, DeskPart>> = { r: 'rubric', w: 'worked', t: 'notes', h: 'earlier' };

interface DeskKeys {
  readonly current: ItemId | null;
  readonly actions: DeskActions | null;
  /** Letters alone do something; whoever dictates can switch that off. */
  readonly singleKeys: boolean;
  say(message: string): void;
  /** The item after or before the current one; by `step`, the first of the next section. */
  move(direction: 1 | -1, by: 'item' | 'section'): void;
  showPart(part: DeskPart): void;
  chooseWords(): void;
  openNotes(): void;
  chooseVerdict(index: number): void;
  undo(): void;
  redo(): void;
  saveNow(): void;
  list(): void;
}

const NO_TEXT_INPUTS = ['checkbox', 'radio', 'button', 'submit'];

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT_INPUTS.includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;

const isDimension = (id: string): id is DimensionId => (DIMENSION_IDS as readonly string[]).includes(id);

/** A key that acts on the item that is current, or on the selected words. False when it means nothing here. */
function actOnItem(key: string, keys: DeskKeys, actions: DeskActions): boolean {
  const { kind, id } = itemKind(keys.current);
  const comment = KINDS[key];
  if (comment) {
    actions.comment(comment);
    return true;
  }
  const mark = MARKS[key];
  if (mark) {
    if (kind === 'expectation') actions.mark(id, mark);
    else if (kind === 'dimension' && isDimension(id) && mark === 'found') actions.addEvidence(id);
    else if (kind === 'dimension' && isDimension(id) && mark === 'absent') actions.toggleAbsent(id);
    else keys.say('Go to an expectation first, with J or K.');
    return true;
  }
  const band = BANDS.find((one) => String(one) === key);
  if (band) {
    if (kind === 'dimension' && isDimension(id)) actions.band(id, band);
    else if (kind === 'verdict') keys.chooseVerdict(band - 1);
    else keys.say('1 to 4 give a band: go to a dimension first, with J or K.');
    return true;
  }
  if (key === 'y' || key === 'x') {
    if (kind === 'expectation') actions.decide(id, key === 'y');
    return kind === 'expectation';
  }
  if (key === 'delete' && kind === 'comment') {
    actions.removeComment(id);
    return true;
  }
  if (key === 'l' && kind === 'comment') {
    actions.openReplies(id);
    return true;
  }
  return false;
}

function onSingleKey(event: KeyboardEvent, keys: DeskKeys): boolean {
  const key = event.key.toLowerCase();
  const part = PARTS[key];
  if (key === 'j' || key === 'k') keys.move(key === 'j' ? 1 : -1, event.shiftKey ? 'section' : 'item');
  else if (part) keys.showPart(part);
  else if (key === '/') keys.chooseWords();
  else if (key === 'p') keys.openNotes();
  else if (key === 'u') (event.shiftKey ? keys.redo : keys.undo)();
  else return keys.actions !== null && actOnItem(key, keys, keys.actions);
  return true;
}

/** Arrows move from an item that has the focus, Enter goes into its text box; elsewhere they are the browser's. */
function onItemKey(event: KeyboardEvent, keys: DeskKeys): boolean {
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-item]')) return false;
  if (event.key === 'ArrowDown') keys.move(1, 'item');
  else if (event.key === 'ArrowUp') keys.move(-1, 'item');
  else if (event.key === 'Enter') event.target.querySelector<HTMLElement>('textarea, button')?.focus();
  else return false;
  return true;
}

/** Listens for what the keyboard can do on the desk. Nothing acts while somebody writes, except saving and leaving. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  // With the desk itself, and not some time after it is in view: a key pressed in between would be lost.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const now = latest.current;
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented || isInDialog(event.target)) return;
      if (isCommand && !event.altKey && event.key.toLowerCase() === 's') now.saveNow();
      else if (event.altKey && event.shiftKey && event.code === 'KeyR') {
        const { kind, id } = itemKind(now.current);
        if (kind !== 'comment') return;
        now.actions?.openReplies(id);
      } else if (isWriting(event.target)) {
        if (event.key !== 'Escape' || !now.current) return;
        document.getElementById(itemElementId(now.current))?.focus();
      } else if (isCommand && !event.altKey && event.key.toLowerCase() === 'z') {
        (event.shiftKey ? now.redo : now.undo)();
      } else if (isCommand || event.altKey) return;
      else if (event.key === '?') now.list();
      else if (onItemKey(event, now)) {
        // Done by the item.
      } else if (!now.singleKeys || !onSingleKey(event, now)) return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
