'use client';

import { useState } from 'react';
import { callApi } from '@/components/review/call-api';
import { useHydrated } from '@/components/ui/use-hydrated';
import { HELPED, type Helped } from '@/lib/core/review/review-words';

const WORDS: Readonly<Record<Helped, string>> = { helped: 'It helped', partly: 'Partly', not: 'It did not' };

/** The candidate's word on a review; the last one counts. */
export function RateReview({
  reviewId,
  coachName,
  helped,
}: {
  reviewId: string;
  coachName: string;
  helped: Helped | null;
}) {
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState(helped);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function rate(next: Helped) {
    const before = chosen;
    setChosen(next);
    setSaid('Saving');
    const outcome = await callApi('PUT', `/api/reviews/${reviewId}/rating`, { helped: next });
    setProblem(outcome.problem);
    setSaid(outcome.problem === null ? 'Saved' : '');
    if (outcome.problem !== null) setChosen(before);
  }

  return (
    <div className="no-print mt-5">
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="float-left mr-1 text-muted">
          Did it help<span className="sr-only">, the review of {coachName}</span>?
        </legend>
        {HELPED.map((one) => (
          <button
            key={one}
            type="button"
            className="desk-choice"
            disabled={!hydrated}
            aria-pressed={chosen === one}
            onClick={() => void rate(one)}
          >
            {WORDS[one]}
          </button>
        ))}
        <span role="status" className="min-w-12 text-small text-muted">
          {said}
        </span>
      </fieldset>
      <p role="alert" className="mt-1 text-danger empty:hidden">
        {problem}
      </p>
    </div>
  );
}
