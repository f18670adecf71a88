'use client';

import { createContext, use } from 'react';
import type { LitMark } from '@/components/answers/answer-marks';
import type { BoardExpectation } from '@/components/attempts/board-context';
import type { AnswerSlot, Level } from '@/lib/core/attempt';
import type { MatchingLevel } from '@/lib/core/feedback/matcher';
import type { Quote } from '@/lib/core/quote';
import type { Band, Dimension, DimensionId } from '@/lib/core/review/dimensions';
import type { PassagesBySlot } from '@/lib/core/review/evidence';
import type { CommentView } from '@/lib/core/review/review-api';
import type { CommentDraft, ReviewBody } from '@/lib/core/review/review-body';
import type { CommentKind, ExpectationMarkWord, Verdict } from '@/lib/core/review/review-words';
import type { StepId } from '@/lib/core/steps';
import type { ItemId } from './desk-items';

/** Which part of the desk a narrow screen shows; on a wide one the answer always stands on the left. */
export const DESK_PARTS = ['answer', 'rubric', 'worked', 'notes', 'earlier'] as const;
export type DeskPart = (typeof DESK_PARTS)[number];

/** A finding of the matcher that a coach may take or refuse. */
export interface DeskSuggestion {
  /** `unclear`: the closest words, which may not say it. */
  readonly state: 'found' | 'unclear';
  /** `keywords`: matched by words alone. */
  readonly level: MatchingLevel;
  readonly quote: Quote;
}
/** By the key of the expectation. */
export type DeskSuggestions = Readonly<Record<string, DeskSuggestion | undefined>>;

/** How far the search for suggestions is. */
export interface Suggesting {
  /** The steps that are being looked through, or wait for it. */
  readonly looking: readonly StepId[];
  /** Those for which there are none, for now, and why. */
  readonly failed: { readonly steps: readonly StepId[]; readonly problem: string; again(): void } | null;
}

/** A comment with the number under which the desk shows it, and its thread once it is published. */
export interface DeskComment extends CommentDraft {
  readonly number: number;
  readonly thread: CommentView | null;
  /** Who wrote it, where comments of several coaches stand together. */
  readonly by?: string;
}

/** What a coach can do; there is none of it on a desk that can only be read. */
export interface DeskActions {
  /** Comments on words, or on the selected ones, or asks for them. */
  comment(kind: CommentKind): void;
  typeComment(id: string, text: string): void;
  changeKind(id: string, kind: CommentKind): void;
  removeComment(id: string): void;
  /** Marks an expectation with the selected words, or asks for them; the same mark again takes it away. */
  mark(key: string, mark: ExpectationMarkWord): void;
  decide(key: string, accepted: boolean): void;
  /** Gives a band and, when words are selected, adds them as its evidence. */
  band(id: DimensionId, band: Band): void;
  addEvidence(id: DimensionId): void;
  removeEvidence(id: DimensionId, index: number): void;
  toggleAbsent(id: DimensionId): void;
  clearDimension(id: DimensionId): void;
  /** Null where a dimension takes no note: the candidate's own marks. */
  typeNote: ((id: DimensionId, note: string) => void) | null;
  /** Without a reason where the gates lead elsewhere, it is not kept: nobody could save it. */
  verdict(verdict: Verdict, reason: string): void;
  typeReason(verdict: Verdict, reason: string): void;
  typeSummary(summary: string): void;
  openReplies(commentId: string): void;
}

export interface Desk {
  readonly attemptId: string;
  readonly candidateName: string;
  readonly caseTitle: string;
  readonly level: Level;
  readonly expectations: readonly BoardExpectation[];
  readonly passages: PassagesBySlot;
  readonly dimensions: readonly Dimension[];
  readonly suggestions: DeskSuggestions;
  /** Null where nothing is suggested. */
  readonly suggesting: Suggesting | null;
  readonly review: ReviewBody;
  /** In the order of the answer. */
  readonly comments: readonly DeskComment[];
  readonly actions: DeskActions | null;
  readonly selected: Quote | null;
  readonly lit: LitMark;
  /** The item that the keys act on. */
  readonly current: ItemId | null;
  setCurrent(item: ItemId): void;
  /** Brings an item, or the words that it points at, into view and focus. */
  goTo(item: ItemId): void;
  showWords(markId: string, slot: AnswerSlot): void;
  /** Somebody replied to a comment, resolved it or opened it again. */
  threadChanged?(thread: CommentView): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk needs a desk around it.');
  return desk;
}
