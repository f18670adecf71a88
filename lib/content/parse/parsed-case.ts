import type { PhrasingContent, RootContent } from 'mdast';
import type {
  CaseOpening,
  CaseStep,
  CaseStudy,
  Curveball,
  Expectation,
  Fact,
  Gotcha,
  QuestionAndAnswer,
  TradeOff,
  WorkedPart,
} from '@/lib/core/case-study';
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

export type ParsedFact = Fact<Phrase>;
export type ParsedCurveball = Curveball<Phrase>;
export type ParsedQuestion = QuestionAndAnswer<Phrase, Blocks>;
export type ParsedExpectation = Expectation<Phrase>;
export type ParsedTradeOff = TradeOff<Phrase>;
export type ParsedGotcha = Gotcha<Phrase>;
/** Its id is the address of its heading, which compiling makes unique. */
export type ParsedWorkedPart = Omit<WorkedPart<Blocks>, 'id'>;

/** A file whose links may lead to definitions anywhere in it. */
interface ParsedFile {
  readonly file: SourceFile;
  readonly definitions: readonly RootContent[];
}

export interface ParsedStep extends ParsedFile, Omit<CaseStep<Phrase, Blocks>, 'workedAnswer'> {
  readonly workedAnswer: readonly ParsedWorkedPart[];
}

export interface ParsedCaseFile extends ParsedFile, CaseOpening<Phrase, Blocks> {}

/** A case that is whole: as written, its markdown still a tree. */
export interface ParsedCase {
  readonly slug: string;
  readonly main: ParsedCaseFile;
  readonly steps: Readonly<Record<StepId, ParsedStep>>;
  readonly exemplars: CaseStudy['exemplars'];
}

export const phraseOf = (nodes: readonly PhrasingContent[]): Phrase => ({ kind: 'phrase', nodes });
export const blocksOf = (nodes: readonly RootContent[]): Blocks => ({ kind: 'blocks', nodes });
