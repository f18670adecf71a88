'use client';

import { useRouter } from 'next/navigation';
import { useLayoutEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { ClaimedReview } from '@/lib/core/review/review-api';
import { callApi } from './call-api';
import { DESK_HEADING_ID } from './desk-items';

/** Begins the review, and tells other coaches that somebody is at it. */
export function StartReview({ attemptId }: { attemptId: string }) {
  const router = useRouter();
  const [isShowing, showDesk] = useTransition();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const button = useRef<HTMLButtonElement>(null);
  // The button goes when the desk comes, and would leave the focus nowhere.
  useLayoutEffect(() => {
    const leaving = button.current;
    return () => {
      if (leaving === document.activeElement) document.getElementById(DESK_HEADING_ID)?.focus({ preventScroll: true });
    };
  }, []);

  async function start() {
    setBusy(true);
    const outcome = await callApi<ClaimedReview>('POST', `/api/attempts/${attemptId}/reviews`);
    setBusy(false);
    setProblem(outcome.problem);
    if (outcome.problem === null) showDesk(() => router.refresh());
  }

  return (
    <>
      <Button ref={button} variant="primary" busy={busy || isShowing} onClick={() => void start()}>
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
