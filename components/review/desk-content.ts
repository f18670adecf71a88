import type { ReactNode } from 'react';
import type { BoardExpectation } from '@/components/attempts/board-context';
import type { Answer } from '@/lib/core/answer';
import type { Level } from '@/lib/core/attempt';
import type { Dimension } from '@/lib/core/review/dimensions';
import type { PassagesBySlot } from '@/lib/core/review/evidence';
import type { StepId } from '@/lib/core/steps';
import type { DeskSuggestions } from './desk-context';
import type { DeskSection } from './desk-items';
import type { DeskStepContent } from './desk-step';

/** What the desk shows, whoever may write on it. */
export interface DeskContent {
  readonly attemptId: string;
  readonly candidate: { readonly id: string; readonly name: string };
  readonly caseTitle: string;
  readonly level: Level;
  readonly expectations: readonly BoardExpectation[];
  readonly passages: PassagesBySlot;
  readonly dimensions: readonly Dimension[];
  readonly suggestions: DeskSuggestions;
  /** The steps that nobody has looked through yet. */
  readonly unsuggested: readonly StepId[];
  readonly steps: readonly DeskStepContent[];
  /** The answer of a blank page; undefined in the other modes. */
  readonly page: Answer | undefined;
  /** What other coaches wrote; nothing before this one has published. */
  /** The candidate's own, against this coach's. */
  readonly ownBands: ReactNode;
  readonly otherReviews: ReactNode;
  /** How the time went. */
  readonly pace: ReactNode;
  readonly earlierCount: number;
}

export function sectionsOf(steps: readonly DeskStepContent[]): DeskSection[] {
  return [...steps.map(({ step }) => step), 'whole'];
}
