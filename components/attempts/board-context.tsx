'use client';

import { createContext, use } from 'react';
import type { LitMark } from '@/components/answers/answer-marks';
import type { PassagesBySlot } from '@/components/answers/selected-quote';
import type { Findings } from '@/components/feedback/use-findings';
import type { StartAttemptRequest } from '@/lib/core/api-types';
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
  /** The part of the worked answer that covers it, as near as can be told. */
  readonly coveredBy: { readonly id: string; readonly heading: string } | null;
}

export interface Board {
  readonly attemptId: string;
  readonly expectations: readonly BoardExpectation[];
  readonly passages: PassagesBySlot;
  readonly keeper: MarkKeeper;
  readonly marks: ReadonlyMap<string, MarkState>;
  /** The words selected in the answer and not yet used. */
  readonly selected: Quote | null;
  clearSelected(): void;
  /** The expectation whose quote and entry are pointed at, by key. */
  readonly lit: LitMark;
  readonly findings: Findings;
  /** False when the case is gone: then there is nothing to look for. */
  readonly hasCase: boolean;
  /** What a small attempt that follows this one is started with; null when it cannot be. */
  readonly again: Omit<StartAttemptRequest, 'onlyStep'> | null;
  /** Brings the words in the answer that a mark points at into view and focus; an expectation's own have its key. */
  showQuote(markId: string): void;
  /** Brings an expectation of the checklist into view and focus. */
  showExpectation(key: string): void;
  /** Brings a part of the worked answer into view and focus. */
  showWorked(step: StepId, partId: string): void;
  /** Opens the picker for those who select without a pointer. */
  choose(expectation: BoardExpectation): void;
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = use(BoardContext);
  if (!board) throw new Error('useBoard needs an AttemptBoard around it.');
  return board;
}

export const contradictionElementId = (index: number) => `contradiction-${index}`;
export const expectationElementId = (key: string) => `expectation-${key.replace('/', '-')}`;
