'use client';

import { useEffect, useState } from 'react';
import { isStepId, type StepId } from '@/lib/core/steps';

/**
 * The step on the screen. It is kept in the address, so that a reload, a bookmark and "back" find it again.
 *
 * @param steps those of the attempt; the first stands when the address names none of them
 */
export function useCurrentStep(steps: readonly StepId[]): readonly [StepId, (step: StepId) => void] {
  const first = steps[0] ?? 'clarify';
  const [step, setStep] = useState<StepId>(first);
  const known = steps.join(' ');
  useEffect(() => {
    const read = () => {
      const hash = window.location.hash.slice(1);
      setStep(isStepId(hash) && known.split(' ').includes(hash) ? hash : first);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [known, first]);
  return [
    step,
    (next) => {
      // At once: the browser tells of a new address later, and a second press of a key meanwhile would count from the old step.
      setStep(next);
      window.location.hash = next;
    },
  ];
}
