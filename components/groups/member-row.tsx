'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useRequest } from '@/components/account/use-request';
import { LocalTime } from '@/components/ui/local-time';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type MemberStanding, may } from '@/lib/core/review/access';
import type { MemberView } from '@/lib/core/review/group-api';
import { ConfirmButton } from './confirm-button';
import { PEOPLE_ID } from './element-ids';

const ROLE_NAMES = { coach: 'Coach', member: 'Member' } as const;

const roleOf = ({ role, isOwner }: Pick<MemberView, 'role' | 'isOwner'>) => (isOwner ? 'owner' : role);

function RoleChoice({ address, member }: { address: string; member: MemberView }) {
  const router = useRouter();
  const hydrated = useHydrated();
  const { working, error, run } = useRequest();
  const [isShowing, show] = useTransition();
  const [chosen, setChosen] = useState<string | null>(null);

  async function choose(role: string) {
    setChosen(role);
    const outcome = await run('PUT', address, { role });
    if (!outcome.ok) {
      setChosen(null);
      return;
    }
    // Let go in the moment in which the page says it itself.
    show(() => {
      router.refresh();
      setChosen(null);
    });
  }

  const isBusy = working || isShowing;
  return (
    <>
      <select
        aria-label={`Role of ${member.name}`}
        value={chosen ?? member.role}
        disabled={!hydrated}
        aria-busy={isBusy}
        onChange={(event) => void choose(event.target.value)}
        className="field-box h-7 w-auto py-0 text-small"
      >
        {Object.entries(ROLE_NAMES).map(([role, name]) => (
          <option key={role} value={role}>
            {name}
          </option>
        ))}
      </select>
      <p role="alert" className="basis-full text-danger empty:hidden">
        {error}
      </p>
    </>
  );
}

/** One of a group's people: who, since when, as what; and what the reader may change of it. */
export function MemberRow({
  groupId,
  groupName,
  member,
  me,
}: {
  groupId: string;
  groupName: string;
  member: MemberView;
  me: MemberView;
}) {
  const router = useRouter();
  const standing: MemberStanding = {
    isGuest: false,
    role: roleOf(me),
    isSelf: member.isMe,
    target: roleOf(member),
  };
  const address = `/api/groups/${groupId}/members/${member.userId}`;
  const canChange = may(member.role === 'coach' ? 'make-member' : 'make-coach', standing);
  const role = member.isOwner ? 'Owner and coach' : ROLE_NAMES[member.role];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-32">
        <p className="wrap-anywhere">
          <bdi className="font-medium">{member.name}</bdi>
          {member.isMe && <span className="text-muted"> (you)</span>}
        </p>
        <p className="text-muted">
          Since <LocalTime iso={member.joinedAt} show="day" />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {canChange ? (
          <>
            <span className="no-print">
              <RoleChoice address={address} member={member} />
            </span>
            <span className="hidden print:inline">{role}</span>
          </>
        ) : (
          <span className="text-muted">{role}</span>
        )}
        {!member.isMe && may('remove-member', standing) && (
          <span className="no-print">
            <ConfirmButton
              label="Remove"
              accessibleLabel={`Remove ${member.name}`}
              variant="plain"
              size="small"
              title={`Remove ${member.name}?`}
              confirmLabel="Remove from the group"
              busyLabel="Removing"
              keepLabel="Keep them"
              method="DELETE"
              address={address}
              goneIsDone
              onDone={() => {
                router.refresh();
                return document.getElementById(PEOPLE_ID);
              }}
            >
              <p>
                What they shared with {groupName} leaves its coaches’ queues at once, and they see the group’s
                assignments no more.
              </p>
              <p className="text-muted">
                Their attempts and reviews stay theirs. The invite link would let them in again; make a new one if it
                should not.
              </p>
            </ConfirmButton>
          </span>
        )}
      </div>
    </li>
  );
}
