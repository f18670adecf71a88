'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { ClaimedReview } from '@/lib/core/review/review-api';
import { callApi } from './call-api';

/** Begins the review, and tells other coaches that somebody is at it. */
export function StartReview({ attemptId }: { attemptId: string }) {
  const router = useRouter();
  const [isShowing, showDesk] = useTransition();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function start() {
    setBusy(true);
    const outcome = await callApi<ClaimedReview>('POST', `/api/attempts/${attemptId}/reviews`);
    setBusy(false);
    setProblem(outcome.problem);
    if (outcome.problem === null) showDesk(() => router.refresh());
  }

  return (
    <>
      <Button variant="primary" busy={busy || isShowing} onClick={() => void start()}>
        Start the review
      </Button>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
    </>
  );
}

/** Gives a claim back, so that others see that the attempt is free. What is written stays. */
export function GiveBack({ reviewId }: { reviewId: string }) {
  const [state, setState] = useState<'held' | 'working' | 'given'>('held');
  const [problem, setProblem] = useState<string | null>(null);

  async function give() {
    setState('working');
    const outcome = await callApi('DELETE', `/api/reviews/${reviewId}/claim`);
    setProblem(outcome.problem);
    setState(outcome.problem === null ? 'given' : 'held');
  }

  return (
    <>
      <Button busy={state !== 'held'} onClick={() => void give()}>
        {state === 'given' ? 'Given back' : 'Leave it to others'}
      </Button>
      <p role="status" className="text-muted empty:hidden">
        {state === 'given' && 'Your review is kept; the next save takes it again.'}
      </p>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
    </>
  );
}
