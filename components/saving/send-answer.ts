import type { AttemptDetail, Problem, SavedAnswer } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';
import type { DraftEvent, SaveProblem, SaveRequest } from '@/lib/core/saving/draft-state';

const TIMEOUT_MS = 15_000;

const PROBLEM_KINDS: Readonly<Record<number, SaveProblem['kind']>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'signed-out',
  404: 'gone',
  413: 'too-large',
  422: 'invalid',
};

export interface SendOutcome {
  readonly event: DraftEvent;
  /** How long the server asks us to wait. */
  readonly retryAfterMs?: number;
}

async function readProblem(response: Response): Promise<Partial<Problem>> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return {};
  }
}

/** Sends one save and says what came of it. Never rejects: a dead network is an outcome like others. */
export async function sendAnswer(attemptId: string, slot: AnswerSlot, request: SaveRequest): Promise<SendOutcome> {
  let response: Response;
  try {
    response = await fetch(`/api/attempts/${attemptId}/answers/${slot}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) {
      const { revision, savedAt } = (await response.json()) as SavedAnswer;
      return { event: { type: 'accepted', revision, savedAt } };
    }
  } catch {
    return { event: { type: 'unreachable' } };
  }
  const problem = await readProblem(response);
  if (response.status === 409 && problem.code !== 'frozen' && problem.current) {
    return { event: { type: 'refused-as-stale', current: problem.current } };
  }
  const kind = problem.code === 'frozen' ? 'frozen' : PROBLEM_KINDS[response.status];
  if (!kind) {
    const seconds = Number(response.headers.get('retry-after'));
    return { event: { type: 'unreachable' }, ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}) };
  }
  const message = problem.issues?.[0]?.message ?? problem.detail ?? 'The server refused this text.';
  return { event: { type: 'refused', problem: { kind, message } } };
}

/** What the server holds of an attempt now, or null when it cannot be had. */
export async function fetchAttempt(attemptId: string): Promise<AttemptDetail | null> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return response.ok ? ((await response.json()) as AttemptDetail) : null;
  } catch {
    return null;
  }
}
