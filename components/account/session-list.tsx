'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { useHydrated } from '@/components/ui/use-hydrated';
import { sendRequest } from './send-request';

/** A session as the page gives it. */
export interface ShownSession {
  readonly token: string;
  readonly startedAt: string;
  readonly lastUsedAt: string;
  readonly address: string | null;
  readonly browser: string;
  readonly isThisOne: boolean;
}

/** Where one is signed in, and how to end it there. */
export function SessionList({ sessions }: { sessions: readonly ShownSession[] }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);

  async function end(path: 'revoke-session' | 'revoke-other-sessions', body: unknown, words: string) {
    setWorking(true);
    setError(null);
    setDone(null);
    const outcome = await sendRequest('POST', `/api/auth/${path}`, body);
    if (outcome.ok) {
      setDone(words);
      router.refresh();
    } else setError(outcome.message);
    setWorking(false);
  }

  return (
    <>
      <ul className="divide-y divide-rule">
        {sessions.map(({ token, browser, address, startedAt, lastUsedAt, isThisOne }) => (
          <li key={token} className="flex items-start justify-between gap-4 py-3 first:pt-0">
            <div className="min-w-0">
              <p className="font-medium">{browser}</p>
              <p className="text-muted">
                Since <LocalTime iso={startedAt} show="moment" />
                {address !== null && <> from {address}</>}
              </p>
              <p className="text-muted">
                Last renewed on <LocalTime iso={lastUsedAt} show="day" />
              </p>
            </div>
            {isThisOne ? (
              <p className="shrink-0 text-muted">This one</p>
            ) : (
              <Button
                size="small"
                busy={working}
                disabled={!hydrated}
                aria-label={`End the session of ${browser}`}
                onClick={() => end('revoke-session', { token }, `The session of ${browser} has ended.`)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {sessions.length > 1 && (
          <Button
            busy={working}
            disabled={!hydrated}
            onClick={() => end('revoke-other-sessions', {}, 'All other sessions have ended.')}
          >
            End all others
          </Button>
        )}
        <p role="status" className="text-muted empty:hidden">
          {done}
        </p>
        <p role="alert" className="text-danger empty:hidden">
          {error}
        </p>
      </div>
    </>
  );
}
