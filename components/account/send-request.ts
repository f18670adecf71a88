import type { Problem } from '@/lib/core/api-types';

const TIMEOUT_MS = 30_000;

/** What came of a request: done, or what to tell the person, and about which field. */
export type Outcome<Reply> =
  | { readonly ok: true; readonly reply: Reply }
  | {
      readonly ok: false;
      readonly message: string;
      readonly code: string;
      /** By the name of the field: what is wrong with it. */
      readonly fields: Readonly<Record<string, string>>;
    };

function waitText(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  if (seconds < 90) return ` You can try again in ${seconds} seconds.`;
  if (seconds < 5400) return ` You can try again in ${Math.ceil(seconds / 60)} minutes.`;
  return ` You can try again in ${Math.ceil(seconds / 3600)} hours.`;
}

/** Sends JSON to an address of the API. Never rejects: a dead network is an outcome like others. */
export async function sendRequest<Reply>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  address: string,
  body?: unknown,
): Promise<Outcome<Reply>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return { ok: true, reply: (response.status === 204 ? null : await response.json()) as Reply };
  } catch {
    return { ok: false, code: 'unreachable', message: 'The server could not be reached. Try again.', fields: {} };
  }
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const issues = problem.issues ?? [];
  return {
    ok: false,
    code: problem.code ?? 'unexpected',
    message: (problem.detail ?? 'The server refused this.') + waitText(problem.retryAfterSeconds),
    fields: Object.fromEntries(issues.map(({ path, message }) => [path, message])),
  };
}
