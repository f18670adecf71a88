import type { Level } from './attempt';
import type { StepId } from './steps';

/**
 * A case study as the product uses it: read from markdown, checked, and compiled.
 *
 * Its parts are generic over what stands for their texts, because they have the same shape while the markdown is still a
 * tree: `Phrase` for a sentence or two, `Blocks` for paragraphs, tables, formulas and diagrams.
 */
export interface CaseStudy extends CaseOpening {
  readonly slug: string;
  /** SHA-256 over the case's markdown, in hex: attempts are pinned to it. */
  readonly hash: string;
  readonly steps: Readonly<Record<StepId, CaseStep>>;
  readonly exemplars: Readonly<Record<'strong' | 'weak', Exemplar>>;
}

/** What an author says of a case before its text begins. */
export interface FrontMatter {
  readonly title: string;
  readonly summary: string;
  readonly difficulty: Level;
  readonly domains: readonly string[];
  /** Length of the interview. */
  readonly minutes: number;
  readonly levels: readonly Level[];
  readonly tags: readonly string[];
  readonly references: readonly Reference[];
}

/** What does not belong to a step: `case.md`. */
export interface CaseOpening<Phrase = RichText, Blocks = RichText> extends FrontMatter {
  readonly prompt: Blocks;
  readonly facts: readonly Fact<Phrase>[];
  readonly curveballs: readonly Curveball<Phrase>[];
  readonly wrapUp: readonly QuestionAndAnswer<Phrase, Blocks>[];
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

export interface Fact<Phrase = RichText> {
  readonly id: string;
  readonly topic: FactTopic;
  readonly linchpin: boolean;
  readonly answer: Phrase;
  readonly asks: readonly string[];
  readonly changes: readonly StepId[];
}

export interface Curveball<Phrase = RichText> {
  readonly id: string;
  readonly minute: number;
  readonly level: Level;
  readonly announcement: Phrase;
  readonly changes: readonly StepId[];
  /** Ids of the facts that no longer hold once it is announced. */
  readonly overturns: readonly string[];
  readonly strong: Phrase;
}

export interface QuestionAndAnswer<Phrase = RichText, Blocks = RichText> {
  readonly question: Phrase;
  readonly answer: Blocks;
}

export interface CaseStep<Phrase = RichText, Blocks = RichText> {
  readonly workedAnswer: readonly WorkedPart<Blocks>[];
  readonly expectations: readonly Expectation<Phrase>[];
  readonly tradeOffs: readonly TradeOff<Phrase>[];
  readonly gotchas: readonly Gotcha<Phrase>[];
  readonly followUps: readonly QuestionAndAnswer<Phrase, Blocks>[];
  /** Exactly three, from a nudge to nearly the answer. */
  readonly hints: readonly Phrase[];
}

/** One `###` part of a worked answer. */
export interface WorkedPart<Blocks = RichText> {
  readonly id: string;
  readonly heading: string;
  readonly body: Blocks;
  /** Ids of the trade-offs and gotchas that stand in its margin. */
  readonly notes: readonly string[];
}

export interface Expectation<Phrase = RichText> {
  readonly id: string;
  readonly weight: 1 | 2 | 3;
  readonly level: Level;
  /** As a candidate would say it. */
  readonly statement: Phrase;
  readonly counts: readonly string[];
  readonly doesNotCount: readonly string[];
}

export interface TradeOff<Phrase = RichText> {
  readonly id: string;
  readonly question: Phrase;
  readonly choices: readonly Phrase[];
  readonly decides: Phrase;
}

export interface Gotcha<Phrase = RichText> {
  readonly id: string;
  readonly body: Phrase;
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
