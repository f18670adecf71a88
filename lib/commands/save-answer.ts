import { type Answer, answerSchema } from '@/lib/core/answer';
import type { SavedAnswer } from '@/lib/core/api-types';
import { AppError } from '@/lib/core/app-error';
import { type AnswerSlot, answerSlots, MODE_NAMES } from '@/lib/core/attempt';
import { isFrozen, unsavedAnswer } from '@/lib/core/attempt-state';
import { checkWith, invalid } from '@/lib/core/issues';
import { isBlank } from '@/lib/core/passages';
import { isSameAnswer } from '@/lib/core/saving/same-answer';
import { findCurrentAnswer, insertSave } from '@/lib/db/answers';
import { touchAttempt } from '@/lib/db/attempts';
import { getOwnAttempt, type OwnAttempt } from '@/lib/db/own-attempt';
import type { Actor } from './actor';

/** Writing "last worked on" at every keystroke's save would double the cost of saving. */
const TOUCH_EVERY_MS = 15_000;

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
export async function saveAnswer(actor: Actor, save: SaveAnswer): Promise<SavedAnswer> {
  const { database, userId, now } = actor;
  const attempt = await getOwnAttempt(database, save.attemptId, userId);
  const answer = checkAnswer(attempt, save.slot, save.answer);
  const taken = await insertSave(database, {
    attempt,
    slot: save.slot,
    baseRevision: save.baseRevision,
    answer,
    isBlank: isBlank(save.slot, answer),
    savedAt: now,
  });
  if (!taken) return explainRefusal(actor, attempt, save.slot, answer);
  if (now.getTime() - attempt.updatedAt.getTime() > TOUCH_EVERY_MS) await touchAttempt(database, attempt.id, now);
  return { revision: save.baseRevision + 1, savedAt: now.toISOString() };
}

function checkAnswer(attempt: OwnAttempt, slot: AnswerSlot, answer: unknown): Answer {
  const schema = answerSchema(attempt.mode, slot);
  if (schema === null) {
    const slots = answerSlots(attempt.mode).join(', ');
    throw invalid('step', `An attempt in the mode "${MODE_NAMES[attempt.mode]}" has the answers: ${slots}.`);
  }
  return checkWith(schema, answer, ['answer']);
}

/** Why a save was not taken: it is stored already, the attempt is closed or gone, or somebody else saved. */
async function explainRefusal(
  { database, userId }: Actor,
  attempt: OwnAttempt,
  slot: AnswerSlot,
  answer: Answer,
): Promise<SavedAnswer> {
  const current = await findCurrentAnswer(database, attempt, slot);
  if (current && isSameAnswer(current.answer, answer)) return { revision: current.revision, savedAt: current.savedAt };
  if (isFrozen(await getOwnAttempt(database, attempt.id, userId))) throw new AppError('frozen');
  throw new AppError('conflict', undefined, { current: current ?? unsavedAnswer(attempt.mode) });
}
