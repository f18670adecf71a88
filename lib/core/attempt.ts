import { INTERVIEW_MINUTES, STEP_IDS, STEPS, type StepId } from './steps';

/**
 * How much scaffold an attempt gives. `interview` is named here because stored attempts and the API share the word; it
 * cannot be started yet.
 */
export const MODES = ['guided', 'unaided', 'blank', 'interview'] as const;
export type Mode = (typeof MODES)[number];

/** The modes that a person can start today. */
export const STARTABLE_MODES = ['guided', 'unaided', 'blank'] as const satisfies readonly Mode[];
export type StartableMode = (typeof STARTABLE_MODES)[number];

export const LEVELS = ['mid', 'senior', 'staff'] as const;
export type Level = (typeof LEVELS)[number];

/** The answer slot of a blank page, where one text covers all seven steps. */
export const PAGE_SLOT = 'page';

/** What an answer is saved under: a step, or the one page of blank mode. */
export const ANSWER_SLOTS = [...STEP_IDS, PAGE_SLOT] as const;
export type AnswerSlot = (typeof ANSWER_SLOTS)[number];

export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  guided: 'Guided',
  unaided: 'Unaided',
  blank: 'Blank page',
  interview: 'Interview',
};

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  mid: 'Mid',
  senior: 'Senior',
  staff: 'Staff',
};

/** The modes in which an attempt can be about one step only: a page has no steps to choose from. */
export const SINGLE_STEP_MODES = ['guided', 'unaided'] as const satisfies readonly Mode[];

/** What decides which answers an attempt holds. `onlyStep`: the one step that it is about; left out or null, all. */
export interface AttemptShape {
  readonly mode: Mode;
  readonly onlyStep?: StepId | null | undefined;
}

/** The slots that such an attempt can save. */
export function answerSlots({ mode, onlyStep }: AttemptShape): readonly AnswerSlot[] {
  if (mode === 'blank') return [PAGE_SLOT];
  return onlyStep ? [onlyStep] : STEP_IDS;
}

/** The steps that such an attempt can say something to. */
export function answeredSteps({ mode, onlyStep }: AttemptShape): readonly StepId[] {
  return mode !== 'blank' && onlyStep ? [onlyStep] : STEP_IDS;
}

/** What an attempt is called: "Guided, senior", and the step when it is about one only. */
export function attemptName({ mode, level, onlyStep }: AttemptShape & { readonly level: Level }): string {
  const name = `${MODE_NAMES[mode]}, ${LEVEL_NAMES[level].toLowerCase()}`;
  return onlyStep ? `${name}, only ${STEPS[onlyStep].title}` : name;
}

/** How long such an attempt should take: an interview, or the budget of its one step. */
export function attemptMinutes({ onlyStep }: Pick<AttemptShape, 'onlyStep'>): number {
  return onlyStep ? STEPS[onlyStep].budgetMinutes : INTERVIEW_MINUTES;
}
