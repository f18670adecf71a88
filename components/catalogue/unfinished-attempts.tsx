import Link from 'next/link';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptSummary } from '@/lib/core/api-types';
import { attemptName } from '@/lib/core/attempt';

/** Where the reader left off, latest first. */
export function UnfinishedAttempts({ attempts }: { attempts: readonly AttemptSummary[] }) {
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="unfinished" className="mb-14">
      <h2 id="unfinished" className="font-reading text-title font-semibold">
        Continue where you left off
      </h2>
      <ul className="mt-3 divide-y divide-rule border-y border-rule">
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <Link
              href={`/practice/${attempt.id}`}
              prefetch={false}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 hover:text-accent"
            >
              <span className="text-large font-medium">{attempt.caseTitle ?? attempt.caseSlug}</span>
              <span className="text-muted">{attemptName(attempt)}</span>
              <span className="text-muted tabular-nums">
                {attempt.answeredSlots} of {attempt.totalSlots}{' '}
                {attempt.totalSlots > 1 ? 'steps' : attempt.onlyStep ? 'step' : 'page'} begun
              </span>
              <span className="text-muted sm:ml-auto">
                <LocalTime iso={attempt.updatedAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
