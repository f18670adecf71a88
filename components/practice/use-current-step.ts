'use client';

import { useEffect, useState } from 'react';
import { isStepId, type StepId } from '@/lib/core/steps';

function stepFromHash(): StepId {
  const hash = window.location.hash.slice(1);
  return isStepId(hash) ? hash : 'clarify';
}

/** The step on the screen. It is kept in the address, so that a reload, a bookmark and "back" find it again. */
export function useCurrentStep(): readonly [StepId, (step: StepId) => void] {
  const [step, setStep] = useState<StepId>('clarify');
  useEffect(() => {
    const read = () => setStep(stepFromHash());
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return [
    step,
    (next) => {
      window.location.hash = next;
    },
  ];
}
