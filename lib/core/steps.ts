/** The seven steps of an ML system design interview, in the order in which they are worked. */
export const STEP_IDS = ['clarify', 'frame', 'data', 'model', 'evaluate', 'serve', 'monitor'] as const;

export type StepId = (typeof STEP_IDS)[number];

export interface Step {
  readonly id: StepId;
  /** 1 to 7; also the prefix of the step's file in a case. */
  readonly number: number;
  readonly title: string;
  /** A word for narrow places: the step rail on a phone, the axis of a chart. */
  readonly shortTitle: string;
  /** Share of a 45 minute interview. */
  readonly budgetMinutes: number;
}

const makeStep = (id: StepId, number: number, title: string, shortTitle: string, budgetMinutes: number): Step => ({
  id,
  number,
  title,
  shortTitle,
  budgetMinutes,
});

/** Every step by id. Budgets leave 3 of 45 minutes for the summary (`WRAP_UP_MINUTES`). */
export const STEPS: Readonly<Record<StepId, Step>> = {
  clarify: makeStep('clarify', 1, 'Clarify requirements', 'Clarify', 5),
  frame: makeStep('frame', 2, 'Frame as an ML task', 'Frame', 4),
  data: makeStep('data', 3, 'Data and features', 'Data', 9),
  model: makeStep('model', 4, 'Model development', 'Model', 10),
  evaluate: makeStep('evaluate', 5, 'Evaluation', 'Evaluate', 6),
  serve: makeStep('serve', 6, 'Deployment and serving', 'Serve', 5),
  monitor: makeStep('monitor', 7, 'Monitoring and infrastructure', 'Monitor', 3),
};

export const STEP_LIST: readonly Step[] = STEP_IDS.map((id) => STEPS[id]);

export const INTERVIEW_MINUTES = 45;
export const WRAP_UP_MINUTES = 3;

/** True when the text names one of the seven steps. */
export function isStepId(text: string): text is StepId {
  return (STEP_IDS as readonly string[]).includes(text);
}
