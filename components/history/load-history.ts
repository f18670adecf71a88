import { type AnswerHistory, answerHistory, type Problem } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';

const TIMEOUT_MS = 15_000;

export type HistoryOutcome =
  | { readonly kind: 'loaded'; readonly page: AnswerHistory }
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed'; readonly message: string };

/** One page of the earlier saves of an answer, newest first. Never rejects. */
export async function loadHistory(attemptId: string, slot: AnswerSlot, before: number | null): Promise<HistoryOutcome> {
  const query = before === null ? '' : `?before=${before}`;
  try {
    const response = await fetch(`/api/attempts/${attemptId}/answers/${slot}/history${query}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return { kind: 'loaded', page: answerHistory.parse(await response.json()) };
    const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
    return { kind: 'failed', message: problem.detail ?? 'The server did not give the earlier saves.' };
  } catch (error) {
    // A reply that is not the expected one is a failure; no reply at all is the network.
    return error instanceof TypeError || error instanceof DOMException
      ? { kind: 'offline' }
      : { kind: 'failed', message: 'The server gave an answer that could not be read.' };
  }
}
