import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { NOT_BEGUN } from '@/lib/core/review/assignment-progress';
import type { MemberView, Progress } from '@/lib/core/review/group-api';
import { RemindMember } from './remind-member';
import { StageBar } from './stage-bar';

const STATE_NAMES: Readonly<Record<Progress['state'], string>> = {
  none: 'Not begun',
  started: 'Started',
  submitted: 'Submitted, not shared',
  shared: 'Shared',
  reviewed: 'Reviewed',
};

/** Whoever the assignment is for: the members, and coaches who work it too. */
export function assignees(
  members: readonly MemberView[],
  progress: Readonly<Record<string, Progress>>,
): readonly MemberView[] {
  return members.filter(({ role, userId }) => role === 'member' || userId in progress);
}

/** How far each has come with an assignment, with a way to what is shared. */
export function ProgressTable({
  groupId,
  assignmentId,
  title,
  members,
  progress,
}: {
  groupId: string;
  assignmentId: string;
  /** Of the case. */
  title: string;
  members: readonly MemberView[];
  progress: Readonly<Record<string, Progress>>;
}) {
  const cell = 'py-2 pr-4 align-top font-normal last:pr-0';
  return (
    <table className="mt-3 w-full border-collapse text-left">
      <caption className="sr-only">How far each has come with {title}</caption>
      <thead>
        <tr className="border-b border-rule text-small text-muted">
          <th scope="col" className={`${cell} w-2/5`}>
            Member
          </th>
          <th scope="col" className={cell}>
            How far
          </th>
          <th scope="col" className={`${cell} no-print text-right`}>
            <span className="sr-only">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-rule">
        {assignees(members, progress).map(({ userId, name, isMe }) => {
          const { state, at, attemptId } = progress[userId] ?? NOT_BEGUN;
          return (
            <tr key={userId}>
              <th scope="row" className={`${cell} wrap-anywhere`}>
                <bdi>{name}</bdi>
              </th>
              <td className={cell}>
                <span className={state === 'none' ? 'text-muted' : ''}>{STATE_NAMES[state]}</span>
                {at !== null && (
                  <span className="text-muted">
                    {' '}
                    <LocalTime iso={at} />
                  </span>
                )}
                <span className="block">
                  <StageBar state={state} />
                </span>
              </td>
              <td className={`${cell} no-print text-right`}>
                {attemptId !== null && !isMe && (
                  <Link
                    href={`/review/${attemptId}`}
                    prefetch={false}
                    aria-label={`${state === 'reviewed' ? 'Open' : 'Review'} the attempt of ${name}`}
                    className={buttonClass(state === 'reviewed' ? 'quiet' : 'primary', 'small')}
                  >
                    {state === 'reviewed' ? 'Open' : 'Review'}
                  </Link>
                )}
                {attemptId === null && !isMe && (
                  <RemindMember groupId={groupId} assignmentId={assignmentId} userId={userId} name={name} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
