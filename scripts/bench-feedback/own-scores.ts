import type { CaseStudy, Expectation } from '@/lib/core/case-study';
import type { Encoded } from '@/lib/core/feedback/encoder';
import type { LogisticModel } from '@/lib/core/feedback/logistic';
import { type ShownText, shownRuns } from '@/lib/core/feedback/paste';
import { readAnswer, withAnswerMeaning } from '@/lib/core/feedback/read-answer';
import { readReferences, withMeaning } from '@/lib/core/feedback/references';
import { type ExpectationScore, scoreExpectations } from '@/lib/core/feedback/score-expectations';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import type { MarkedAnswer } from './graded-set';
import { heldOutExamples } from './held-out-examples';

/** A text as an answer to a step of a case, whose expectations may be other than the case's. */
export interface OwnText {
  readonly study: CaseStudy;
  readonly step: StepId;
  readonly text: string;
  readonly expectations?: readonly Expectation[];
}

/** All that a candidate may have seen of a step. */
export function shownTexts(study: CaseStudy, step: StepId): ShownText[] {
  return [
    { source: 'prompt', text: study.prompt.text },
    ...study.steps[step].hints.map((hint) => ({ source: 'hint' as const, text: hint.text })),
    ...study.steps[step].workedAnswer.map(({ body }) => ({ source: 'worked-answer' as const, text: body.text })),
  ];
}

/** All texts that are measured on a case: graded answers, exemplars and examples. */
export function measuredTexts(study: CaseStudy, graded: readonly MarkedAnswer[]): OwnText[] {
  return [
    ...graded.filter(({ slug }) => slug === study.slug).map(({ step, text }) => ({ study, step, text })),
    ...STEP_IDS.flatMap((step) =>
      [study.exemplars.strong[step], study.exemplars.weak[step]].map((text) => ({ study, step, text })),
    ),
    ...heldOutExamples(study).map(({ step, text }) => ({ study, step, text })),
  ];
}

/** What has to be encoded for these answers: references, and all sentences of each answer. */
export function textsToEncode(answers: readonly OwnText[]): string[] {
  return answers.flatMap((answer) => {
    const { expectations = answer.study.steps[answer.step].expectations } = answer;
    return [
      ...readReferences(expectations, answer.study.prompt.text).texts,
      ...readOwn(answer).sentences.map(({ read }) => read.text),
    ];
  });
}

export function scoreOwn(
  answer: OwnText,
  model: LogisticModel,
  vectors: ((text: string) => Encoded) | null,
): ExpectationScore[] {
  const { expectations = answer.study.steps[answer.step].expectations } = answer;
  const step = readReferences(expectations, answer.study.prompt.text);
  const read = readOwn(answer);
  if (vectors === null) return scoreExpectations(step, read, model);
  const encoded = new Map(read.sentences.map((sentence, index) => [index, vectors(sentence.read.text)]));
  return scoreExpectations(withMeaning(step, step.texts.map(vectors)), withAnswerMeaning(read, encoded), model);
}

function readOwn({ study, step, text }: OwnText) {
  return readAnswer([{ path: 'text', kind: 'text', text }], shownRuns(shownTexts(study, step)));
}
