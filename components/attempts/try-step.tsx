'use client';

import { useState } from 'react';
import { startAttempt } from '@/components/catalogue/start-attempt';
import { Button } from '@/components/ui/button';
import { STEPS, type StepId } from '@/lib/core/steps';
import { useBoard } from './board-context';

/**
 * Starts a small attempt at one step, which follows this one.
 *
 * @param props.quiet in a long list, where it must not shout
 */
export function TryStep({ step, about, quiet = false }: { step: StepId; about?: string; quiet?: boolean }) {
  const { again } = useBoard();
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<string | null>(null);
  if (!again) return null;

  async function start() {
    setStarting(true);
    setError(null);
    const problem = await startAttempt({ ...again, onlyStep: step });
    if (problem === null) return;
    setError(problem);
    setStarting(false);
  }

  const text = starting ? 'Starting' : 'Try this step again';
  const label = `${text}: ${STEPS[step].title}${about ? `, for ${about}` : ''}`;
  return (
    <>
      {quiet ? (
        <button
          type="button"
          className="text-link min-h-6 text-small"
          aria-label={label}
          aria-disabled={starting || undefined}
          onClick={() => !starting && void start()}
        >
          {text}
        </button>
      ) : (
        <Button size="small" busy={starting} aria-label={label} onClick={() => void start()}>
          {text}
        </Button>
      )}
      <span role="alert" className="text-danger empty:hidden">
        {error}
      </span>
    </>
  );
}
