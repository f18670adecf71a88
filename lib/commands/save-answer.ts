import { type Answer, answerSchema, modesOfAnswer } from '@/lib/core/answer';
import type { SavedAnswer } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { type AnswerSlot, answerSlots, MODE_NAMES } from '@/lib/core/attempt';
import { hasSlot, isFrozen, unsavedAnswer } from '@/lib/core/attempt-state';
import { checkWith, invalid } from '@/lib/core/issues';
import { isBlank } from '@/lib/core/passages';
import { isSameBody } from '@/lib/core/saving/same-body';
import { findCurrentAnswer, insertSave } from '@/lib/db/answers';
import type { DatabaseClient } from '@/lib/db/client';
import { getOwnAttempt, type OwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

interface SaveAnswer {
  readonly attemptId: string;
  readonly slot: AnswerSlot;
  /** The revision that the text was written over; 0 when nothing had been saved. */
  readonly baseRevision: number;
  readonly answer: unknown;
}

/**
 * Saves the answer of a slot. When this returns, the save is on disk and in the history.
 *
 * A save of what is stored already changes nothing and returns the stored revision, whatever its base: so a client whose
 * reply got lost can send again.
 *
 * @throws AppError `conflict` with what is stored, when the text was written over an older revision; `frozen` after
 * submission; `invalid`; `not-found`.
 */
export async function saveAnswer({ database, userId, now }: Actor, save: SaveAnswer): Promise<SavedAnswer> {
  const { attemptId, slot, baseRevision } = save;
  // The answer's own shape tells the mode, and the insert asks for an attempt in that mode: a save that is taken, and nearly
  // every one is, needs no look at the attempt first.
  const modes = modesOfAnswer(slot, save.answer);
  const checked = answerSchema(modes[0], slot)?.safeParse(save.answer);
  if (checked?.success) {
    const answer = checked.data;
    const taken = await insertSave(database, {
      attemptId,
      userId,
      modes,
      slot,
      baseRevision,
      answer,
      isBlank: isBlank(slot, answer),
      savedAt: now,
    });
    if (taken) return { revision: baseRevision + 1, savedAt: now.toISOString() };
  }
  const attempt = await getOwnAttempt(database, attemptId, userId);
  return explainRefusal(database, attempt, slot, checkAnswer(attempt, slot, save.answer));
}

function checkAnswer(attempt: OwnAttempt, slot: AnswerSlot, answer: unknown): Answer {
  const schema = hasSlot(attempt, slot) ? answerSchema(attempt.mode, slot) : null;
  if (schema === null) {
    const slots = answerSlots(attempt).join(', ');
    throw invalid('step', `This attempt, in the mode "${MODE_NAMES[attempt.mode]}", has the answers: ${slots}.`);
  }
  return checkWith(schema, answer, ['answer']);
}

/** Why a save was not taken: it is stored already, the attempt is closed, or somebody else saved. */
async function explainRefusal(
  database: DatabaseClient,
  attempt: OwnAttempt,
  slot: AnswerSlot,
  answer: Answer,
): Promise<SavedAnswer> {
  const current = await findCurrentAnswer(database, attempt, slot);
  if (current && isSameBody(current.answer, answer)) return { revision: current.revision, savedAt: current.savedAt };
  if (isFrozen(attempt)) throw new AppError('frozen');
  throw new AppError('conflict', undefined, { current: current ?? unsavedAnswer(attempt.mode) });
}
