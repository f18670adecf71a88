import { FUNCTION_WORDS, NEGATORS } from './function-words';
import type { Token } from './tokens';

/** Marks that stand for a word between two things: `label = 1`, `stream → store`, `≤ 200`. */
const RELATIONS = /[=→⇒≤≥<>×*/+:]|->|=>|\bvs\b/g;

/** Below this many words there is nothing to tell a list from a sentence by. */
const FEWEST = 4;

/**
 * Whether a piece of text only names things: `latency, p99, ANN, recall, two towers`. Nothing is claimed by that, however
 * well chosen the names are.
 *
 * @param tokens of the text
 */
export function isKeywordList(text: string, tokens: readonly Token[]): boolean {
  if (tokens.length < FEWEST) return true;
  const holding = tokens.filter(({ word }) => FUNCTION_WORDS.has(word) || NEGATORS.has(word)).length;
  const relations = text.match(RELATIONS)?.length ?? 0;
  const segments = text.split(/[,;|•·/\n]|\s-\s/).filter((segment) => /[\p{L}\p{N}]/u.test(segment)).length;
  const ties = holding + relations;
  if (ties === 0) return true;
  // Many short names, even when an "and" stands before the last.
  return segments >= 4 && tokens.length / segments < 3 && ties / tokens.length < 0.15;
}
