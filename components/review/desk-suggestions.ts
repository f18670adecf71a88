import type { StepSuggestions } from '@/lib/core/feedback/feedback-api';
import type { DeskSuggestions } from './desk-context';

/** Suggestions by the key of their expectation. */
export function deskSuggestions(steps: readonly StepSuggestions[]): DeskSuggestions {
  return Object.fromEntries(
    steps.flatMap(({ step, level, findings }) =>
      findings.map(({ expectationId, state, quote }) => [`${step}/${expectationId}`, { state, level, quote }]),
    ),
  );
}
