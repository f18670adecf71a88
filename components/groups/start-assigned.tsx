'use client';

import { useState } from 'react';
import { useRequest } from '@/components/account/use-request';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { AttemptDetail } from '@/lib/core/api-types';
import type { AssignmentView } from '@/lib/core/review/group-api';

/** Begins the attempt that was assigned. */
export function StartAssigned({ assignment }: { assignment: AssignmentView }) {
  const hydrated = useHydrated();
  const { working, error, run } = useRequest();
  const [leaving, setLeaving] = useState(false);
  const { id: assignmentId, caseSlug, caseTitle, mode, level } = assignment;

  async function start() {
    const outcome = await run<AttemptDetail>('POST', '/api/attempts', { caseSlug, mode, level, assignmentId });
    if (!outcome.ok) return;
    setLeaving(true);
    window.location.assign(`/practice/${outcome.reply.id}`);
  }

  return (
    <>
      <Button
        variant="primary"
        size="small"
        busy={working || leaving}
        disabled={!hydrated}
        aria-label={`Start ${caseTitle ?? caseSlug}`}
        onClick={() => void start()}
      >
        {working || leaving ? 'Starting' : 'Start'}
      </Button>
      <p role="alert" className="mt-1 basis-full text-danger empty:hidden">
        {error}
      </p>
    </>
  );
}
