import { z } from 'zod';
import { ERROR_CODES } from './app-error';
import { ANSWER_SLOTS, MODES } from './attempt';
import { answerSlotSchema, levelSchema, startableModeSchema } from './attempt-schemas';
import { quoteSchema } from './quote';
import { STEP_IDS } from './steps';
import { storedAnswerSchema } from './stored-answer';

/**
 * What travels over the JSON API, both ways. The server checks requests with these schemas, a client may check responses
 * with them; docs/api.md describes each call. Times are ISO 8601 in UTC.
 */
const time = z.iso.datetime();
const stepSchema = z.enum(STEP_IDS);

/** Longest body of a save, in bytes. */
export const MAX_ANSWER_BYTES = 256 * 1024;
/** Longest body of every other call, in bytes. */
export const MAX_BODY_BYTES = 64 * 1024;

// --- attempts ---

export const startAttemptRequest = z.strictObject({
  caseSlug: z.string().min(1).max(100),
  mode: startableModeSchema,
  level: levelSchema,
  /** The assignment of a group that this attempt is for: same case, mode and level. */
  assignmentId: z.string().min(1).max(64).optional(),
  /** One's own submitted attempt at the same case, whose open comments this one answers. */
  followsId: z.string().min(1).max(64).optional(),
  /** For an attempt at one step only, guided or unaided. */
  onlyStep: stepSchema.optional(),
});
export type StartAttemptRequest = z.infer<typeof startAttemptRequest>;

/** One slot as stored. Nothing saved yet: revision 0, no time, an empty answer. */
export const answerState = z.object({
  revision: z.int().min(0),
  savedAt: time.nullable(),
  answer: storedAnswerSchema,
});
export type AnswerState = z.infer<typeof answerState>;

export const hintTaken = z.object({ step: stepSchema, number: z.int().min(1).max(3), takenAt: time });
export type HintTaken = z.infer<typeof hintTaken>;

/** An uninterrupted stretch of work on one step (on the page, in blank mode) with the tab visible. */
export const timeSegment = z.object({
  /** Made by the client, so that sending it twice is the same as once. */
  id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/, { error: 'Use 8 to 64 letters, digits, - or _; a random UUID is a good choice.' }),
  step: answerSlotSchema,
  startedAt: time,
  activeMs: z
    .int()
    .min(0)
    .max(24 * 3600 * 1000),
});
export type TimeSegment = z.infer<typeof timeSegment>;

export const expectationMark = z.object({
  step: stepSchema,
  expectationId: z.string(),
  found: z.boolean(),
  /** The words that earned it; null when not found. */
  quote: quoteSchema.nullable(),
  markedAt: time,
});
export type ExpectationMark = z.infer<typeof expectationMark>;

/** How the case's text stands to the text the attempt was started on. */
export const CASE_STATES = ['same', 'changed', 'missing'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const attemptSummary = z.object({
  id: z.string(),
  caseSlug: z.string(),
  /** Null when the case is no longer there. */
  caseTitle: z.string().nullable(),
  caseState: z.enum(CASE_STATES),
  mode: z.enum(MODES),
  level: levelSchema,
  // Files that were exported before there were these have none.
  /** The one step that it is about; null when it is about all. */
  onlyStep: stepSchema.nullable().default(null),
  /** The attempt whose open comments it answers. */
  followsId: z.string().nullable().default(null),
  assignmentId: z.string().nullable().default(null),
  createdAt: time,
  updatedAt: time,
  submittedAt: time.nullable(),
  /** How many of the attempt's slots hold anything. */
  answeredSlots: z.int().min(0),
  /** 7, or 1 on a blank page and where there is only one step. */
  totalSlots: z.int().min(1),
  /** Time with the tab visible. */
  activeMs: z.int().min(0),
});
export type AttemptSummary = z.infer<typeof attemptSummary>;

export const attemptDetail = attemptSummary.extend({
  /** Of the case's text when the attempt was started. */
  caseHash: z.string(),
  /** Every slot of the mode, also those in which nothing is saved yet. */
  answers: z.partialRecord(z.enum(ANSWER_SLOTS), answerState),
  hints: z.array(hintTaken),
  segments: z.array(timeSegment),
  marks: z.array(expectationMark),
});
export type AttemptDetail = z.infer<typeof attemptDetail>;

export const attemptList = z.object({ attempts: z.array(attemptSummary) });
export type AttemptList = z.infer<typeof attemptList>;

// --- answers ---

/** `answer` is checked by `answerSchema(mode, slot)`, once the attempt is known. */
export const saveAnswerRequest = z.strictObject({ baseRevision: z.int().min(0), answer: z.unknown() });

export const savedAnswer = z.object({ revision: z.int().min(1), savedAt: time });
export type SavedAnswer = z.infer<typeof savedAnswer>;

export const historyItem = z.object({ revision: z.int().min(1), savedAt: time, answer: storedAnswerSchema });
export type HistoryItem = z.infer<typeof historyItem>;

export const HISTORY_PAGE_SIZE = 50;
/** Newest first. `nextBefore` goes into `?before=` to read on; null at the end. */
export const answerHistory = z.object({ history: z.array(historyItem), nextBefore: z.int().nullable() });
export type AnswerHistory = z.infer<typeof answerHistory>;

export const submittedAttempt = z.object({ id: z.string(), submittedAt: time });
export type SubmittedAttempt = z.infer<typeof submittedAttempt>;

// --- hints, time, marks ---

export const takeHintRequest = z.strictObject({ step: stepSchema, number: z.int().min(1).max(3) });
export type TakeHintRequest = z.infer<typeof takeHintRequest>;

/** All hints taken in this attempt so far, and the text of the one asked for. */
export const takenHints = z.object({
  hints: z.array(hintTaken),
  hint: z.object({ step: stepSchema, number: z.int(), html: z.string() }),
});
export type TakenHints = z.infer<typeof takenHints>;

export const MAX_SEGMENTS_PER_REQUEST = 200;
export const recordTimeRequest = z.strictObject({ segments: z.array(timeSegment).max(MAX_SEGMENTS_PER_REQUEST) });

export const markRequest = z
  .strictObject({ found: z.boolean(), quote: quoteSchema.nullable() })
  .refine((mark) => mark.found === (mark.quote !== null), {
    error: 'A found expectation needs a quote; one that is not in the answer has none.',
    path: ['quote'],
  });
export type MarkRequest = z.infer<typeof markRequest>;

export const markedExpectation = z.object({ mark: expectationMark });
export type MarkedExpectation = z.infer<typeof markedExpectation>;

// --- errors ---

/** RFC 9457. `detail` may be shown to a person. */
export const problem = z.object({
  /** `urn:warmstart:problem:<code>` */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(ERROR_CODES),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: answerState.optional(),
  retryAfterSeconds: z.number().optional(),
  /** With `unexpected`: what to look for in the server's log. */
  errorId: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
