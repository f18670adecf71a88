import type { TimeSegment } from './api-types';
import { type AnswerSlot, PAGE_SLOT } from './attempt';
import { INTERVIEW_MINUTES, STEPS, type StepId } from './steps';

type Stretch = Pick<TimeSegment, 'step' | 'startedAt' | 'activeMs'>;

const MS_PER_MINUTE = 60_000;

/** A glance at a step is not work on it. */
const MIN_VISIT_MS = 10_000;

export interface SlotTime {
  readonly slot: AnswerSlot;
  readonly activeMs: number;
  readonly budgetMs: number;
}

/** Time worked on all slots together. */
export function totalActiveMs(segments: readonly Pick<Stretch, 'activeMs'>[]): number {
  return segments.reduce((sum, segment) => sum + segment.activeMs, 0);
}

/** Time worked on each step against its budget; on a blank page, on the page against the whole interview. */
export function timePerSlot(segments: readonly Stretch[], slots: readonly AnswerSlot[]): SlotTime[] {
  return slots.map((slot) => ({
    slot,
    activeMs: totalActiveMs(segments.filter((segment) => segment.step === slot)),
    budgetMs: (slot === PAGE_SLOT ? INTERVIEW_MINUTES : STEPS[slot].budgetMinutes) * MS_PER_MINUTE,
  }));
}

/** A piece of the pacing strip. Minutes are minutes of work since the start: a night's break takes no room. */
export interface PacingPiece {
  readonly slot: AnswerSlot;
  readonly startMinute: number;
  readonly endMinute: number;
}

/** The stretches of work one after another, neighbours on the same step joined. */
export function pacingStrip(segments: readonly Stretch[]): PacingPiece[] {
  const pieces: PacingPiece[] = [];
  let minute = 0;
  const chronological = [...segments]
    .filter((segment) => segment.activeMs > 0)
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  for (const segment of chronological) {
    const endMinute = minute + segment.activeMs / MS_PER_MINUTE;
    const last = pieces.at(-1);
    if (last?.slot === segment.step) pieces[pieces.length - 1] = { ...last, endMinute };
    else pieces.push({ slot: segment.step, startMinute: minute, endMinute });
    minute = endMinute;
  }
  return pieces;
}

/** By when a 45 minute interview should have come to a step, with two minutes of slack. */
export const CHECKPOINTS: readonly { readonly step: StepId; readonly byMinute: number }[] = [
  { step: 'model', byMinute: 20 },
  { step: 'evaluate', byMinute: 30 },
  { step: 'serve', byMinute: 36 },
];

export interface CheckpointResult {
  readonly step: StepId;
  readonly byMinute: number;
  /** When work on the step began; null when it never did. */
  readonly reachedMinute: number | null;
  /** `open`: not reached, but the work ended before it was due. */
  readonly verdict: 'kept' | 'missed' | 'open';
}

/** Holds the pace against the checkpoints. A blank page has no steps to reach: the list is empty. */
export function checkpoints(pieces: readonly PacingPiece[]): CheckpointResult[] {
  if (pieces.some((piece) => piece.slot === PAGE_SLOT)) return [];
  const workedMinutes = pieces.at(-1)?.endMinute ?? 0;
  return CHECKPOINTS.map(({ step, byMinute }) => {
    const visit = pieces.find(
      (piece) => piece.slot === step && (piece.endMinute - piece.startMinute) * MS_PER_MINUTE >= MIN_VISIT_MS,
    );
    const reachedMinute = visit?.startMinute ?? null;
    const isLate = (reachedMinute ?? workedMinutes) > byMinute;
    return { step, byMinute, reachedMinute, verdict: isLate ? 'missed' : reachedMinute === null ? 'open' : 'kept' };
  });
}

/**
 * What may be stored of a segment that a browser reports. Its clock can be wrong and a segment can be sent twice, so a
 * segment lies between the start of the attempt and `until` (now, or the moment of submission), never shrinks and never
 * moves.
 */
export function clampSegment(
  reported: { readonly startedAt: Date; readonly activeMs: number },
  bounds: { readonly attemptStart: Date; readonly until: Date },
  stored: { readonly startedAt: Date; readonly activeMs: number } | null,
): { startedAt: Date; activeMs: number } {
  const until = bounds.until.getTime();
  const reportedStart = Math.max(reported.startedAt.getTime(), bounds.attemptStart.getTime());
  const start = Math.min(stored?.startedAt.getTime() ?? reportedStart, until);
  const activeMs = Math.max(stored?.activeMs ?? 0, Math.min(reported.activeMs, until - start));
  return { startedAt: new Date(start), activeMs };
}
