import { type AnswerSlot, PAGE_SLOT } from '@/lib/core/attempt';
import { clockText } from '@/lib/core/duration-text';
import { INTERVIEW_MINUTES, STEPS, WRAP_UP_MINUTES } from '@/lib/core/steps';
import { checkpoints, type PacingPiece, type SlotTime } from '@/lib/core/time-segments';

const MS_PER_MINUTE = 60_000;
const SUMMARY_BY_MINUTE = INTERVIEW_MINUTES - WRAP_UP_MINUTES;

/** What a lane is called. */
export const slotName = (slot: AnswerSlot): string => (slot === PAGE_SLOT ? 'Page' : STEPS[slot].shortTitle);

/** Where the plan puts each slot, in minutes since the start. */
export function planOf(times: readonly SlotTime[]): Map<AnswerSlot, { start: number; end: number }> {
  const plan = new Map<AnswerSlot, { start: number; end: number }>();
  let minute = 0;
  for (const { slot, budgetMs } of times) {
    const end = Math.min(minute + budgetMs / MS_PER_MINUTE, INTERVIEW_MINUTES);
    plan.set(slot, { start: minute, end });
    minute = end;
  }
  return plan;
}

const VERDICT_TEXT = { kept: 'in time', missed: 'late', open: 'not reached' } as const;

/** Where an interview should be at a minute, and what came of it. */
export interface Deadline {
  readonly name: string;
  readonly byMinute: number;
  /** What came of it, in words. */
  readonly result: string;
  readonly late: boolean;
}

/** The checkpoints and the summary, held against the time worked. */
export function deadlines(pieces: readonly PacingPiece[], totalMs: number, submitted: boolean): Deadline[] {
  const steps = checkpoints(pieces).map(({ step, byMinute, reachedMinute, verdict }) => ({
    name: STEPS[step].shortTitle,
    byMinute,
    late: verdict === 'missed',
    result:
      reachedMinute === null
        ? 'not reached'
        : `${VERDICT_TEXT[verdict]}, at ${clockText(reachedMinute * MS_PER_MINUTE)}`,
  }));
  const isLate = totalMs > SUMMARY_BY_MINUTE * MS_PER_MINUTE;
  const summary = {
    name: 'Summary',
    byMinute: SUMMARY_BY_MINUTE,
    late: isLate,
    result: `${isLate ? 'late, work ended' : submitted ? 'in time, work ended' : 'so far'} at ${clockText(totalMs)}`,
  };
  return [...steps, summary];
}
