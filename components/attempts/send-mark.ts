import { z } from 'zod';
import type { Problem } from '@/lib/core/api-types';
import { quoteSchema } from '@/lib/core/quote';
import { marksKey } from '../saving/device-keys';
import type { MarkOutcome, Verdict, WaitingMarks } from './mark-keeper';

const TIMEOUT_MS = 15_000;

/** Stores or removes a mark. Never rejects: a dead network is an outcome like others. */
export async function sendMark(attemptId: string, key: string, verdict: Verdict): Promise<MarkOutcome> {
  const [step = '', expectationId = ''] = key.split('/');
  const address = `/api/attempts/${attemptId}/marks/${step}/${encodeURIComponent(expectationId)}`;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = verdict
      ? await fetch(address, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ found: verdict.found, quote: verdict.found ? verdict.quote : null }),
          signal,
        })
      : await fetch(address, { method: 'DELETE', signal });
    if (response.ok) return { kind: 'stored' };
    if (response.status === 429 || response.status >= 500) return { kind: 'unreachable' };
    const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
    return { kind: 'refused', message: problem.detail ?? 'The server refused this mark.' };
  } catch {
    return { kind: 'unreachable' };
  }
}

const waitingSchema = z.record(
  z.string(),
  z.union([z.object({ found: z.literal(true), quote: quoteSchema }), z.object({ found: z.literal(false) })]).nullable(),
);

/** The marks of an attempt that wait on this device. Without storage (a private window) they wait in the tab alone. */
export function waitingMarks(attemptId: string): WaitingMarks {
  const name = marksKey(attemptId);
  return {
    read() {
      try {
        return waitingSchema.parse(JSON.parse(localStorage.getItem(name) ?? '{}'));
      } catch {
        return {};
      }
    },
    write(waiting) {
      try {
        if (Object.keys(waiting).length === 0) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(waiting));
      } catch {
        // The mark is still on the screen and says that it is not saved.
      }
    },
  };
}
