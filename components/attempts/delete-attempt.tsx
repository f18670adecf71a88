'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { LocalTime } from '@/components/ui/local-time';
import type { AttemptSummary } from '@/lib/core/api-types';
import { attemptName } from '@/lib/core/attempt';
import { deleteAt } from './delete-request';
import { forgetOnDevice } from './forget-on-device';

/** Deletes one attempt, after saying what goes with it. `place` tells apart two of one minute: "2 of 3". */
export function DeleteAttempt({
  attempt,
  place,
  onDeleted,
}: {
  attempt: AttemptSummary;
  place: string;
  onDeleted: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const title = attempt.caseTitle ?? attempt.caseSlug;
  const name = attemptName(attempt).replace(/^./, (first) => first.toLowerCase());

  async function remove(): Promise<string | null> {
    const problem = await deleteAt(`/api/attempts/${attempt.id}`);
    if (problem !== null) return problem;
    await forgetOnDevice([attempt.id]);
    onDeleted();
    return null;
  }

  return (
    <>
      <Button ref={button} size="small" variant="plain" onClick={() => setAsking(true)}>
        Delete
        <span className="sr-only">
          {' '}
          {title}, {name}, <LocalTime iso={attempt.submittedAt ?? attempt.updatedAt} show="moment" />, {place}
        </span>
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete this attempt?"
        confirmLabel="Delete attempt"
        keepLabel="Keep it"
        onConfirm={remove}
        returnTo={button}
      >
        <p>
          {title}, {name}, started <LocalTime iso={attempt.createdAt} show="moment" />.
        </p>
        <p className="text-muted">
          {attempt.totalSlots === 1
            ? `Its ${attempt.onlyStep ? 'step' : 'page'} with every earlier save`
            : `Its answers (${attempt.answeredSlots} of ${attempt.totalSlots} steps) with every earlier save`}
          , the time spent, the hints taken and your marks go for good. Export it first if you want to keep a copy.
        </p>
      </ConfirmDialog>
    </>
  );
}
