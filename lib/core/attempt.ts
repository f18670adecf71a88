import { STEP_IDS } from './steps';

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

/** The slots that an attempt in this mode can save. */
export function answerSlots(mode: Mode): readonly AnswerSlot[] {
  return mode === 'blank' ? [PAGE_SLOT] : STEP_IDS;
}
