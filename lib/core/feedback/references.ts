import type { Expectation } from '@/lib/core/case-study';
import type { Encoded } from './encoder';
import { readText } from './lexical-features';
import type { ComparedQuestion, ComparedText } from './pair-features';
import { meaningOf, questionMeaning } from './semantic-features';
import { readStance, type Stance, stanceOf } from './stance';

/** What the matcher uses of an expectation. */
export type MatchedExpectation = Pick<Expectation, 'id' | 'statement' | 'counts' | 'doesNotCount'>;

/** A sentence that an author wrote. */
export interface Reference extends ComparedText, Stance {}

export interface ExpectationReferences {
  readonly id: string;
  /** The statement and what `counts`. */
  readonly references: readonly Reference[];
  /** What `does not count`. */
  readonly counterExamples: readonly Reference[];
  /** The numbers of all that count, when the statement has any. */
  readonly numbers: ReadonlySet<string>;
  /** Whether to ask is what is expected: some of what counts is a question, or much of the step is. */
  readonly isAsking: boolean;
}

/** All that an answer to one step is compared with. Made once for a step and used for many answers. */
export interface StepReferences {
  readonly expectations: readonly ExpectationReferences[];
  readonly question: ComparedQuestion;
  /** What other cases expect of the same step, by their statements and examples (`elsewhere.ts`). */
  readonly elsewhere: readonly string[];
  /** What an encoder has to encode, in the order in which `withMeaning` takes it. */
  readonly texts: readonly string[];
}

/**
 * @param prompt what every answer to the case has in common: its words say little about which expectation is met
 * @param elsewhere what other cases expect of the step
 */
export function readReferences(
  expectations: readonly MatchedExpectation[],
  prompt: string,
  elsewhere: readonly string[] = [],
): StepReferences {
  const asking = expectations.filter(({ statement, counts }) => [statement.text, ...counts].some(asks));
  const isForAsking = asking.length >= ASKING_SHARE * expectations.length;
  return {
    expectations: expectations.map(({ id, statement, counts, doesNotCount }) => {
      const references = [statement.text, ...counts].map(readReference);
      return {
        id,
        references,
        counterExamples: doesNotCount.map(readReference),
        numbers: numbersOf(references),
        isAsking: isForAsking || references.some(({ read }) => asks(read.text)),
      };
    }),
    question: { read: readText(prompt), meaning: null },
    elsewhere,
    texts: [
      prompt,
      ...expectations.flatMap(({ statement, counts, doesNotCount }) => [statement.text, ...counts, ...doesNotCount]),
    ],
  };
}

/** @throws RangeError when there is not one encoded text for each of `texts` */
export function withMeaning(step: StepReferences, encoded: readonly Encoded[]): StepReferences {
  if (encoded.length !== step.texts.length) throw new RangeError('Each reference needs its vectors.');
  const [prompt, ...rest] = encoded as [Encoded, ...Encoded[]];
  const take = (reference: Reference): Reference => ({ ...reference, meaning: meaningOf(rest.shift() as Encoded) });
  return {
    ...step,
    question: { ...step.question, meaning: questionMeaning(step.question.read.text, prompt) },
    expectations: step.expectations.map((expectation) => ({
      ...expectation,
      references: expectation.references.map(take),
      counterExamples: expectation.counterExamples.map(take),
    })),
  };
}

const ASKING = /\?|\b(?:ask|asks|question|questions|find out|check which|check whether)\b/i;

const asks = (text: string) => ASKING.test(text);
/** The share of a step's expectations that ask from which all that is asked there counts. */
const ASKING_SHARE = 1 / 3;

function numbersOf(references: readonly Reference[]): Set<string> {
  if (references[0]?.read.numbers.size === 0) return new Set();
  return new Set(references.flatMap(({ read }) => [...read.numbers]));
}

function readReference(text: string): Reference {
  return { read: readText(text), meaning: null, ...stanceOf(text, readStance(text), 'reference') };
}
