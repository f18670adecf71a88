'use client';

import { createContext, use, useSyncExternalStore } from 'react';
import type { Excerpt } from '@/lib/core/answer-blocks';
import type { AnswerSlot } from '@/lib/core/attempt';

/** Words of the answer that something points at: a mark, a comment, a finding. */
export interface AnswerMark {
  readonly id: string;
  readonly slot: AnswerSlot;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** Which marker it is under; `plain` is a rule under the words and no colour. */
  readonly tone: 'found' | 'unclear' | 'contradiction' | 'plain';
  /** What stands in the margin, beginning with a sign: the colour is never alone. */
  readonly sign: string;
  /** The same for somebody who does not see it, and what pressing it does. */
  readonly name: string;
}

/** Which of the marks is pointed at, on either side. Apart from React's state, so that a pointer moving redraws two words. */
export class LitMark {
  #id: string | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): string | null => this.#id;

  readonly light = (id: string | null): void => {
    if (id === this.#id) return;
    this.#id = id;
    for (const listener of this.#listeners) listener();
  };
}

const nothingLit = () => null;

/** Whether one of these is pointed at. */
export function useIsLit(lit: LitMark, ids: readonly string[]): boolean {
  const current = useSyncExternalStore(lit.subscribe, lit.current, nothingLit);
  return current !== null && ids.includes(current);
}

export interface AnswerMarks {
  /** By `slot/path` of their passage. */
  readonly byPassage: ReadonlyMap<string, readonly AnswerMark[]>;
  readonly lit: LitMark;
  /** Brings what points at the words into view. */
  show(id: string): void;
}

export const AnswerMarksContext = createContext<AnswerMarks | null>(null);

/** What marks an answer, if it can be marked at all. */
export function useAnswerMarks(): AnswerMarks | null {
  return use(AnswerMarksContext);
}

export function groupByPassage(marks: readonly AnswerMark[]): Map<string, AnswerMark[]> {
  const groups = new Map<string, AnswerMark[]>();
  for (const mark of marks) {
    const key = `${mark.slot}/${mark.path}`;
    const group = groups.get(key);
    if (group) group.push(mark);
    else groups.set(key, [mark]);
  }
  return groups;
}

/** The marks that reach into an excerpt. */
export function marksIn({ byPassage }: AnswerMarks, excerpt: Excerpt): AnswerMark[] {
  const end = excerpt.start + excerpt.text.length;
  const ofPassage = byPassage.get(`${excerpt.slot}/${excerpt.path}`) ?? [];
  return ofPassage.filter((mark) => mark.start < end && mark.end > excerpt.start);
}
