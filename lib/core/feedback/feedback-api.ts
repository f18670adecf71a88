import { z } from 'zod';
import { LEVELS } from '../attempt';
import { quoteSchema } from '../quote';
import { STEP_IDS } from '../steps';
import { RULE_IDS } from './findings/finding';

/** What travels over the JSON API about findings, and what is stored of them. docs/api.md describes each call. */
const time = z.iso.datetime();
const stepSchema = z.enum(STEP_IDS);

export const EXPECTATION_STATES = ['found', 'unclear', 'not found'] as const;
const stateSchema = z.enum(EXPECTATION_STATES);

/** What the matcher said of one expectation, with its quote at its place in the attempt. */
export const storedFinding = z.object({
  expectation: z.string(),
  state: stateSchema,
  confidence: z.number().min(0).max(1),
  quote: quoteSchema.nullable(),
});
export type StoredFinding = z.infer<typeof storedFinding>;

/** Words of the answer that stand in what the candidate was shown: not counted. */
export const pastedWords = z.object({
  source: z.enum(['prompt', 'fact', 'hint', 'worked-answer']),
  quote: quoteSchema,
});
export type PastedWords = z.infer<typeof pastedWords>;

/** The column `results` of StepMatch. Never changed once it is written. */
export const storedFindings = z.object({ results: z.array(storedFinding), pasted: z.array(pastedWords) });
export type StoredFindings = z.infer<typeof storedFindings>;

/** One run of the matcher over one step. */
export interface StepMatch extends StoredFindings {
  readonly step: z.infer<typeof stepSchema>;
  readonly matcherVersion: string;
  /** Null at the level of keywords. */
  readonly encoder: string | null;
  readonly caseHash: string;
  readonly answerHash: string;
  readonly matchedAt: string;
}

export const VERDICTS = ['this-is-it', 'not-this'] as const;
export type CorrectionVerdict = (typeof VERDICTS)[number];

export const matchCorrection = z.object({
  step: stepSchema,
  expectationId: z.string(),
  verdict: z.enum(VERDICTS),
  /** The words that are it, or that are not. */
  quote: quoteSchema,
  correctedAt: time,
});
export type MatchCorrection = z.infer<typeof matchCorrection>;

export const feedbackRequest = z.strictObject({ step: stepSchema });

/** Without a quote: the words that the matcher gave. */
export const correctionRequest = z.strictObject({ verdict: z.enum(VERDICTS), quote: quoteSchema.optional() });
export type CorrectionRequest = z.infer<typeof correctionRequest>;

/** What a screen shows: the matcher's word, unless the candidate has said otherwise. */
export const shownFinding = z.object({
  state: stateSchema,
  by: z.enum(['matcher', 'candidate']),
  quote: quoteSchema.nullable(),
});
export type ShownFinding = z.infer<typeof shownFinding>;

export const findingView = z.object({
  expectationId: z.string(),
  /** Null when the case no longer says it. */
  statement: z.string().nullable(),
  level: z.enum(LEVELS).nullable(),
  /** The matcher's word, and the sentence that earned it or comes closest. */
  state: stateSchema,
  quote: quoteSchema.nullable(),
  correction: matchCorrection.nullable(),
  shown: shownFinding,
});
export type FindingView = z.infer<typeof findingView>;

export const stepFeedback = z.object({
  step: stepSchema,
  /** `keywords`: matched by words alone, without their meaning. */
  level: z.enum(['sentences', 'keywords']),
  matcherVersion: z.string(),
  encoder: z.string().nullable(),
  /** Of the case's text that it was matched against. */
  caseHash: z.string(),
  matchedAt: time,
  /** False when the answer or the case has changed since: ask again. */
  isCurrent: z.boolean(),
  /** Until the attempt is submitted, without those that are not found: what they say would give the answer away. */
  results: z.array(findingView),
  /** How many are shown as not found. */
  notFound: z.int().min(0),
  pasted: z.array(pastedWords),
});
export type StepFeedback = z.infer<typeof stepFeedback>;

const factQuote = z.object({ fact: z.string(), start: z.int(), end: z.int(), text: z.string() });

/** Two passages that cannot both hold. The first is always the candidate's own. */
export const contradiction = z.object({
  rule: z.enum(RULE_IDS),
  /** One sentence. */
  why: z.string(),
  quotes: z.tuple([quoteSchema, z.union([quoteSchema, factQuote])]),
  /** Where the first side is a sum over several passages: each of them, the first among them. Else empty. */
  terms: z.array(quoteSchema),
});
export type Contradiction = z.infer<typeof contradiction>;

export const attemptFeedback = z.object({
  /** The newest of each step that was looked through. */
  steps: z.array(stepFeedback),
  contradictions: z.array(contradiction),
  corrections: z.array(matchCorrection),
  revealed: z.array(z.object({ step: stepSchema, revealedAt: time })),
});
export type AttemptFeedback = z.infer<typeof attemptFeedback>;

export const foundInStep = z.object({ feedback: stepFeedback });
export type FoundInStep = z.infer<typeof foundInStep>;

/** What was found in a step, as a coach may take or refuse it. */
export const stepSuggestions = z.object({
  step: stepSchema,
  level: z.enum(['sentences', 'keywords']),
  findings: z.array(z.object({ expectationId: z.string(), state: z.enum(['found', 'unclear']), quote: quoteSchema })),
});
export type StepSuggestions = z.infer<typeof stepSuggestions>;

export const suggestions = z.object({ suggestions: z.array(stepSuggestions) });
export type Suggestions = z.infer<typeof suggestions>;
