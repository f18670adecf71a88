'use client';

import { useState } from 'react';
import { useRequest } from '@/components/account/use-request';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { MAX_NUDGES, type Nudged } from '@/lib/core/review/nudge';

/** Reminds those who have the attempt and have not reviewed it. */
export function RemindCoaches({ attemptId }: { attemptId: string }) {
  const hydrated = useHydrated();
  const { working, error, run } = useRequest();
  const [said, setSaid] = useState('');

  async function remind() {
    setSaid('');
    const outcome = await run<Nudged>('POST', `/api/attempts/${attemptId}/nudges`, {});
    if (!outcome.ok) return;
    setSaid(outcome.reply.sent === 1 ? '1 coach is reminded.' : `${outcome.reply.sent} coaches are reminded.`);
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button busy={working} disabled={!hydrated} onClick={() => void remind()}>
          {working ? 'Reminding' : 'Remind the coaches'}
        </Button>
        <span className="text-muted">Once a day, and {MAX_NUDGES} times in all.</span>
      </div>
      <p role="alert" className="mt-2 text-danger empty:hidden">
        {error}
      </p>
      <p role="status" className="mt-2 empty:hidden">
        {said}
      </p>
    </>
  );
}
