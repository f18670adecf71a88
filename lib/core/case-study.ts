import type { Level } from './attempt';
import type { StepId } from './steps';

/** A case study as the product uses it: read from markdown, checked, and compiled. */
export interface CaseStudy {
  readonly slug: string;
  /** SHA-256 over the case's markdown, in hex: attempts are pinned to it. */
  readonly hash: string;
  readonly title: string;
  readonly summary: string;
  readonly difficulty: Level;
  readonly domains: readonly string[];
  /** Length of the interview. */
  readonly minutes: number;
  readonly levels: readonly Level[];
  readonly tags: readonly string[];
  readonly references: readonly Reference[];
  readonly prompt: RichText;
  readonly facts: readonly Fact[];
  readonly curveballs: readonly Curveball[];
  readonly wrapUp: readonly QuestionAndAnswer[];
  readonly steps: Readonly<Record<StepId, CaseStep>>;
  readonly exemplars: Readonly<Record<'strong' | 'weak', Exemplar>>;
}

/** What a list of cases shows. */
export type CaseSummary = Pick<
  CaseStudy,
  'slug' | 'hash' | 'title' | 'summary' | 'difficulty' | 'domains' | 'minutes' | 'levels' | 'tags'
> & {
  readonly factCount: number;
  readonly expectationCount: number;
  readonly diagramCount: number;
};

/**
 * `html` is sanitised and ready for a page; `text` says the same without marks, for a matcher or an export.
 *
 * Statements, questions, choices, hints, curveballs and answers to facts are one sentence or two, and their `html` has no
 * element around it. Prompts, bodies and answers to questions are whole blocks.
 */
export interface RichText {
  readonly html: string;
  readonly text: string;
}

export interface Reference {
  readonly title: string;
  readonly organisation: string;
  readonly year: number;
}

export const FACT_TOPICS = [
  'goal',
  'surface',
  'users',
  'scale',
  'latency',
  'freshness',
  'data',
  'labels',
  'negatives',
  'cold-start',
  'errors',
  'privacy',
  'fairness',
  'cost',
  'existing-system',
  'locale',
  'abuse',
  'team',
] as const;
export type FactTopic = (typeof FACT_TOPICS)[number];

export interface Fact {
  readonly id: string;
  readonly topic: FactTopic;
  readonly linchpin: boolean;
  readonly answer: RichText;
  readonly asks: readonly string[];
  readonly changes: readonly StepId[];
}

export interface Curveball {
  readonly id: string;
  readonly minute: number;
  readonly level: Level;
  readonly announcement: RichText;
  readonly changes: readonly StepId[];
  /** Ids of the facts that no longer hold once it is announced. */
  readonly overturns: readonly string[];
  readonly strong: RichText;
}

export interface QuestionAndAnswer {
  readonly question: RichText;
  readonly answer: RichText;
}

export interface CaseStep {
  readonly workedAnswer: readonly WorkedPart[];
  readonly expectations: readonly Expectation[];
  readonly tradeOffs: readonly TradeOff[];
  readonly gotchas: readonly Gotcha[];
  readonly followUps: readonly QuestionAndAnswer[];
  /** Exactly three, from a nudge to nearly the answer. */
  readonly hints: readonly RichText[];
}

/** One `###` part of a worked answer. */
export interface WorkedPart {
  readonly id: string;
  readonly heading: string;
  readonly body: RichText;
  /** Ids of the trade-offs and gotchas that stand in its margin. */
  readonly notes: readonly string[];
}

export interface Expectation {
  readonly id: string;
  readonly weight: 1 | 2 | 3;
  readonly level: Level;
  /** As a candidate would say it. */
  readonly statement: RichText;
  readonly counts: readonly string[];
  readonly doesNotCount: readonly string[];
}

export interface TradeOff {
  readonly id: string;
  readonly question: RichText;
  readonly choices: readonly RichText[];
  readonly decides: RichText;
}

export interface Gotcha {
  readonly id: string;
  readonly body: RichText;
}

/** A whole answer at a known quality, by step, as markdown source. */
export type Exemplar = Readonly<Record<StepId, string>>;

/** One page of the framework: what a step is about. */
export interface FrameworkPage {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly body: RichText;
}
