'use client';

import { createContext, use } from 'react';
import type { LitMark } from '@/components/answers/answer-marks';
import type { PassagesBySlot } from '@/components/answers/selected-quote';
import type { Level } from '@/lib/core/attempt';
import type { Quote } from '@/lib/core/quote';
import type { StepId } from '@/lib/core/steps';
import type { MarkKeeper, MarkState } from './mark-keeper';

/** Which part of a step a narrow screen shows; on a wide one the answer always stands on the left. */
export const BOARD_PARTS = ['answer', 'worked', 'checklist'] as const;
export type BoardPart = (typeof BOARD_PARTS)[number];

/** An expectation as the board shows it. */
export interface BoardExpectation {
  readonly id: string;
  readonly step: StepId;
  /** `step/id`: under which its mark is kept. */
  readonly key: string;
  /** `4.2`: the step and its place in the checklist; stands beside the quote in the answer. */
  readonly number: string;
  readonly level: Level;
  readonly weight: number;
  readonly statementHtml: string;
  readonly statementText: string;
  readonly counts: readonly string[];
  readonly doesNotCount: readonly string[];
}

export interface Board {
  readonly expectations: readonly BoardExpectation[];
  readonly passages: PassagesBySlot;
  readonly keeper: MarkKeeper;
  readonly marks: ReadonlyMap<string, MarkState>;
  /** The words selected in the answer and not yet used. */
  readonly selected: Quote | null;
  clearSelected(): void;
  /** The expectation whose quote and entry are pointed at, by key. */
  readonly lit: LitMark;
  /** Brings an expectation's quote in the answer into view and focus. */
  showQuote(key: string): void;
  /** Opens the picker for those who select without a pointer. */
  choose(expectation: BoardExpectation): void;
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = use(BoardContext);
  if (!board) throw new Error('useBoard needs an AttemptBoard around it.');
  return board;
}

export const expectationElementId = (key: string) => `expectation-${key.replace('/', '-')}`;
