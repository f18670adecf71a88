import { FUNCTION_WORDS, NEGATORS } from './function-words';
import type { Token } from './tokens';

/** Below this many words there is nothing to tell a list from a sentence by. */
const FEWEST = 4;
/** Nobody says so many words without one that holds them together, however terse the notes. */
const MOST_OF_NOTES = 24;

/**
 * What stands between names, by kind. Notes that say something without a verb use several: `stream (1 min): clicks → store`.
 * A list is made with one, and perhaps a colon after its title.
 */
const MARKS = [/,/, /;/, /[|•·]/, /\//, /→|⇒|->/, /\n/, /\s[-–—]\s/, /[()[\]]/, /[=≤≥<>×÷+*≈]/, /[.!?]\s/];

/**
 * Whether a piece of text only names things: `latency, p99, ANN, recall, two towers`. Nothing is claimed by that, however
 * well chosen the names are.
 *
 * @param tokens of the text
 */
export function isKeywordList(text: string, tokens: readonly Token[]): boolean {
  if (tokens.length < FEWEST) return true;
  const holding = tokens.filter(({ word }) => FUNCTION_WORDS.has(word) || NEGATORS.has(word)).length;
  const marks = MARKS.filter((mark) => mark.test(text)).length;
  if (holding === 0) return marks <= 1 || tokens.length >= MOST_OF_NOTES;
  // Many short names, even when an "and" stands before the last.
  const segments = text.split(/[,;|•·/→⇒\n]|\s-\s|->/).filter((segment) => /[\p{L}\p{N}]/u.test(segment)).length;
  return segments >= 4 && marks <= 1 && tokens.length / segments < 3 && holding / tokens.length < 0.15;
}
