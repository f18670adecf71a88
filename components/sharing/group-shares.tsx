'use client';

import Link from 'next/link';
import type { ShareList } from '@/lib/core/review/share-api';
import { GroupShareRow, type OwnGroup } from './group-share-row';

/** One's groups, and with which of them the attempt is shared. */
export function GroupShares({
  attemptId,
  groups,
  shared,
  onChange,
}: {
  attemptId: string;
  groups: readonly OwnGroup[];
  shared: ShareList['groups'];
  onChange: (groupId: string, shared: ShareList['groups'][number] | null) => void;
}) {
  if (groups.length === 0) {
    return (
      <p>
        You are in no group.{' '}
        <Link href="/groups" prefetch={false} className="text-link">
          What groups are for
        </Link>
      </p>
    );
  }
  return (
    <ul aria-label="Your groups" className="-my-3 divide-y divide-rule">
      {groups.map((group) => (
        <GroupShareRow
          key={group.id}
          attemptId={attemptId}
          group={group}
          shared={shared.find(({ groupId }) => groupId === group.id) ?? null}
          onChange={(next) => onChange(group.id, next)}
        />
      ))}
    </ul>
  );
}
