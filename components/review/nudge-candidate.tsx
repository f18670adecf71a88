'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Nudged } from '@/lib/core/review/nudge';
import { callApi } from './call-api';

/** Reminds a candidate of the comments that wait for an answer: once a day, three times in all. */
export function NudgeCandidate({
  attemptId,
  name,
  size,
}: {
  attemptId: string;
  name: string;
  size: 'small' | 'regular';
}) {
  const [state, setState] = useState<'idle' | 'working' | 'sent'>('idle');
  const [problem, setProblem] = useState<string | null>(null);

  async function nudge() {
    setState('working');
    const outcome = await callApi<Nudged>('POST', `/api/attempts/${attemptId}/nudges`, { about: 'replies' });
    setProblem(outcome.problem);
    setState(outcome.problem === null ? 'sent' : 'idle');
  }

  return (
    <div>
      <Button
        size={size}
        busy={state !== 'idle'}
        onClick={() => void nudge()}
        aria-label={state === 'sent' ? `Reminded: ${name}` : `Remind of the comments: ${name}`}
      >
        {state === 'sent' ? 'Reminded' : 'Remind of the comments'}
      </Button>
      <p role="status" className="text-muted empty:hidden">
        {problem}
      </p>
    </div>
  );
}
