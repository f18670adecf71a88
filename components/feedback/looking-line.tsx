'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { STEPS, type StepId } from '@/lib/core/steps';
import type { Findings } from './use-findings';

/** After this one wonders what takes so long. */
const LONG_MS = 3000;

function useIsLong(step: StepId | undefined): boolean {
  const [long, setLong] = useState<StepId | null>(null);
  useEffect(() => {
    if (step === undefined) return;
    const timer = setTimeout(() => setLong(step), LONG_MS);
    return () => clearTimeout(timer);
  }, [step]);
  return step !== undefined && long === step;
}

/** What is going on: which step is looked through, why it may take a while, and how to give it up. */
export function LookingLine({ findings }: { findings: Findings }) {
  const [step] = findings.looking;
  const isLong = useIsLong(step);
  const count = findings.looking.length;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted empty:hidden">
      {step && (
        <>
          <span role="status">
            Looking through {STEPS[step].title}
            {count > 1 && `, ${count - 1} to follow`}.
            {isLong &&
              ' The first look after a while starts the encoder, which takes some seconds; or others are before you.'}
          </span>
          <Button size="small" variant="plain" onClick={findings.stop}>
            Stop looking
          </Button>
        </>
      )}
    </p>
  );
}

/** What could not be done, where it was asked for, and the same again. */
export function FindingsProblemLine({
  findings: { problem, askedIn },
  step,
  expectationId = null,
  onAgain,
}: {
  findings: Findings;
  /** Null in the summary of all steps. */
  step: StepId | null;
  /** Null for the step itself. */
  expectationId?: string | null;
  /** Does more than to look again. */
  onAgain?: () => void;
}) {
  const isLook = expectationId === null;
  const isHere =
    problem !== null &&
    problem.expectationId === expectationId &&
    (step === null ? askedIn === 'summary' : problem.step === step && (!isLook || askedIn === 'step'));
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-danger empty:hidden">
      {isHere && (
        <>
          <span>
            {isLook ? `${STEPS[problem.step].title} was not looked through. ` : 'Not saved. '}
            {problem.text}
          </span>
          <Button size="small" onClick={onAgain ?? problem.again}>
            Try again
          </Button>
        </>
      )}
    </div>
  );
}
