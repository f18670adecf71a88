'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { STEPS, type StepId } from '@/lib/core/steps';
import { useDesk } from './desk-context';

/** Where the suggestions of a step are: being looked for, not to be had, or there, and then what they are worth. */
export function SuggestionNote({ step }: { step: StepId }) {
  const { suggesting, suggestions, actions, expectations } = useDesk();
  if (!suggesting || !actions) return null;
  const { looking, failed } = suggesting;
  if (failed?.steps.includes(step)) {
    return (
      <div role="alert" className="no-print mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
        <span>No suggestions for now. {failed.problem}</span>
        <Button
          size="small"
          aria-label={`Try again to look for suggestions: ${STEPS[step].title}`}
          onClick={failed.again}
        >
          Try again
        </Button>
      </div>
    );
  }
  if (looking.includes(step)) {
    return (
      <p className="no-print mt-1 text-small text-muted">
        {looking[0] === step ? 'Looking for words to suggest. You need not wait.' : 'Suggestions follow.'}
      </p>
    );
  }
  const some = expectations.some((one) => one.step === step && suggestions[one.key]);
  return (
    <p className="no-print mt-1 text-small text-muted">
      {some ? 'Suggested words mark nothing until you accept them. ' : 'There are no words to suggest. '}
      <Link href="/how-feedback-works" prefetch={false} className="text-link">
        How feedback works
      </Link>
    </p>
  );
}
