'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/review/call-api';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';

/** Goes to the review without marks of one's own: said once more, because it cannot be made up for. */
export function SkipMarks({ attemptId, name }: { attemptId: string; name: string }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function skip() {
    setBusy(true);
    const outcome = await callApi('PUT', `/api/attempts/${attemptId}/self-review`, { bands: {}, skipped: true });
    setBusy(false);
    setProblem(outcome.problem);
    if (outcome.problem === null) router.refresh();
  }

  return (
    <details className="mt-3">
      <summary className="text-link inline-block py-1">Read it without marking yourself</summary>
      <div className="mt-2 max-w-[66ch] border-l-2 border-rule pl-3">
        <p>
          Then there is no gap between your bands and those of {name} for this attempt, and none in your progress. Once
          you have read the review, you can no longer mark yourself.
        </p>
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button busy={busy} disabled={!hydrated} onClick={() => void skip()}>
            Show the review
          </Button>
          <span role="alert" className="text-danger empty:hidden">
            {problem}
          </span>
        </p>
      </div>
    </details>
  );
}
