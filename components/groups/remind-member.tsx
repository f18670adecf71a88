'use client';

import { useState } from 'react';
import { useRequest } from '@/components/account/use-request';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Nudged } from '@/lib/core/review/nudge';

/** Reminds a member of an assignment. */
export function RemindMember({
  groupId,
  assignmentId,
  userId,
  name,
}: {
  groupId: string;
  assignmentId: string;
  userId: string;
  name: string;
}) {
  const hydrated = useHydrated();
  const { working, error, run } = useRequest();
  const [isDone, setDone] = useState(false);

  async function remind() {
    const address = `/api/groups/${groupId}/assignments/${assignmentId}/nudges`;
    const outcome = await run<Nudged>('POST', address, { userId });
    setDone(outcome.ok);
  }

  return (
    <>
      <Button
        size="small"
        busy={working || isDone}
        disabled={!hydrated}
        aria-label={isDone ? `Reminded: ${name}` : `Remind ${name}`}
        onClick={() => void remind()}
      >
        {isDone ? 'Reminded' : 'Remind'}
      </Button>
      <p role="status" className="sr-only">
        {isDone && `${name} is reminded.`}
      </p>
      <p role="alert" className="mt-1 text-small text-danger empty:hidden">
        {error}
      </p>
    </>
  );
}
