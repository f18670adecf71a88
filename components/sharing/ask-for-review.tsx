'use client';

import { useState } from 'react';
import { Part } from '@/components/ui/part';
import type { ShareList as Shares } from '@/lib/core/review/share-api';
import type { OwnGroup } from './group-share-row';
import { GroupShares } from './group-shares';
import { RemindCoaches } from './remind-coaches';
import { ShareForm } from './share-form';
import { ShareList, stateOf } from './share-list';

/** Everything by which a submitted attempt comes to coaches: links, groups, reminders. `nowMs`: when the page was made. */
export function AskForReview({
  attemptId,
  given,
  groups,
  nowMs,
}: {
  attemptId: string;
  given: Shares;
  groups: readonly OwnGroup[];
  nowMs: number;
}) {
  const [shares, setShares] = useState(given.shares);
  const [shared, setShared] = useState(given.groups);
  const [freshId, setFreshId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const isWithCoaches =
    shared.length > 0 || shares.some((share) => stateOf(share, nowMs) === 'open' && share.opened.length > 0);
  return (
    <>
      <Part
        id="by-link"
        level="h3"
        title="By a link"
        text="Whoever has the link and an account can take the attempt into their queue."
      >
        <ShareForm
          attemptId={attemptId}
          onMade={(share) => {
            setShares((old) => [{ ...share, opened: [] }, ...old]);
            setFreshId(share.id);
            setSaid('The link is made. Copy it and send it to your coach.');
          }}
        />
        <p role="status" className="mt-4 empty:hidden">
          {said}
        </p>
        <ShareList
          shares={shares}
          nowMs={nowMs}
          freshId={freshId}
          onRevoked={({ id }) => {
            const revokedAt = new Date().toISOString();
            setShares((old) => old.map((share) => (share.id === id ? { ...share, revokedAt, opened: [] } : share)));
            setSaid('The link is revoked.');
          }}
        />
      </Part>
      <Part id="by-group" level="h3" title="With a group" text="It comes into the queue of the group’s coaches.">
        <GroupShares
          attemptId={attemptId}
          groups={groups}
          shared={shared}
          onChange={(groupId, next) =>
            setShared((old) => [...old.filter((one) => one.groupId !== groupId), ...(next ? [next] : [])])
          }
        />
      </Part>
      {isWithCoaches && (
        <Part id="remind" level="h3" title="Reminder" text="To those who have it and have not reviewed it.">
          <RemindCoaches attemptId={attemptId} />
        </Part>
      )}
    </>
  );
}
