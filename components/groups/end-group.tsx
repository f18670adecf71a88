'use client';

import { ConfirmButton } from './confirm-button';

// Anew from the server: what the group gave is gone from every page.
const toGroups = () => {
  window.location.assign('/groups');
  return null;
};

export function DeleteGroup({
  groupId,
  name,
  memberCount,
  assignmentCount,
}: {
  groupId: string;
  name: string;
  memberCount: number;
  assignmentCount: number;
}) {
  const people = memberCount === 1 ? 'Its one person leaves it' : `Its ${memberCount} people leave it`;
  const assignments = assignmentCount === 1 ? '1 assignment goes' : `${assignmentCount} assignments go`;
  return (
    <ConfirmButton
      label="Delete the group"
      variant="danger"
      title={`Delete ${name}?`}
      confirmLabel="Delete the group"
      busyLabel="Deleting"
      keepLabel="Keep it"
      method="DELETE"
      address={`/api/groups/${groupId}`}
      goneIsDone
      onDone={toGroups}
    >
      <p>
        {people}
        {assignmentCount > 0 && `, ${assignments}`}, and what was shared with it leaves the coaches’ queues. There is no
        way back.
      </p>
      <p className="text-muted">Attempts stay with whoever made them, and reviews with those who wrote and got them.</p>
    </ConfirmButton>
  );
}

export function LeaveGroup({ groupId, name, userId }: { groupId: string; name: string; userId: string }) {
  return (
    <ConfirmButton
      label="Leave the group"
      variant="danger"
      title={`Leave ${name}?`}
      confirmLabel="Leave the group"
      busyLabel="Leaving"
      keepLabel="Stay"
      method="DELETE"
      address={`/api/groups/${groupId}/members/${userId}`}
      goneIsDone
      onDone={toGroups}
    >
      <p>
        What you shared with it leaves its coaches’ queues at once, and its assignments are no longer on your pages.
      </p>
      <p className="text-muted">Your attempts and your reviews stay yours. To come back you need the invite link.</p>
    </ConfirmButton>
  );
}
