import type { Passage } from '../passages';
import { type Quote, quoteHolds } from '../quote';
import type { CorrectionVerdict, StepFeedback } from './feedback-api';
import { showFinding } from './shown-finding';

/** A step's findings after the candidate's word on one of them: the same that the server gives when it is asked again. */
export function correctedStep(
  feedback: StepFeedback,
  expectationId: string,
  said: { readonly verdict: CorrectionVerdict; readonly quote: Quote; readonly correctedAt: string } | null,
  passagesOf: (slot: Quote['slot']) => readonly Passage[],
): StepFeedback {
  let missed = 0;
  const results = feedback.results.map((finding) => {
    if (finding.expectationId !== expectationId) return finding;
    const correction = said && { step: feedback.step, expectationId, ...said };
    const shown = showFinding(finding, correction, (quote) => quoteHolds(quote, passagesOf(quote.slot)));
    missed += Number(shown.state === 'not found') - Number(finding.shown.state === 'not found');
    return { ...finding, correction, shown };
  });
  return { ...feedback, results, notFound: feedback.notFound + missed };
}
