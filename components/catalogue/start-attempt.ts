import type { AttemptDetail, Problem } from '@/lib/core/api-types';

/**
 * Starts an attempt and goes to its workspace.
 *
 * @param request what `POST /api/attempts` takes.
 * @returns null when the page is on its way, else why nothing was started.
 */
export async function startAttempt(request: object): Promise<string | null> {
  try {
    const response = await fetch('/api/attempts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (!response.ok) {
      const { code, detail } = (await response.json()) as Problem;
      if (code !== 'signed-out') return detail;
      // A guest has no account to sign in to: with the dead cookie they could never start again.
      await fetch('/api/auth/sign-out', { method: 'POST' });
      return 'Your session has ended. Sign in again, or start once more to go on as a guest.';
    }
    const { id } = (await response.json()) as AttemptDetail;
    window.location.assign(`/practice/${id}`);
    return null;
  } catch {
    return 'The server could not be reached. Nothing was started; try again when the connection is back.';
  }
}
