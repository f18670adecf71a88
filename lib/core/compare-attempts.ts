import type { AttemptDetail } from './api-types';
import { type AnswerSlot, type AttemptShape, answeredSteps, answerSlots } from './attempt';
import { answerOf, stepPassages } from './attempt-state';
import { compareAnswers, comparePassages, type PassageChange } from './compare-answers';
import type { Passage } from './passages';

type Side = AttemptShape & Pick<AttemptDetail, 'answers'>;

/** What differs in one slot (of attempts in the same mode) or in one step (of attempts in different modes). */
export interface SlotComparison {
  readonly slot: AnswerSlot;
  readonly changes: readonly PassageChange[];
  readonly isSame: boolean;
}

/** Several passages read as one text, so that a form and a free text can be held against each other. */
function asOneText(passages: readonly Passage[]): Passage[] {
  const text = passages.map((passage) => passage.text).join('\n\n');
  return text === '' ? [] : [{ path: 'text', label: 'Answer', kind: 'text', text }];
}

function both<Slot>(before: readonly Slot[], after: readonly Slot[]): Slot[] {
  return after.filter((slot) => before.includes(slot));
}

/** Compares two attempts at the same case, the earlier one first, in what both are about. */
export function compareAttempts(before: Side, after: Side): SlotComparison[] {
  const pairs: [AnswerSlot, PassageChange[]][] =
    before.mode === after.mode
      ? both(answerSlots(before), answerSlots(after)).map((slot) => [
          slot,
          compareAnswers(slot, answerOf(before, slot).answer, answerOf(after, slot).answer),
        ])
      : both(answeredSteps(before), answeredSteps(after)).map((step) => [
          step,
          comparePassages(asOneText(stepPassages(before, step)), asOneText(stepPassages(after, step))),
        ]);
  return pairs.map(([slot, changes]) => ({ slot, changes, isSame: changes.every((one) => one.kind === 'same') }));
}
