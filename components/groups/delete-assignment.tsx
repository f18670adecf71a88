'use client';

import { useRouter } from 'next/navigation';
import { ConfirmButton } from './confirm-button';
import { ASSIGNMENTS_ID } from './element-ids';

/** Takes an assignment back, after asking once. */
export function DeleteAssignment({
  groupId,
  assignmentId,
  title,
}: {
  groupId: string;
  assignmentId: string;
  title: string;
}) {
  const router = useRouter();
  return (
    <span className="no-print">
      <ConfirmButton
        label="Delete"
        accessibleLabel={`Delete the assignment of ${title}`}
        variant="plain"
        size="small"
        title="Delete this assignment?"
        confirmLabel="Delete assignment"
        busyLabel="Deleting"
        keepLabel="Keep it"
        method="DELETE"
        address={`/api/groups/${groupId}/assignments/${assignmentId}`}
        goneIsDone
        onDone={() => {
          router.refresh();
          return document.getElementById(ASSIGNMENTS_ID);
        }}
      >
        <p>{title} is no longer assigned, and how far each has come is no longer shown.</p>
        <p className="text-muted">Attempts stay with whoever made them, and what was shared stays in the queue.</p>
      </ConfirmButton>
    </span>
  );
}
