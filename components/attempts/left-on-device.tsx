'use client';

import { useCallback } from 'react';
import type { Answer } from '@/lib/core/answer';
import type { AttemptDetail } from '@/lib/core/api-types';
import { answerSlots, PAGE_SLOT } from '@/lib/core/attempt';
import { answerOf } from '@/lib/core/attempt-state';
import { isBlank, passagesOf } from '@/lib/core/passages';
import { isSameBody } from '@/lib/core/saving/same-body';
import { STEPS } from '@/lib/core/steps';
import { type LeftDraft, LeftWords } from '../saving/left-words';
import { listDrafts } from '../saving/outbox';
import { fetchStored } from '../saving/save-transport';

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
      if (isPartOfIt || isBlank(slot, answer)) return [];
      const texts = passagesOf(slot, answer).map(({ path, label, text }) => ({
        key: path,
        label: label === 'Answer' ? null : label,
        text,
      }));
      return [{ entry, title: slot === PAGE_SLOT ? 'Your page' : STEPS[slot].title, texts }];
    }),
  );
}

/**
 * Words that were typed into a submitted attempt and are not part of it: in another tab, or while nothing could be sent. The
 * workspace does not open any more, so this is where they can still be read.
 */
export function LeftOnDevice({ attemptId }: { attemptId: string }) {
  const find = useCallback(() => findLeft(attemptId), [attemptId]);
  return (
    <LeftWords
      explanation="These words were typed into this attempt and are not part of it: it was submitted before they were saved. Only this browser has them. Copy what you want to keep."
      find={find}
    />
  );
}
