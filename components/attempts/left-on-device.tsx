'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { Answer } from '@/lib/core/answer';
import type { AttemptDetail } from '@/lib/core/api-types';
import { type AnswerSlot, answerSlots, PAGE_SLOT } from '@/lib/core/attempt';
import { answerOf } from '@/lib/core/attempt-state';
import { isBlank, passagesOf } from '@/lib/core/passages';
import { isSameBody } from '@/lib/core/saving/same-body';
import { STEPS } from '@/lib/core/steps';
import { deleteDraft, listDrafts, type OutboxEntry } from '../saving/outbox';
import { fetchStored } from '../saving/save-transport';

/** A draft that the attempt was submitted without. */
interface LeftDraft {
  readonly entry: OutboxEntry;
  readonly slot: AnswerSlot;
  readonly answer: Answer;
}

/** What this device holds of the attempt and the server does not. Asks the server only when there is something. */
async function findLeft(attemptId: string): Promise<LeftDraft[]> {
  const entries = await listDrafts(attemptId);
  if (entries.length === 0) return [];
  const attempt = await fetchStored<AttemptDetail>(`/api/attempts/${attemptId}`);
  if (!attempt) return [];
  return answerSlots(attempt).flatMap((slot) =>
    entries.flatMap((entry) => {
      // Put there by the workspace of this attempt, in its mode.
      const answer = entry.body as Answer;
      const isPartOfIt = entry.slot !== slot || isSameBody(answer, answerOf(attempt, slot).answer);
      return isPartOfIt || isBlank(slot, answer) ? [] : [{ entry, slot, answer }];
    }),
  );
}

/**
 * Words that were typed into a submitted attempt and are not part of it: in another tab, or while nothing could be sent. The
 * workspace does not open any more, so this is where they can still be read.
 */
export function LeftOnDevice({ attemptId }: { attemptId: string }) {
  const [left, setLeft] = useState<readonly LeftDraft[]>([]);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    let isWanted = true;
    // Without storage nothing was kept, so nothing is missing here.
    const search = findLeft(attemptId).catch(() => []);
    void search.then((found) => isWanted && setLeft(found));
    return () => {
      isWanted = false;
    };
  }, [attemptId]);

  async function remove() {
    try {
      for (const { entry } of left) await deleteDraft(entry);
      setLeft([]);
      setSaid('The words that only this browser had are deleted.');
    } catch {
      setSaid('They could not be deleted: this browser does not let its storage be changed.');
    }
  }

  // The button goes with the words; the focus must not go with it.
  useEffect(() => {
    if (said !== '') status.current?.focus();
  }, [said]);

  return (
    <div className="no-print max-w-[760px]">
      {left.length > 0 && (
        <section aria-labelledby="left-on-device" className="mt-10 border-y-2 border-ink py-4">
          <h2 id="left-on-device" className="font-reading text-title font-semibold">
            On this device only
          </h2>
          <p className="mt-1 max-w-[66ch] text-muted">
            These words were typed into this attempt and are not part of it: it was submitted before they were saved.
            Only this browser has them. Copy what you want to keep.
          </p>
          {left.map(({ entry, slot, answer }) => (
            <section key={`${slot} ${entry.writerId}`} className="mt-4 border-t border-rule pt-3">
              <h3 className="font-medium">
                {slot === PAGE_SLOT ? 'Your page' : STEPS[slot].title}
                <span className="font-normal text-muted">
                  , typed <LocalTime iso={new Date(entry.editedAt).toISOString()} show="moment" />
                </span>
              </h3>
              {passagesOf(slot, answer).map(({ path, label, text }, index, all) => (
                <div key={path} className="mt-2">
                  {label !== 'Answer' && label !== all[index - 1]?.label && <p className="label-text">{label}</p>}
                  <p className="own-words whitespace-pre-wrap">{text}</p>
                </div>
              ))}
            </section>
          ))}
          <p className="mt-5">
            <Button variant="danger" onClick={() => void remove()}>
              Delete them from this device
            </Button>
          </p>
        </section>
      )}
      <p ref={status} role="status" tabIndex={-1} className="mt-4 text-muted empty:hidden">
        {said}
      </p>
    </div>
  );
}
