import { AppError } from '@/lib/core/app-error';
import type { AnswerSlot } from '@/lib/core/attempt';
import { answerSlotSchema } from '@/lib/core/attempt-schemas';
import { isStepId, type StepId } from '@/lib/core/steps';

/** @throws AppError `not-found` when the address names no step and not the page. */
export function slotParam(step: string): AnswerSlot {
  const parsed = answerSlotSchema.safeParse(step);
  if (!parsed.success) throw new AppError('not-found', 'There is no such step.');
  return parsed.data;
}

/** @throws AppError `not-found` when the address names no step. */
export function stepParam(step: string): StepId {
  if (!isStepId(step)) throw new AppError('not-found', 'There is no such step.');
  return step;
}
