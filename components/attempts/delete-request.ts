import type { Problem } from '@/lib/core/api-types';

const TIMEOUT_MS = 30_000;

/** Deletes at an address of the API. Gives null when it is gone, else what to tell the person. */
export async function deleteAt(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { method: 'DELETE', signal: AbortSignal.timeout(TIMEOUT_MS) });
    // Deleted in another tab is deleted too.
    if (response.ok || response.status === 404) return null;
    const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
    return problem.detail ?? 'The server refused. Nothing was deleted.';
  } catch {
    return 'The server could not be reached. It may or may not have deleted it; look again when the connection is back.';
  }
}
