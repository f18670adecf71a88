import { type ConceptId, conceptName, conceptOf } from '../numbers/concepts';
import { isClose, isQualified, type Quantity } from '../numbers/quantity';
import { sayValue } from '../numbers/say-value';
import { quoteOf, type Statement } from '../numbers/statements';
import { wordsAround } from '../numbers/words-around';
import type { FactReading, Finding, Rule } from './finding';
import { isPlain } from './stance';

/** Apart by less than this, two figures are the same one rounded. */
const ROUNDED = 0.1;
/** Shares are often of a part: only one that is less than half of the other, or more than twice, is another share. */
const OTHER_SHARE = 0.5;

/** Concepts of which a case has one true value. A stricter latency than the agreed one is a choice, and no contradiction. */
const FIXED = (concept: ConceptId) =>
  concept === 'daily-users' || concept === 'base-rate' || concept.startsWith('catalogue-');

interface Known {
  readonly concept: ConceptId;
  readonly quantity: Quantity;
  readonly reading: FactReading;
}

/** Facts say things shortly: "250 million daily members", "A billion catalogue images", "about 200 million people … on a day". */
function conceptInFact(quantity: Quantity, { fact }: FactReading): ConceptId | null {
  const text = fact.answer.text;
  const around = wordsAround({ start: 0, end: text.length, text }, quantity);
  if (
    quantity.unit === 'users' &&
    fact.topic === 'scale' &&
    /\b(?:on a day|a day|per day|each day|daily)\b/i.test(around)
  )
    return 'daily-users';
  if (quantity.unit === 'seconds' && fact.topic === 'latency') return 'latency-p99';
  return conceptOf(quantity, around, around);
}

const knownIn = (reading: FactReading): Known[] =>
  reading.quantities.flatMap((quantity) => {
    const concept = conceptInFact(quantity, reading);
    return concept ? [{ concept, quantity, reading }] : [];
  });

/** The longest time that the facts name. "The whole request has 120" leaves its unit to the sentence before. */
function longestIn(known: readonly Known[]): number {
  return Math.max(
    ...known.flatMap(({ quantity, reading }) => [
      quantity.high,
      ...reading.quantities.filter(({ unit }) => unit === 'count').map(({ value }) => value / 1000),
    ]),
  );
}

function compare(
  statement: Statement,
  quantity: Quantity,
  concept: ConceptId,
  known: readonly Known[],
): Finding | null {
  const same = known.filter((one) => one.concept === concept);
  const [first] = same;
  if (!first) return null;
  const apart = concept === 'base-rate' ? OTHER_SHARE : ROUNDED;
  const bound = isQualified(quantity, 'atMost') || isQualified(quantity, 'atLeast');
  const differs =
    concept === 'latency-p99'
      ? longestIn(same) * (1 + ROUNDED) < quantity.value
      : FIXED(concept) &&
        !bound &&
        same.every(
          (one) =>
            !isClose(quantity.value, one.quantity.value, apart) && !isClose(quantity.high, one.quantity.high, apart),
        );
  if (!differs) return null;
  const closest = same.reduce((best, one) => (one.quantity.high > best.quantity.high ? one : best), first);
  const { reading } = closest;
  const said = (one: Quantity) => sayValue(one.value, one.unit, one.noun);
  const why = `The answer reckons with ${said(quantity)} (${conceptName(concept)}), and the interviewer said ${said(closest.quantity)}.`;
  const { start, end, text } = closest.quantity;
  return { rule: 'against-fact', why, quotes: [quoteOf(statement), { fact: reading.fact.id, start, end, text }] };
}

/**
 * A figure of the answer is another one than the interviewer gave. Only figures of which there is one true value are compared,
 * and only when none that the fact holds fits. At most one finding for each concept.
 */
export const againstFact: Rule = ({ statements, facts }) => {
  const known = facts.flatMap(knownIn);
  if (known.length === 0) return [];
  const findings = new Map<ConceptId, Finding>();
  const agreed = new Set<ConceptId>();
  for (const statement of statements) {
    if (!isPlain(statement)) continue;
    for (const quantity of statement.quantities) {
      const concept = conceptOf(quantity, statement.text, wordsAround(statement, quantity));
      if (!concept || !known.some((one) => one.concept === concept)) continue;
      const finding = compare(statement, quantity, concept, known);
      if (!finding) agreed.add(concept);
      else if (!findings.has(concept)) findings.set(concept, finding);
    }
  }
  // Who also gives the right figure somewhere means another thing by this one.
  return [...findings].filter(([concept]) => !agreed.has(concept)).map(([, finding]) => finding);
};
