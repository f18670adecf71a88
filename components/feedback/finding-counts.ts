import type { StepFeedback } from '@/lib/core/feedback/feedback-api';
import type { ExpectationState } from '@/lib/core/feedback/match-expectations';

/** How many expectations of a step are in which state: `2 found, 1 unclear, 4 not found`. */
export function findingCounts({ results, notFound }: StepFeedback): string {
  const count = (state: ExpectationState) => results.filter(({ shown }) => shown.state === state).length;
  return `${count('found')} found, ${count('unclear')} unclear, ${notFound} not found`;
}
