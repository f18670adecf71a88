import type { Problem } from '@/lib/core/api-types';

const TIMEOUT_MS = 15_000;

export interface Outcome<Reply> {
  /** Null when nothing came back. */
  readonly value: Reply | null;
  /** What went wrong, to be shown; null when it worked. */
  readonly problem: string | null;
  readonly status: number;
}

const UNREACHABLE = 'The server could not be reached. Try again.';

/**
 * One call of the JSON API. Never rejects: a dead network is an outcome like others.
 *
 * @param signal gives up; without one that is after 15 s
 */
export async function callApi<Reply>(
  method: string,
  address: string,
  body?: unknown,
  signal: AbortSignal = AbortSignal.timeout(TIMEOUT_MS),
): Promise<Outcome<Reply>> {
  try {
    const response = await fetch(address, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal,
    });
    const { status } = response;
    if (!response.ok) {
      const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
      const problemText = problem.issues?.[0]?.message ?? problem.detail ?? 'The server refused this.';
      return { value: null, problem: problemText, status };
    }
    return { value: status === 204 ? null : ((await response.json()) as Reply), problem: null, status };
  } catch {
    return { value: null, problem: UNREACHABLE, status: 0 };
  }
}
