import { LEVEL_NAMES, MODE_NAMES } from '@/lib/core/attempt';
import { type AssignmentView, type MemberView, type Progress, progressStates } from '@/lib/core/review/group-api';
import { MAX_NUDGES } from '@/lib/core/review/nudge';
import { DeleteAssignment } from './delete-assignment';
import { DueTime } from './due-time';
import { assignees, ProgressTable } from './progress-table';

const COUNT_NAMES: Readonly<Record<Progress['state'], string>> = {
  none: 'not begun',
  started: 'started',
  submitted: 'submitted',
  shared: 'to review',
  reviewed: 'reviewed',
};

/** How many are where: `2 to review, 1 started, 3 not begun`. Those who came furthest first. */
function countsText(members: readonly MemberView[], progress: Readonly<Record<string, Progress>>): string {
  const states = assignees(members, progress).map(({ userId }) => progress[userId]?.state ?? 'none');
  const parts = [...progressStates].reverse().flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [`${count} ${COUNT_NAMES[state]}`];
  });
  return parts.join(', ') || 'The group has no members yet';
}

/** An assignment as the coaches see it. `nowMs`: when the page was made. */
export function LedAssignment({
  groupId,
  assignment,
  members,
  progress,
  startsOpen,
  nowMs,
}: {
  groupId: string;
  assignment: AssignmentView;
  members: readonly MemberView[];
  progress: Readonly<Record<string, Progress>>;
  startsOpen: boolean;
  nowMs: number;
}) {
  const { id, caseSlug, caseTitle, mode, level, dueAt, note } = assignment;
  const title = caseTitle ?? caseSlug;
  const isDone = assignees(members, progress).every(({ userId }) =>
    ['submitted', 'shared', 'reviewed'].includes(progress[userId]?.state ?? 'none'),
  );
  return (
    <li className="py-5">
      <div className="flex items-start justify-between gap-x-4">
        <div className="min-w-0">
          <h3 className="text-large font-semibold">{title}</h3>
          <p className="tabular-nums">
            <span className="text-muted">
              {MODE_NAMES[mode]}, {LEVEL_NAMES[level].toLowerCase()} ·{' '}
            </span>
            <DueTime dueAt={dueAt} isOpen={!isDone} nowMs={nowMs} />
            {caseTitle === null && <span className="text-muted"> · this case is no longer here</span>}
          </p>
        </div>
        <DeleteAssignment groupId={groupId} assignmentId={id} title={title} />
      </div>
      {note !== '' && (
        <p dir="auto" className="mt-2 max-w-[66ch] border-l-2 border-rule pl-3 whitespace-pre-wrap wrap-anywhere">
          {note}
        </p>
      )}
      <details open={startsOpen} className="mt-3">
        <summary className="w-fit">
          <span className="pl-1 tabular-nums">{countsText(members, progress)}</span>
        </summary>
        <ProgressTable groupId={groupId} assignmentId={id} title={title} members={members} progress={progress} />
        <p className="no-print mt-2 text-small text-muted">
          A member is reminded once a day and {MAX_NUDGES} times in all. An attempt opens for you once it is shared with
          the group.
        </p>
      </details>
    </li>
  );
}
