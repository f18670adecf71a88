import type { Fact } from '../../case-study';
import type { Quote } from '../../quote';
import type { TextSpan } from '../../quote-span';
import type { Quantity } from '../numbers/quantity';
import type { Statement } from '../numbers/statements';

/** The rules, in the order in which their findings are shown. */
export const RULE_IDS = [
  'latency-over-target',
  'capacity-below-traffic',
  'memory-below-index',
  'accuracy-on-rare-class',
  'random-split-of-time',
  'live-feature-in-batch',
  'retrain-before-labels',
  'objective-not-measured',
  'sample-beyond-traffic',
  'against-fact',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** A part of what a revealed fact says: offsets into the plain text of its answer, UTF-16 code units. */
export interface FactQuote extends TextSpan {
  /** The fact's id. */
  readonly fact: string;
  readonly text: string;
}

/**
 * Two passages that cannot both hold. It says what does not fit and shows both; it never says which one is wrong, and it is no
 * mark. The first passage is always the candidate's own.
 */
export interface Finding {
  readonly rule: RuleId;
  /** One sentence, with the numbers that were computed. */
  readonly why: string;
  readonly quotes: readonly [Quote, Quote | FactQuote];
  /** Where the first side is a sum over several passages: each of them, in the order in which they are added. */
  readonly terms?: readonly Quote[];
}

/** A revealed fact, with its numbers found. Offsets are of `fact.answer.text`. */
export interface FactReading {
  readonly fact: Pick<Fact, 'id' | 'topic' | 'answer'>;
  readonly quantities: readonly Quantity[];
}

/** What a rule may look at. */
export interface Material {
  readonly statements: readonly Statement[];
  readonly facts: readonly FactReading[];
}

/** A rule that is not sure says nothing: it gives an empty list. */
export type Rule = (material: Material) => Finding[];
