import type { Expectation } from '@/lib/core/case-study';
import type { Encoded } from './encoder';
import { readText } from './lexical-features';
import { countDenials, denialsIn } from './negation';
import type { ComparedQuestion, ComparedText } from './pair-features';
import { meaningOf, questionMeaning } from './semantic-features';
import type { Token } from './tokens';

/** What the matcher uses of an expectation. */
export type MatchedExpectation = Pick<Expectation, 'id' | 'statement' | 'counts' | 'doesNotCount'>;

/** What a text denies, by stems (`Denials`). */
export interface DeniedStems {
  readonly denied: ReadonlySet<string>;
  readonly focus: ReadonlySet<string>;
  readonly ofStatement: boolean;
  readonly ofDoing: boolean;
  /** How many words deny something. */
  readonly denials: number;
}

/** A sentence that an author wrote. */
export interface Reference extends ComparedText, DeniedStems {}

export interface ExpectationReferences {
  readonly id: string;
  /** The statement and what `counts`. */
  readonly references: readonly Reference[];
  /** What `does not count`. */
  readonly counterExamples: readonly Reference[];
  /** The numbers of all that count, when the statement has any. */
  readonly numbers: ReadonlySet<string>;
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
  return {
    expectations: expectations.map(({ id, statement, counts, doesNotCount }) => {
      const references = [statement.text, ...counts].map(readReference);
      return { id, references, counterExamples: doesNotCount.map(readReference), numbers: numbersOf(references) };
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

function numbersOf(references: readonly Reference[]): Set<string> {
  if (references[0]?.read.numbers.size === 0) return new Set();
  return new Set(references.flatMap(({ read }) => [...read.numbers]));
}

function readReference(text: string): Reference {
  const read = readText(text);
  return { read, meaning: null, ...deniedStems(text, read.tokens) };
}

export function deniedStems(text: string, tokens: readonly Token[]): DeniedStems {
  const { denied, focus, ofStatement, ofDoing } = denialsIn(text, tokens);
  const stems = (flags: readonly boolean[]) =>
    new Set(tokens.filter((token, index) => flags[index] && token.weight > 0).map(({ stem }) => stem));
  return { denied: stems(denied), focus: stems(focus), ofStatement, ofDoing, denials: countDenials(tokens) };
}
