import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import type { AssignedCase } from '@/lib/core/review/group-api';
import { DueTime } from './due-time';
import { ShareAssigned } from './share-assigned';
import { StartAssigned } from './start-assigned';

/** Where I am with it, in words. */
function Standing({ assigned: { mine } }: { assigned: AssignedCase }) {
  const time = mine.at !== null && <LocalTime iso={mine.at} />;
  switch (mine.state) {
    case 'none':
      return null;
    case 'started':
      return <>Started {time}</>;
    case 'submitted':
      return <>Submitted, not yet shared with the group</>;
    case 'shared':
      return <>Shared {time}, waiting for a review</>;
    case 'reviewed':
      return <>Reviewed {time}</>;
  }
}

function Open({ href, title, words }: { href: string; title: string; words: string }) {
  return (
    <Link href={href} prefetch={false} aria-label={`${words}: ${title}`} className={buttonClass('quiet', 'small')}>
      {words}
    </Link>
  );
}

/** What to do next with it. */
function NextStep({ assigned }: { assigned: AssignedCase }): ReactNode {
  const { mine, caseTitle, caseSlug, groupId } = assigned;
  const title = caseTitle ?? caseSlug;
  switch (mine.state) {
    case 'none':
      return caseTitle === null ? (
        <span className="text-muted">This case is no longer here.</span>
      ) : (
        <StartAssigned assignment={assigned} />
      );
    case 'started':
      return (
        <a
          href={`/practice/${mine.attemptId}`}
          aria-label={`Continue ${title}`}
          className={buttonClass('primary', 'small')}
        >
          Continue
        </a>
      );
    case 'submitted':
      return (
        <>
          <Open href={`/attempts/${mine.attemptId}`} title={title} words="Open" />
          <ShareAssigned attemptId={mine.attemptId ?? ''} groupId={groupId} title={title} />
        </>
      );
    case 'shared':
      return <Open href={`/attempts/${mine.attemptId}`} title={title} words="Open" />;
    case 'reviewed':
      return <Open href={`/attempts/${mine.attemptId}/reviews`} title={title} words="Read the review" />;
  }
}

/** What one's groups have assigned. `withGroup`: on a page about more than one group. `nowMs`: when the page was made. */
export function AssignedList({
  assigned,
  withGroup,
  nowMs,
}: {
  assigned: readonly AssignedCase[];
  withGroup: boolean;
  nowMs: number;
}) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {assigned.map((one) => (
        <li key={one.id} className="py-4">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="text-large font-medium">
                {one.caseTitle === null ? (
                  one.caseSlug
                ) : (
                  <Link href={`/cases/${one.caseSlug}`} prefetch={false} className="hover:text-accent">
                    {one.caseTitle}
                  </Link>
                )}
              </p>
              <p className="text-muted">
                {MODE_NAMES[one.mode]}, {LEVEL_NAMES[one.level].toLowerCase()}
                {withGroup && (
                  <>
                    {' '}
                    ·{' '}
                    <Link href={`/groups/${one.groupId}`} prefetch={false} className="text-link wrap-anywhere">
                      <bdi>{one.groupName}</bdi>
                    </Link>
                  </>
                )}
              </p>
              <p className="tabular-nums">
                <DueTime
                  dueAt={one.dueAt}
                  isOpen={one.mine.state === 'none' || one.mine.state === 'started'}
                  nowMs={nowMs}
                />
                {one.mine.state !== 'none' && (
                  <>
                    <span className="text-muted"> · </span>
                    <Standing assigned={one} />
                  </>
                )}
              </p>
              {one.note !== '' && (
                <p
                  dir="auto"
                  className="mt-2 max-w-[66ch] border-l-2 border-rule pl-3 whitespace-pre-wrap wrap-anywhere"
                >
                  {one.note}
                </p>
              )}
            </div>
            <div className="flex flex-wrap gap-2">
              <NextStep assigned={one} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
