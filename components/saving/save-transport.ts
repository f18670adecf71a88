import type { DraftEvent, SaveProblem, SaveRequest, Stored } from '@/lib/core/saving/draft-state';

const TIMEOUT_MS = 15_000;

const PROBLEM_KINDS: Readonly<Record<number, SaveProblem['kind']>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'signed-out',
  404: 'gone',
  413: 'too-large',
  422: 'invalid',
};

export interface SendOutcome<Body> {
  readonly event: DraftEvent<Body>;
  /** How long the server asks us to wait. */
  readonly retryAfterMs?: number;
}

/** The way to the server and back for a `DraftSaver`. Neither rejects: a dead network is an outcome like others. */
export interface SaveTransport<Slot extends string, Body> {
  send(slot: Slot, request: SaveRequest<Body>): Promise<SendOutcome<Body>>;
  /** What the server holds now, or null when it cannot be had. */
  fetchAll(): Promise<ReadonlyMap<Slot, Stored<Body>> | null>;
}

/** What a save's reply may hold, whatever is saved; `current` is what is stored after a conflict. */
interface Reply<Current> {
  readonly revision: number;
  readonly savedAt: string;
  readonly code: string;
  readonly detail: string;
  readonly issues: readonly { readonly message: string }[];
  readonly current: Current;
}

async function readProblem<Current>(response: Response): Promise<Partial<Reply<Current>>> {
  try {
    return (await response.json()) as Partial<Reply<Current>>;
  } catch {
    return {};
  }
}

/**
 * Sends one save and says what came of it.
 *
 * @param fromCurrent reads what is stored out of the reply to a stale save.
 */
export async function sendSave<Body, Current>(
  address: string,
  payload: unknown,
  fromCurrent: (current: Current) => Stored<Body>,
): Promise<SendOutcome<Body>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) {
      const { revision, savedAt } = (await response.json()) as Reply<Current>;
      return { event: { type: 'accepted', revision, savedAt } };
    }
  } catch {
    return { event: { type: 'unreachable' } };
  }
  const problem = await readProblem<Current>(response);
  if (response.status === 409 && problem.code !== 'frozen' && problem.current) {
    return { event: { type: 'refused-as-stale', current: fromCurrent(problem.current) } };
  }
  const kind = problem.code === 'frozen' ? 'frozen' : PROBLEM_KINDS[response.status];
  if (!kind) {
    const seconds = Number(response.headers.get('retry-after'));
    return { event: { type: 'unreachable' }, ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}) };
  }
  const message = problem.issues?.[0]?.message ?? problem.detail ?? 'The server refused this text.';
  return { event: { type: 'refused', problem: { kind, message } } };
}

/** What an address answers, or null when it cannot be had. */
export async function fetchStored<Reply>(address: string): Promise<Reply | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return response.ok ? ((await response.json()) as Reply) : null;
  } catch {
    return null;
  }
}
