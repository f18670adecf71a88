import { isQualified, type Quantity } from '../numbers/quantity';
import type { Statement } from '../numbers/statements';
import { wordsAround } from '../numbers/words-around';
import { saysNothingBut, wordSet } from './stance';

const STATES_TARGET =
  /\b(?:slo|sla|latency|response time|end[- ]to[- ]end|p99|99th percentile|must (?:answer|respond|return|be complete))\b/i;
/** A limit for a part says nothing about the whole. */
const PART_OF_REQUEST =
  /\b(?:stage|encod\w*|rank(?:er|ing)|re-?rank\w*|retriev\w*|detect\w*|ann|index|feature\w*|lookup|caches?|stores?|redis|network|shard|hop|call|dependency|timeout|embedding|component|each of|tokeni[sz]\w*)\b/i;
/** A sentence that adds stages up, or announces it. */
export const IS_BUDGET = /\b(?:budget|stages?|adds? up|in total|altogether|breakdown|the sum)\b/i;
/** Longer than this no request takes: a window or a delay is meant. */
const MAX_TARGET_SECONDS = 30;
/**
 * All that may stand around a target: the upload, the database, a vendor and last year have latencies too, and what else is said may be
 * one of those.
 */
const SAID_OF_A_TARGET = wordSet(
  `we i agreed agree on a an the p th percentile latency latencies of is are must be under below at most within less than no more whole page pages
   request requests response responses time end to server side slo sla for our target goal limit with ms s milliseconds millisecond second
   seconds answer answers respond responds return returns complete completed in home feed results result should stay keep have has had plan it so
   serving total overall service system members users user budget max maximum set need needs want serve served all and that means
   requirement required here`,
);
const WISHED = /\b(?:nice|ideally|wish|hope|not required|optional|stretch|aspir\w*|would)\b/i;
const isTarget = (statement: Statement, quantity: Quantity): boolean =>
  !WISHED.test(statement.text) && saysNothingBut(wordsAround(statement, quantity), SAID_OF_A_TARGET);

/** A time that may be a target. */
export interface Target {
  readonly seconds: number;
  readonly statement: Statement;
  readonly quantity: Quantity;
  /** It is surely the target of a whole request; others only make the rule more lenient. */
  readonly isSure: boolean;
}

/** The times of a statement that a request may take. */
export const timesOf = (statement: Statement): Target[] =>
  statement.quantities
    .filter(({ unit, high }) => unit === 'seconds' && high > 0 && high <= MAX_TARGET_SECONDS)
    .map((quantity) => ({ seconds: quantity.high, statement, quantity, isSure: isTarget(statement, quantity) }));

/** Said of the median or the mean. */
export const isOfHalf = ({ quantity }: Target) => isQualified(quantity, 'p50') || isQualified(quantity, 'average');

/** The places where the candidate states a target, in the order of the attempt: the field for it, or else the sentences. */
export function targets(statements: readonly Statement[]): Target[] {
  const typed = statements
    .filter(({ field }) => field === 'slo')
    .flatMap((statement) => {
      const cell = statement.cells?.p99?.quantity;
      return cell ? [{ seconds: cell.high, statement, quantity: cell, isSure: true }] : [];
    });
  if (typed.length > 0) return typed;
  const said = statements.filter(({ field, text }) => field !== 'latency_budget' && STATES_TARGET.test(text));
  return said.flatMap((statement) => {
    const times = timesOf(statement).filter(
      (one) => !isOfHalf(one) && !PART_OF_REQUEST.test(wordsAround(statement, one.quantity)),
    );
    // "The latency budget is 200 ms at p99" is a target too, and a breakdown into several times is none.
    return IS_BUDGET.test(statement.text) && (times.length !== 1 || statement.quantities.length > 1) ? [] : times;
  });
}
