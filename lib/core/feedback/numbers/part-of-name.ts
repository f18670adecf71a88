import type { Tokens } from './tokens';
import { nounUnit, singular, unitWord } from './unit-words';

/** A number may hang on these words: "sub-100 ms". After any other word and a hyphen it is part of a name: "GPT-4". */
const OPEN_PREFIXES = new Set(['sub', 'under', 'over']);

/** What stands behind these is a number by which a thing is called. */
const NUMBERED = new Set(
  'iso iec rfc ieee nist pep http https utf sha cve covid port version ver v room article section chapter figure fig appendix issue ticket windows python java cuda paragraph'.split(
    ' ',
  ),
);
const STATUS = new Set(['status', 'code', 'codes', 'error', 'errors', 'response', 'responses', 'return', 'returns']);
/** "429s" are answers of a server, and no seven minutes. */
const STATUS_CODES = new Set([401, 403, 404, 408, 409, 410, 413, 422, 429, 501, 502, 503, 504]);
const BEFORE_YEAR = new Set(
  'in since year until during early mid late spring summer autumn winter january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const MAX_TOP = 100;

/** True when the digits belong to a name, a date, a time or a subscript, and not to a quantity. */
export function isPartOfName(tokens: Tokens, index: number): boolean {
  const token = tokens.at(index);
  if (token.spaced || index === 0) return false;
  const before = tokens.at(index - 1);
  if (before.kind === 'word') return !['x', 'X'].includes(before.text);
  if (['@', '_', '#', '^', '{'].includes(before.text)) return true;
  if (before.text === ':') return tokens.at(index - 2).kind === 'digits' && !before.spaced;
  if (before.text === '.') return !before.spaced && tokens.at(index - 2).kind !== 'symbol';
  if (before.spaced) return false;
  const owner = tokens.at(index - 2);
  if (before.text === '/') return owner.kind === 'word' && owner.text.length === 1;
  if (before.text !== '-') return false;
  if (owner.kind === 'word') return !OPEN_PREFIXES.has(owner.lower);
  // The second and the third part of a date.
  const isDashed = (at: number) => tokens.joined(at).text === '-';
  return (
    owner.kind === 'digits' &&
    ((isDashed(index + 1) && tokens.joined(index + 2).kind === 'digits') || isDashed(index - 3))
  );
}

/** True when a unit of measure or a scale follows: "%", "GB", "ms", "million", "k". */
export function unitFollows(tokens: Tokens, index: number): boolean {
  const token = tokens.at(index);
  if (['%', '‰', '€', '$', '£'].includes(token.text)) return true;
  if (token.text === '\\') return tokens.joined(index + 1).text === '%';
  if (token.kind !== 'word') return false;
  if (!token.spaced && /^(?:k|K|M|B|bn|Bn|mn|mm|x)$/.test(token.text)) return true;
  if (/^(?:k|K|M|B|bytes?|thousand|million|billion|trillion|hundred|percent|per)$/.test(token.text)) {
    return token.text !== 'per' || tokens.at(index + 1).lower === 'cent';
  }
  return unitWord(token.text) !== null;
}

/**
 * True for a number that calls something by its name and measures nothing: "ISO 8601", "HTTP 429", "the top 10", a year.
 *
 * @param index the first token of the number. @param next the token behind it. @param digits as they are written.
 */
export function isName(tokens: Tokens, index: number, next: number, digits: string): boolean {
  const before = tokens.at(index - 1);
  const word = index > 0 && before.kind === 'word' ? before.lower : '';
  if (NUMBERED.has(word)) return true;
  const value = Number(digits);
  if (STATUS_CODES.has(value) && tokens.joined(next).lower === 's') return true;
  if (unitFollows(tokens, next)) return false;
  if (STATUS.has(word) && /^[1-5]\d\d$/.test(digits)) return true;
  if (word === 'top' && value <= MAX_TOP) return true;
  if (!/^(?:19|20)\d\d$/.test(digits) || tokens.at(index).text !== digits) return false;
  if (BEFORE_YEAR.has(word)) return true;
  // A year stands alone or before one thing: what is counted has its plural behind it, and who means about two thousand writes a round number.
  const follower = tokens.at(next);
  const counts = nounUnit(follower.lower) !== null && singular(follower.lower) !== follower.lower;
  return value >= 1990 && value <= 2039 && value % 100 !== 0 && !counts && !tokens.at(next).text.match(/^[×*=÷+]$/);
}
