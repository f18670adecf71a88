import { isPlain } from '../findings/stance';
import type { Quantity, UnitKind } from './quantity';
import type { Statement } from './statements';

/*
 * Products that a sentence draws in words: "200M rows of 500 B, so the table takes 100 GB". Only where it says nothing but the
 * factors, a word that draws the conclusion, and the result.
 */

/** The result's unit and those of its factors, all of them and no others. */
const PRODUCTS: readonly { readonly result: UnitKind; readonly factors: readonly UnitKind[] }[] = [
  { result: 'bytes', factors: ['items', 'bytes'] },
  { result: 'bytes', factors: ['bytesPerSecond', 'seconds'] },
  { result: 'bytes', factors: ['itemsPerSecond', 'bytes', 'seconds'] },
  { result: 'bytesPerSecond', factors: ['requestsPerSecond', 'bytes'] },
  { result: 'bytesPerSecond', factors: ['itemsPerSecond', 'bytes'] },
];
/** Alone between the factors and the result, or with the name of the result behind it. */
const CONCLUDES =
  /^(?:\s*each\b)?[\s,;(]*(?:=|≈|→|are|is|i\.e\.?,?|or about|(?:and )?(?:so|thus|hence|therefore|which (?:is|makes|gives|comes to)|that (?:is|makes|gives)|makes?|gives?|comes? to)\b(?:(?! (?:index|hot|cache|keys?|ids?|delta|part|rest)\b)[^.;:]){0,40})\s*$/i;
/** The result is of less than all, or of more. */
const NOT_ALL =
  /\b(?:pq|quanti[sz]\w*|compress\w*|dedup\w*|delta|sav(?:e|es|ed)|only|of which|hot|cold|cached?|shards?|partition\w*|sampl\w*|replica\w*|copies|times|twice|half|double\w*|overhead|raw|fits?|machines?|nodes?|limit|budget|at most|at least|up to|more|less|under|over)\b/i;
/** A record is no larger, and a table no smaller. */
const MOST_OF_ONE = 1e6;

export interface SaidProduct {
  readonly factors: readonly Quantity[];
  readonly result: Quantity;
  /** In the base unit of the result. */
  readonly expected: number;
}

/** The product that a sentence draws in words; null when it surely draws none. */
export function saidProduct({ text, start, quantities, cells }: Statement): SaidProduct | null {
  const result = quantities.at(-1);
  const factors = quantities.slice(0, -1);
  const last = factors.at(-1);
  if (cells || !result || !last || NOT_ALL.test(text) || !isPlain({ text })) return null;
  const units = factors.map(({ unit }) => unit).sort();
  const isKnown = PRODUCTS.some((one) => one.result === result.unit && [...one.factors].sort().join() === units.join());
  if (!isKnown || !CONCLUDES.test(text.slice(last.end - start, result.start - start))) return null;
  const one = factors.find(({ unit }) => unit === 'bytes');
  if ((one && one.value > MOST_OF_ONE) || result.value <= MOST_OF_ONE) return null;
  return { factors, result, expected: factors.reduce((product, { value }) => product * value, 1) };
}
