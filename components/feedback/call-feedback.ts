import { callApi, type Outcome } from '@/components/review/call-api';
import type { AttemptFeedback, CorrectionVerdict, FoundInStep } from '@/lib/core/feedback/feedback-api';
import type { Quote } from '@/lib/core/quote';
import type { StepId } from '@/lib/core/steps';

/** An answer may wait for others, for the start of the worker, and half a minute more before words alone are compared. */
export const LOOK_TIMEOUT_MS = 90_000;

const at = (attemptId: string) => `/api/attempts/${attemptId}/feedback`;

/** Looks through a step, or gets what was found in it before. */
export const lookThrough = (attemptId: string, step: StepId, signal: AbortSignal) =>
  callApi<FoundInStep>('POST', at(attemptId), { step }, signal);

export const reveal = (attemptId: string, step: StepId) => callApi('POST', `${at(attemptId)}/reveal`, { step });

export const readFeedback = (attemptId: string) => callApi<AttemptFeedback>('GET', at(attemptId));

/** Says that these words are it, or are not; null takes back what was said. */
export function sendCorrection(
  attemptId: string,
  step: StepId,
  expectationId: string,
  correction: { readonly verdict: CorrectionVerdict; readonly quote?: Quote } | null,
): Promise<Outcome<unknown>> {
  const address = `${at(attemptId)}/${step}/${encodeURIComponent(expectationId)}`;
  return correction ? callApi('PUT', address, correction) : callApi('DELETE', address);
}
