import type { Token, Tokens } from './tokens';
import { nounUnit, singular, unitWord } from './unit-words';

/** How far around a number its clause is read, in tokens. A constant, so that a text is read in linear time. */
const REACH = 9;

const ENDS_CLAUSE = new Set([';', '(', ')', '!', '?', '|', '\u00b7']);

const STOP_WORDS = new Set(
  (
    'a an the of in on at by for from to with without and or but so as than then that which who is are was were be been has ' +
    'have had do does did can may must will would should could if when while because into over under per each every we i it ' +
    'its our my their they this these those there here not no yes about around roughly approximately nearly almost least most ' +
    'more less fewer only up down out all both either some any one two also just still too very same other own such how what ' +
    'fp th int us you your means makes make get gets give gives take takes need needs use used using say says'
  ).split(' '),
);

/** Where a clause stops: at punctuation, and at a line's end. The dot of a decimal does not stop it. */
function endsClause(tokens: Tokens, index: number): boolean {
  const token = tokens.at(index);
  if (token.text === '.') return tokens.joined(index + 1).kind !== 'digits';
  return token.kind === 'newline' || ENDS_CLAUSE.has(token.text);
}

/** The tokens before an index in its clause, nearest first. */
export function clauseBefore(tokens: Tokens, index: number, reach = REACH): Token[] {
  const found: Token[] = [];
  for (let at = index - 1; at >= index - reach; at -= 1) {
    if (endsClause(tokens, at)) break;
    found.push(tokens.at(at));
  }
  return found;
}

/** The tokens from an index on in its clause. */
export function clauseAfter(tokens: Tokens, index: number, reach = REACH): Token[] {
  const found: Token[] = [];
  for (let at = index; at < index + reach; at += 1) {
    if (endsClause(tokens, at)) break;
    found.push(tokens.at(at));
  }
  return found;
}

/** The words of a clause that carry meaning, in the singular; a comma or another number ends it once something was found. */
export function contentWords(tokens: readonly Token[], limit: number): string[] {
  const words: string[] = [];
  for (const token of tokens) {
    if (words.length >= limit) break;
    if (token.kind === 'digits' || token.text === ',') {
      if (words.length > 0) break;
      continue;
    }
    if (token.kind !== 'word' || token.lower.length < 2 || STOP_WORDS.has(token.lower)) continue;
    // Units are no subject, but what is counted is.
    if (unitWord(token.text) && !nounUnit(token.lower)) continue;
    words.push(singular(token.lower));
  }
  return words;
}
