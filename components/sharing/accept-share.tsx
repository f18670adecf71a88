'use client';

import { useState } from 'react';
import { useRequest } from '@/components/account/use-request';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { AcceptedShare } from '@/lib/core/review/share-api';

/** Takes an attempt into one's queue and opens it. */
export function AcceptShare({ token, candidateName }: { token: string; candidateName: string }) {
  const hydrated = useHydrated();
  const { working, error, run } = useRequest();
  const [leaving, setLeaving] = useState(false);

  async function accept() {
    const outcome = await run<AcceptedShare>('POST', '/api/shares/accept', { token });
    if (!outcome.ok) return;
    setLeaving(true);
    window.location.assign(`/review/${outcome.reply.attemptId}`);
  }

  return (
    <>
      <p>
        It comes into your queue, and <bdi>{candidateName || 'the candidate'}</bdi> is told that you have it.
      </p>
      <p className="mt-4">
        <Button variant="primary" busy={working || leaving} disabled={!hydrated} onClick={() => void accept()}>
          {working || leaving ? 'Opening it' : 'Review this attempt'}
        </Button>
      </p>
      <p role="alert" className="mt-3 text-danger empty:hidden">
        {error}
      </p>
    </>
  );
}
