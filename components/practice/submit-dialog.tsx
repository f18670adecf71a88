'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import type { Problem } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';
import { isBlank } from '@/lib/core/passages';
import { STEPS } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import type { StepClock } from './step-clock';

/** Asks before the attempt is frozen, saves what is left, submits, and opens the comparison. */
export function SubmitDialog({
  open,
  onClose,
  attemptId,
  slots,
  saver,
  clock,
}: {
  open: boolean;
  onClose: () => void;
  attemptId: string;
  slots: readonly AnswerSlot[];
  saver: AnswerSaver;
  clock: StepClock;
}) {
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const empty = slots.filter((slot) => isBlank(slot, saver.stateOf(slot).draft));
  const names = empty.map((slot) => (slot === 'page' ? 'the page' : STEPS[slot].title));

  async function submit() {
    setWorking(true);
    setError(null);
    const problem = await trySubmit();
    if (problem === null) window.location.assign(`/attempts/${attemptId}`);
    else {
      setError(problem);
      setWorking(false);
    }
  }

  async function trySubmit(): Promise<string | null> {
    const saved = await saver.flush();
    if (!saved) {
      return slots.some((slot) => saver.stateOf(slot).conflict)
        ? 'One answer was saved in two places. Close this, choose which text to keep, then submit.'
        : 'Not everything could be saved, so nothing was submitted. Your text is on this device; try again when the server can be reached.';
    }
    await clock.send();
    try {
      const response = await fetch(`/api/attempts/${attemptId}/submit`, { method: 'POST' });
      if (response.ok) {
        clock.end();
        return null;
      }
      return ((await response.json()) as Problem).detail;
    } catch {
      return 'The server cannot be reached. Everything is saved and nothing was submitted; try again later.';
    }
  }

  return (
    <DialogFrame open={open} onClose={onClose} title="Submit this attempt?" width="480px">
      <div className="space-y-3 px-5 py-4">
        <p>
          Your answers are frozen as they are and open beside the worked answer. You can read them, print them and
          export them, and start another attempt whenever you like.
        </p>
        {empty.length > 0 && (
          <p>
            Nothing is written in: <strong className="font-medium">{names.join(', ')}</strong>.
          </p>
        )}
        <p role="alert" className="text-danger empty:hidden">
          {error}
        </p>
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button disabled={working} onClick={onClose}>
            Keep writing
          </Button>
          <Button variant="primary" busy={working} onClick={() => void submit()}>
            {working ? 'Submitting' : 'Submit attempt'}
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}
