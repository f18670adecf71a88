import { z } from 'zod';
import { type AttemptDetail, answerState, attemptDetail, expectationMark } from './api-types';
import { ANSWER_SLOTS, type AnswerSlot, answerSlots } from './attempt';
import { answerOf } from './attempt-state';
import type { CaseStudy } from './case-study';
import { type MatchCorrection, matchCorrection, type StepFeedback, stepFeedback } from './feedback/feedback-api';

/** Goes up when a reader of older files could misread a newer one. */
export const EXPORT_VERSION = 1;

/** An attempt as it leaves the product: readable without the product and its cases. */
export const exportedAttempt = attemptDetail.omit({ answers: true, marks: true }).extend({
  /** In the order of the steps; those in which nothing was saved are left out. */
  answers: z.array(
    answerState.extend({
      slot: z.enum(ANSWER_SLOTS),
      /** How many saves its history holds. */
      saves: z.int().min(1),
    }),
  ),
  marks: z.array(
    expectationMark.extend({
      /** What was expected, in words; null when the case no longer says it. */
      statement: z.string().nullable(),
    }),
  ),
  // Files that were exported before there were these have none.
  /** What was found, in the steps where the candidate has had it shown. */
  findings: z.array(stepFeedback).default([]),
  /** What the candidate said against it. */
  corrections: z.array(matchCorrection).default([]),
});
export type ExportedAttempt = z.infer<typeof exportedAttempt>;

export const exportFile = z.object({
  warmstart: z.literal(EXPORT_VERSION),
  exportedAt: z.iso.datetime(),
  attempts: z.array(exportedAttempt),
});
export type ExportFile = z.infer<typeof exportFile>;

/** Puts an attempt into the form in which it is exported. */
export function exportAttempt(
  attempt: AttemptDetail,
  saveCounts: Partial<Record<AnswerSlot, number>>,
  study: CaseStudy | null,
  feedback: { readonly findings: readonly StepFeedback[]; readonly corrections: readonly MatchCorrection[] },
): ExportedAttempt {
  return {
    ...attempt,
    findings: [...feedback.findings],
    corrections: [...feedback.corrections],
    answers: answerSlots(attempt).flatMap((slot) => {
      const state = answerOf(attempt, slot);
      return state.revision === 0 ? [] : [{ slot, saves: saveCounts[slot] ?? state.revision, ...state }];
    }),
    marks: attempt.marks.map((mark) => {
      const expectation = study?.steps[mark.step].expectations.find((one) => one.id === mark.expectationId);
      return { ...mark, statement: expectation?.statement.text ?? null };
    }),
  };
}
