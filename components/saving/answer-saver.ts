import type { Answer } from '@/lib/core/answer';
import type { AnswerState, AttemptDetail } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';
import type { Stored } from '@/lib/core/saving/draft-state';
import { DraftSaver } from './draft-saver';
import { fetchStored, type SaveTransport, sendSave } from './save-transport';

/** Keeps the answers of one attempt safe. */
export type AnswerSaver = DraftSaver<AnswerSlot, Answer>;

const asStored = ({ answer, ...state }: AnswerState): Stored<Answer> => ({ ...state, body: answer });

function asStoredSlots(answers: Partial<Record<AnswerSlot, AnswerState>>): Map<AnswerSlot, Stored<Answer>> {
  return new Map((Object.entries(answers) as [AnswerSlot, AnswerState][]).map(([slot, one]) => [slot, asStored(one)]));
}

function answerTransport(attemptId: string): SaveTransport<AnswerSlot, Answer> {
  return {
    send: (slot, { baseRevision, body }) =>
      sendSave(`/api/attempts/${attemptId}/answers/${slot}`, { baseRevision, answer: body }, asStored),
    async fetchAll() {
      const attempt = await fetchStored<AttemptDetail>(`/api/attempts/${attemptId}`);
      return attempt && asStoredSlots(attempt.answers);
    },
  };
}

export function createAnswerSaver(attemptId: string, answers: Partial<Record<AnswerSlot, AnswerState>>): AnswerSaver {
  return new DraftSaver(attemptId, asStoredSlots(answers), answerTransport(attemptId));
}
