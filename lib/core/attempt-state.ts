import { type Answer, emptyAnswer } from './answer';
import type { AnswerState, AttemptDetail, CaseState, HintTaken } from './api-types';
import { type AnswerSlot, type AttemptShape, answerSlots, type Mode, PAGE_SLOT } from './attempt';
import { isBlank, type Passage, passagesOf } from './passages';
import type { StepId } from './steps';

/** From submission on, answers cannot change and expectations can be marked. */
export function isFrozen(attempt: { readonly submittedAt: string | Date | null }): boolean {
  return attempt.submittedAt !== null;
}

/** How the case's text stands to the text the attempt was started on. */
export function caseState(startedOnHash: string, currentHash: string | null): CaseState {
  if (currentHash === null) return 'missing';
  return currentHash === startedOnHash ? 'same' : 'changed';
}

/** How many answers hold anything. */
export function countAnswered(answers: readonly { readonly slot: AnswerSlot; readonly answer: Answer }[]): number {
  return answers.filter(({ slot, answer }) => !isBlank(slot, answer)).length;
}

/** What a slot holds before anything is saved in it. */
export function unsavedAnswer(mode: Mode): AnswerState {
  return { revision: 0, savedAt: null, answer: emptyAnswer(mode) };
}

/** The answer of a slot, also when nothing has been saved in it. */
export function answerOf(attempt: Pick<AttemptDetail, 'mode' | 'answers'>, slot: AnswerSlot): AnswerState {
  return attempt.answers[slot] ?? unsavedAnswer(attempt.mode);
}

/**
 * What an attempt says to a step, whatever its mode: the passages of the step's answer or, from a blank page, the spans
 * that are tagged with it, in the order of the text.
 */
export function stepPassages(attempt: Pick<AttemptDetail, 'mode' | 'answers'>, step: StepId): Passage[] {
  if (attempt.mode !== 'blank') return passagesOf(step, answerOf(attempt, step).answer);
  const { answer } = answerOf(attempt, PAGE_SLOT);
  if (!('tags' in answer)) return [];
  return answer.tags
    .filter((tag) => tag.step === step)
    .sort((a, b) => a.start - b.start)
    .map((tag, index) => ({
      path: `tag.${index}`,
      label: 'Answer',
      kind: 'text' as const,
      text: answer.text.slice(tag.start, tag.end),
    }))
    .filter((passage) => passage.text.trim() !== '');
}

/** The number of the next hint of a step; null when all have been taken. */
export function nextHint(hints: readonly HintTaken[], step: StepId, available: number): number | null {
  const taken = hints.filter((hint) => hint.step === step).length;
  return taken < available ? taken + 1 : null;
}

/** True when the attempt saves under that slot. */
export function hasSlot(attempt: AttemptShape, slot: AnswerSlot): boolean {
  return answerSlots(attempt).includes(slot);
}
