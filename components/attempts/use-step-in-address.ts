'use client';

import { useEffect, useState } from 'react';
import { isStepId, type StepId } from '@/lib/core/steps';

/**
 * The step that the address names (`#data`), so that going back in the browser goes back a step.
 *
 * @param steps those that there are; the first stands when the address names none of them
 */
export function useStepInAddress(steps: readonly StepId[]) {
  const [current, setCurrent] = useState<StepId>(steps[0] ?? 'clarify');
  const known = steps.join(' ');
  useEffect(() => {
    function read() {
      const named = window.location.hash.slice(1);
      if (!isStepId(named) || !known.split(' ').includes(named)) return;
      setCurrent(named);
      // The step was hidden when the browser looked for it, so it has to be brought into view again.
      requestAnimationFrame(() => document.getElementById(named)?.scrollIntoView());
    }
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [known]);
  return { current, setCurrent };
}
