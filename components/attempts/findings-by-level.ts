import { LEVELS, type Level } from '@/lib/core/attempt';
import type { FindingView, StepFeedback } from '@/lib/core/feedback/feedback-api';
import type { StepId } from '@/lib/core/steps';
import type { BoardExpectation } from './board-context';

/** An expectation with what was said of it, by its candidate and by the matcher. */
export interface LevelEntry {
  readonly expectation: BoardExpectation;
  readonly finding: FindingView;
  /** Who found it: both, one of them, or nobody. */
  readonly foundBy: 'both' | 'you' | 'matcher' | null;
}

export interface LevelGroup {
  readonly level: Level;
  readonly found: readonly LevelEntry[];
  readonly unclear: readonly LevelEntry[];
  readonly missed: readonly LevelEntry[];
}

/**
 * What was found and missed in the steps that are shown, by level: so "be more senior" is a list. Found is what the candidate or the
 * matcher found; missed is what neither did.
 *
 * @param markedFound whether the candidate marked it as found
 */
export function findingsByLevel(
  expectations: readonly BoardExpectation[],
  steps: ReadonlyMap<StepId, StepFeedback>,
  markedFound: (key: string) => boolean,
): LevelGroup[] {
  const entries = expectations.flatMap((expectation): LevelEntry[] => {
    const finding = steps.get(expectation.step)?.results.find((one) => one.expectationId === expectation.id);
    if (!finding) return [];
    const isMatched = finding.shown.state === 'found';
    const isMarked = markedFound(expectation.key);
    const foundBy = isMatched && isMarked ? 'both' : isMarked ? 'you' : isMatched ? 'matcher' : null;
    return [{ expectation, finding, foundBy }];
  });
  return LEVELS.flatMap((level) => {
    const own = entries.filter(({ expectation }) => expectation.level === level);
    if (own.length === 0) return [];
    const left = own.filter(({ foundBy }) => foundBy === null);
    return {
      level,
      found: own.filter(({ foundBy }) => foundBy !== null),
      unclear: left.filter(({ finding }) => finding.shown.state === 'unclear'),
      missed: left.filter(({ finding }) => finding.shown.state === 'not found'),
    };
  });
}
