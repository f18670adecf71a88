'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { deleteAt } from './delete-request';
import { forgetOnDevice, forgetPerson } from './forget-on-device';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Deletes the person with all their work, after a typed word; then goes home as a stranger. */
export function DeleteEverything({
  personId,
  attemptIds,
  caseCount,
}: {
  personId: string;
  attemptIds: readonly string[];
  caseCount: number;
}) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  async function removeAll(): Promise<string | null> {
    const problem = await deleteAt('/api/me');
    if (problem !== null) return problem;
    await forgetOnDevice(attemptIds);
    await forgetPerson(personId);
    window.location.assign('/');
    return null;
  }

  return (
    <>
      <Button ref={button} variant="danger" onClick={() => setAsking(true)}>
        Delete everything
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete everything you have done here?"
        confirmLabel="Delete everything"
        keepLabel="Keep everything"
        typedWord="delete"
        onConfirm={removeAll}
        returnTo={button}
      >
        <p>
          {plural(attemptIds.length, 'attempt', 'attempts')} at {plural(caseCount, 'case', 'cases')}, with every answer,
          every earlier save, all times, hints and marks, and the session in this browser.
        </p>
        <p className="text-muted">It cannot be undone. Export all first if you want to keep a copy.</p>
      </ConfirmDialog>
    </>
  );
}
