import Link from 'next/link';
import { namesInWords } from '@/components/received/review-news';
import { LocalTime } from '@/components/ui/local-time';

interface Reviewed {
  readonly attemptId: string;
  readonly caseSlug: string;
  readonly caseTitle: string | null;
  readonly coachNames: readonly string[];
  readonly publishedAt: string;
  readonly openComments: number | null;
}

function stateText(openComments: number | null): string {
  if (openComments === null) return 'mark yourself, then read it';
  return openComments === 1 ? '1 comment open' : `${openComments} comments open`;
}

/** The reviewed attempts that still ask for something: a review to read, or comments that are open. */
export function OpenComments({ attempts }: { attempts: readonly Reviewed[] }) {
  const asking = attempts.filter(({ openComments }) => openComments !== 0);
  if (asking.length === 0) return <p className="text-muted">No comment on your attempts is open.</p>;
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {asking.map(({ attemptId, caseSlug, caseTitle, coachNames, publishedAt, openComments }) => (
        <li key={attemptId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2.5">
          <Link href={`/attempts/${attemptId}/reviews`} prefetch={false} className="text-link font-medium">
            {caseTitle ?? caseSlug}
          </Link>
          <span className="tabular-nums">{stateText(openComments)}</span>
          <span className="min-w-0 truncate text-muted sm:ml-auto">
            {namesInWords(coachNames)}, <LocalTime iso={publishedAt} show="day" />
          </span>
        </li>
      ))}
    </ul>
  );
}
