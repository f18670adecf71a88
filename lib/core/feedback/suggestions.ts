import type { StepMatch, StepSuggestions } from './feedback-api';

/** What a coach is shown of a run of the matcher: words to look at for an expectation, never a mark; nothing of what was not found. */
export function suggestionsOf({ step, encoder, results }: StepMatch): StepSuggestions {
  return {
    step,
    level: encoder === null ? 'keywords' : 'sentences',
    findings: results.flatMap(({ expectation, state, quote }) =>
      quote === null || state === 'not found' ? [] : [{ expectationId: expectation, state, quote }],
    ),
  };
}
