'use client';

import { type RefObject, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import { isPage } from '@/lib/core/answer';
import type { Problem } from '@/lib/core/api-types';
import { type AnswerSlot, PAGE_SLOT } from '@/lib/core/attempt';
import { isBlank } from '@/lib/core/passages';
import { STEPS } from '@/lib/core/steps';
import { countUntagged } from '@/lib/core/tag-units';
import type { AnswerSaver } from '../saving/answer-saver';
import { submittedKey } from '../saving/device-keys';
import type { StepClock } from './step-clock';

/** Leaves word for the page that opens, which takes the focus to its heading: a new document begins with none. */
function rememberSubmitted(attemptId: string): void {
  try {
    sessionStorage.setItem(submittedKey, attemptId);
  } catch {
    // Without storage the focus begins at the top of the page.
  }
}

/** The sentences of a page that no step has; null for answers step by step, and when every one has its step. */
function untaggedOf(saver: AnswerSaver, slots: readonly AnswerSlot[]) {
  const page = slots.includes(PAGE_SLOT) ? saver.stateOf(PAGE_SLOT).draft : null;
  const count = page !== null && isPage(page) ? countUntagged(page.text, page.tags) : null;
  return count === null || count.untagged === 0 ? null : count;
}

/** Asks before the attempt is frozen, saves what is left, submits, and opens the comparison. */
export function SubmitDialog({
  open,
  onClose,
  attemptId,
  slots,
  saver,
  clock,
  sentences,
  onTag,
}: {
  open: boolean;
  onClose: () => void;
  attemptId: string;
  slots: readonly AnswerSlot[];
  saver: AnswerSaver;
  clock: StepClock;
  /** The list that takes the focus when the person goes back to tag sentences. */
  sentences: RefObject<HTMLElement | null>;
  /** Closes this and shows the list. */
  onTag: () => void;
}) {
  const [goesToTagging, setGoesToTagging] = useState(false);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const empty = slots.filter((slot) => isBlank(slot, saver.stateOf(slot).draft));
  const names = empty.map((slot) => (slot === 'page' ? 'the page' : STEPS[slot].title));

  const untagged = open ? untaggedOf(saver, slots) : null;

  function tag() {
    setGoesToTagging(true);
    onTag();
  }

  function close() {
    setGoesToTagging(false);
    onClose();
  }

  async function submit() {
    setWorking(true);
    setError(null);
    const problem = await trySubmit();
    if (problem === null) {
      rememberSubmitted(attemptId);
      window.location.assign(`/attempts/${attemptId}`);
    } else {
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
    <DialogFrame
      open={open}
      onClose={close}
      title="Submit this attempt?"
      width="520px"
      {...(goesToTagging ? { returnTo: sentences } : {})}
    >
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
        {untagged && (
          <p>
            <strong className="font-medium tabular-nums">
              {untagged.untagged} of {untagged.all} {untagged.all === 1 ? 'sentence' : 'sentences'}
            </strong>{' '}
            {untagged.untagged === 1 ? 'has' : 'have'} no step yet. What has no step stands beside no worked answer.
          </p>
        )}
        <p role="alert" className="text-danger empty:hidden">
          {error}
        </p>
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button disabled={working} onClick={close}>
            Keep writing
          </Button>
          {untagged && (
            <Button disabled={working} onClick={tag}>
              Tag with steps
            </Button>
          )}
          <Button variant="primary" busy={working} onClick={() => void submit()}>
            {working ? 'Submitting' : 'Submit attempt'}
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}
