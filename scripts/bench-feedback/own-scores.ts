import type { CaseStudy, Expectation } from '@/lib/core/case-study';
import { elsewhere } from '@/lib/core/feedback/elsewhere';
import type { Encoded } from '@/lib/core/feedback/encoder';
import type { Models } from '@/lib/core/feedback/matcher';
import { type ShownText, shownRuns } from '@/lib/core/feedback/paste';
import { readAnswer, withAnswerMeaning } from '@/lib/core/feedback/read-answer';
import { readReferences, type StepReferences, withMeaning } from '@/lib/core/feedback/references';
import { type ExpectationScore, scoreExpectations } from '@/lib/core/feedback/score-expectations';
import { STEP_IDS, type StepId } from '@/lib/core/steps';
import type { MarkedAnswer } from './graded-set';
import { heldOutExamples } from './held-out-examples';
import { negationsOf } from './negations';

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
    ...study.facts.map(({ answer }) => ({ source: 'fact' as const, text: answer.text })),
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

/** Statements of a case turned into their opposite, each as an answer, with the expectation that it denies. */
export function negatedStatements(study: CaseStudy): (OwnText & { readonly expectation: string })[] {
  return STEP_IDS.flatMap((step) =>
    study.steps[step].expectations.flatMap(({ id, statement }) =>
      negationsOf(statement.text).map((text) => ({ study, step, text, expectation: id })),
    ),
  );
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
  models: Models,
  vectors: ((text: string) => Encoded) | null,
): ExpectationScore[] {
  const step = referencesOf(answer, vectors);
  const read = readOwn(answer);
  if (vectors === null) return scoreExpectations(step, read, models);
  const encoded = new Map(read.sentences.map((sentence, index) => [index, vectors(sentence.read.text)]));
  return scoreExpectations(step, withAnswerMeaning(read, encoded), models);
}

const known = new Map<string, StepReferences>();

/** Those of a step as its case has it are read once. */
function referencesOf(
  { study, step, expectations }: OwnText,
  vectors: ((text: string) => Encoded) | null,
): StepReferences {
  const asItStands = study.steps[step].expectations;
  const name = `${study.hash} ${step} ${vectors === null}`;
  const before = expectations === undefined ? known.get(name) : undefined;
  if (before !== undefined) return before;
  const read = readReferences(expectations ?? asItStands, study.prompt.text, elsewhere(step, asItStands));
  const references = vectors === null ? read : withMeaning(read, read.texts.map(vectors));
  if (expectations === undefined) known.set(name, references);
  return references;
}

function readOwn({ study, step, text }: OwnText) {
  return readAnswer([{ path: 'text', kind: 'text', text }], shownRuns(shownTexts(study, step)));
}
