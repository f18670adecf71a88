import type { PassagesBySlot } from '@/components/answers/selected-quote';
import { textOfStep } from '@/lib/core/answer-blocks';
import type { AttemptDetail } from '@/lib/core/api-types';
import { type AnswerSlot, answerSlots, LEVELS } from '@/lib/core/attempt';
import { answerOf } from '@/lib/core/attempt-state';
import type { CaseStep, CaseStudy } from '@/lib/core/case-study';
import { coveringParts } from '@/lib/core/feedback/covering-part';
import { passagesOf } from '@/lib/core/passages';
import { STEP_LIST, type StepId } from '@/lib/core/steps';
import type { BoardExpectation } from './board-context';

const covering = new WeakMap<CaseStep, ReadonlyMap<string, string>>();

/** Once for each step: it reads the whole worked answer. */
function coveringPartsOf(step: CaseStep): ReadonlyMap<string, string> {
  const known = covering.get(step) ?? coveringParts(step);
  covering.set(step, known);
  return known;
}

function coveredBy(step: CaseStep, expectationId: string): BoardExpectation['coveredBy'] {
  const id = coveringPartsOf(step).get(expectationId);
  const part = step.workedAnswer.find((one) => one.id === id);
  return part ? { id: part.id, heading: part.heading } : null;
}

/** The case's expectations in the order of the checklist, each numbered `step.place`. */
export function boardExpectations(study: CaseStudy): BoardExpectation[] {
  return STEP_LIST.flatMap(({ id: step, number }) => {
    const { expectations } = study.steps[step];
    return LEVELS.flatMap((level) => expectations.filter((expectation) => expectation.level === level)).map(
      ({ id, level, weight, statement, counts, doesNotCount }, index) => ({
        id,
        step,
        key: `${step}/${id}`,
        number: `${number}.${index + 1}`,
        level,
        weight,
        statementHtml: statement.html,
        statementText: statement.text,
        counts,
        doesNotCount,
        coveredBy: coveredBy(study.steps[step], id),
      }),
    );
  });
}

/** What quotes may point at, slot by slot. */
export function boardPassages(attempt: AttemptDetail): PassagesBySlot {
  return Object.fromEntries(
    answerSlots(attempt).map((slot) => [slot, passagesOf(slot, answerOf(attempt, slot).answer)]),
  );
}

/** What the attempt says to each step. */
export function stepTexts(attempt: AttemptDetail) {
  const answers = Object.fromEntries(
    answerSlots(attempt).map((slot: AnswerSlot) => [slot, answerOf(attempt, slot).answer]),
  );
  return (step: StepId) => textOfStep(answers, step);
}
