'use client';

import { useEffect, useState } from 'react';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptList, AttemptSummary } from '@/lib/core/api-types';
import { attemptName } from '@/lib/core/attempt';

/** The reader's attempts at a case. The page around it is the same for everyone, so this part is fetched. */
export function AttemptsAtCase({ caseSlug }: { caseSlug: string }) {
  const [attempts, setAttempts] = useState<readonly AttemptSummary[]>([]);
  useEffect(() => {
    const request = new AbortController();
    fetch(`/api/attempts?case=${encodeURIComponent(caseSlug)}`, { signal: request.signal })
      .then(async (response) => (response.ok ? ((await response.json()) as AttemptList).attempts : []))
      .then(setAttempts)
      // The list is a convenience: without it the page still does what it is for.
      .catch(() => {});
    return () => request.abort();
  }, [caseSlug]);
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="your-attempts" className="mt-10">
      <h2 id="your-attempts" className="font-reading text-title font-semibold">
        Your attempts
      </h2>
      <ul className="mt-3 divide-y divide-rule border-y border-rule">
        {attempts.map((attempt) => (
          <li key={attempt.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2.5">
            <a
              href={attempt.submittedAt ? `/attempts/${attempt.id}` : `/practice/${attempt.id}`}
              className="text-link font-medium"
            >
              {attempt.submittedAt ? 'Open' : 'Continue'}:{' '}
              {attemptName(attempt).replace(/^./, (first) => first.toLowerCase())}
            </a>
            <span className="text-muted tabular-nums">{Math.round(attempt.activeMs / 60_000)} min spent</span>
            {attempt.caseState === 'changed' && <span className="text-muted">The case has changed since</span>}
            <span className="text-muted sm:ml-auto">
              <LocalTime iso={attempt.submittedAt ?? attempt.updatedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
