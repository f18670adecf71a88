'use client';

import { AnswerHistory } from '@/components/history/answer-history';
import type { AnswerSlot } from '@/lib/core/attempt';
import { isLocked } from '@/lib/core/saving/draft-state';
import type { AnswerSaver } from '../saving/answer-saver';
import { useDraft } from '../saving/use-draft-saver';

/** The history of the answer on the screen; what is restored from it becomes an edit like any other. */
export function EarlierSaves({
  attemptId,
  slot,
  saver,
  onClose,
}: {
  attemptId: string;
  slot: AnswerSlot;
  saver: AnswerSaver;
  onClose: () => void;
}) {
  const state = useDraft(saver, slot);
  return (
    <AnswerHistory
      open
      onClose={onClose}
      attemptId={attemptId}
      slot={slot}
      current={state.draft}
      onRestore={(answer) => {
        if (!isLocked(state)) saver.edit(slot, answer);
        onClose();
      }}
    />
  );
}
