import type { PhrasingContent, RootContent } from 'mdast';
import type { Level } from '@/lib/core/attempt';
import type { FactTopic, Reference } from '@/lib/core/case-study';
import type { StepId } from '@/lib/core/steps';
import type { SourceFile } from '../source-file';

/** A sentence or two inside one paragraph. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly nodes: readonly PhrasingContent[];
}

/** Whole blocks: paragraphs, tables, formulas, diagrams. */
export interface Blocks {
  readonly kind: 'blocks';
  readonly nodes: readonly RootContent[];
}

export interface FrontMatter {
  readonly title: string;
  readonly summary: string;
  readonly difficulty: Level;
  readonly domains: readonly string[];
  readonly minutes: number;
  readonly levels: readonly Level[];
  readonly tags: readonly string[];
  readonly references: readonly Reference[];
}

export interface ParsedFact {
  readonly id: string;
  readonly topic: FactTopic;
  readonly linchpin: boolean;
  readonly answer: Phrase;
  readonly asks: readonly string[];
  readonly changes: readonly StepId[];
}

export interface ParsedCurveball {
  readonly id: string;
  readonly minute: number;
  readonly level: Level;
  readonly announcement: Phrase;
  readonly changes: readonly StepId[];
  /** Ids of facts. */
  readonly overturns: readonly string[];
  readonly strong: Phrase;
}

export interface ParsedQuestion {
  readonly question: Phrase;
  readonly answer: Blocks;
}

export interface ParsedWorkedPart {
  readonly heading: string;
  readonly body: Blocks;
  /** Ids of the trade-offs and gotchas beside it. */
  readonly notes: readonly string[];
}

export interface ParsedExpectation {
  readonly id: string;
  readonly weight: 1 | 2 | 3;
  readonly level: Level;
  readonly statement: Phrase;
  readonly counts: readonly string[];
  readonly doesNotCount: readonly string[];
}

export interface ParsedTradeOff {
  readonly id: string;
  readonly question: Phrase;
  readonly choices: readonly Phrase[];
  readonly decides: Phrase;
}

export interface ParsedGotcha {
  readonly id: string;
  readonly body: Phrase;
}

export interface ParsedStep {
  readonly file: SourceFile;
  readonly definitions: readonly RootContent[];
  readonly workedAnswer: readonly ParsedWorkedPart[];
  readonly expectations: readonly ParsedExpectation[];
  readonly tradeOffs: readonly ParsedTradeOff[];
  readonly gotchas: readonly ParsedGotcha[];
  readonly followUps: readonly ParsedQuestion[];
  readonly hints: readonly Phrase[];
}

export interface ParsedCaseFile extends FrontMatter {
  readonly file: SourceFile;
  readonly definitions: readonly RootContent[];
  readonly prompt: Blocks;
  readonly facts: readonly ParsedFact[];
  readonly curveballs: readonly ParsedCurveball[];
  readonly wrapUp: readonly ParsedQuestion[];
}

/** A case that is whole: as written, its markdown still a tree. */
export interface ParsedCase {
  readonly slug: string;
  readonly main: ParsedCaseFile;
  readonly steps: Readonly<Record<StepId, ParsedStep>>;
  readonly exemplars: Readonly<Record<'strong' | 'weak', Readonly<Record<StepId, string>>>>;
}

export const phraseOf = (nodes: readonly PhrasingContent[]): Phrase => ({ kind: 'phrase', nodes });
export const blocksOf = (nodes: readonly RootContent[]): Blocks => ({ kind: 'blocks', nodes });
