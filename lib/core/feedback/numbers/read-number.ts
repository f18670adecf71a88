import { isName, isPartOfName, unitFollows } from './part-of-name';
import type { Token, Tokens } from './tokens';
import { own } from './unit-words';

/** A number as it is written, before its unit is known. */
export interface ReadNumber {
  readonly value: number;
  /** The tokens from `first` up to, not including, `next`. */
  readonly first: number;
  readonly next: number;
  /** "200M" and "two million" are scaled, "200" is not: the second number of "1-2M" lends its scale to the first. */
  readonly scale: number;
  readonly inWords: boolean;
}

const LETTER_SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  bn: 1e9,
  Bn: 1e9,
  mn: 1e6,
  mm: 1e6,
};

const WORD_SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
};

const WORD_VALUES: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  sixteen: 16,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const ORDINAL = new Set(['st', 'nd', 'rd', 'th']);
/** A number with more digits than this is no quantity that anybody means. */
const MAX_DIGITS = 40;

const isGroup = (separator: Token, digits: Token) =>
  !separator.spaced &&
  [',', '_', '’', "'"].includes(separator.text) &&
  !digits.spaced &&
  digits.kind === 'digits' &&
  digits.text.length === 3;

/** Digits with thousands separators: "1,000,000", "1_000_000" and "1 000 000". */
function readGroups(tokens: Tokens, index: number): { digits: string; next: number } {
  let digits = tokens.at(index).text;
  let next = index + 1;
  if (digits.length > 3 || digits === '0') return { digits, next };
  while (digits.length <= MAX_DIGITS) {
    const one = tokens.at(next);
    if (isGroup(one, tokens.at(next + 1))) {
      digits += tokens.at(next + 1).text;
      next += 2;
    } else if (one.kind === 'digits' && one.text.length === 3 && one.start - tokens.at(next - 1).end === 1) {
      digits += one.text;
      next += 1;
    } else break;
  }
  return { digits, next };
}

/** The power that follows a base: "2^27", "10^{6}", "10**9". */
function readPower(tokens: Tokens, index: number): { exponent: number; next: number } | null {
  let at = index;
  if (tokens.joined(at).text === '^') at += 1;
  else if (tokens.joined(at).text === '*' && tokens.joined(at + 1).text === '*') at += 2;
  else return null;
  const braced = tokens.joined(at).text === '{';
  if (braced) at += 1;
  const digits = tokens.joined(at);
  if (digits.kind !== 'digits' || digits.text.length > 3) return null;
  return { exponent: Number(digits.text), next: at + (braced ? 2 : 1) };
}

/** The decimals behind a comma: "3,5 GB". Three digits are thousands, and a list of numbers has no unit right behind. */
function decimalsAfterComma(tokens: Tokens, index: number, whole: string, next: number): string | null {
  const comma = tokens.joined(next);
  const decimals = tokens.joined(next + 1);
  if (comma.text !== ',' || decimals.kind !== 'digits' || whole.length > 6) return null;
  if (decimals.text.length === 3 && whole !== '0') return null;
  const isList =
    (tokens.joined(next + 2).text === ',' && tokens.joined(next + 3).kind === 'digits') ||
    (tokens.joined(index - 1).text === ',' && !tokens.at(index).spaced);
  const isMoney = ['$', '€', '£'].includes(tokens.at(index - 1).text);
  return !isList && (whole === '0' || isMoney || unitFollows(tokens, next + 2)) ? decimals.text : null;
}

function readDigits(tokens: Tokens, index: number): ReadNumber | null {
  const token = tokens.at(index);
  const leadingDot = token.text === '.' && tokens.joined(index + 1).kind === 'digits' && token.spaced;
  if (!leadingDot && (token.kind !== 'digits' || isPartOfName(tokens, index))) return null;
  const groups = leadingDot ? { digits: '0', next: index } : readGroups(tokens, index);
  let { digits, next } = groups;
  const afterComma = leadingDot ? null : decimalsAfterComma(tokens, index, digits, next);
  if (afterComma !== null) {
    digits = `${digits}.${afterComma}`;
    next += 2;
  } else if (tokens.joined(next).text === '.' || leadingDot) {
    const decimals = tokens.joined(next + 1);
    if (decimals.kind === 'digits') {
      digits = `${digits}.${decimals.text}`;
      next += 2;
    }
  }
  if (digits.length > MAX_DIGITS || isName(tokens, index, next, digits)) return null;
  let value = Number(digits);
  const after = tokens.joined(next);
  if (after.lower === 'e' && tokens.joined(next + 1).kind === 'digits') {
    value *= 10 ** Number(tokens.at(next + 1).text);
    next += 2;
  }
  const power = readPower(tokens, next);
  if (power) {
    value **= power.exponent;
    next = power.next;
  }
  const follower = tokens.joined(next);
  if (ORDINAL.has(follower.lower)) return null;
  // A time of day, a date, a version.
  if ([':', '.', '_', '-'].includes(follower.text) && tokens.joined(next + 1).kind === 'digits') {
    if (follower.text !== '-' || tokens.joined(next + 2).text === '-') return null;
  }
  const scaled = readScale(tokens, next);
  value *= scaled.scale;
  return Number.isFinite(value)
    ? { value, first: index, next: scaled.next, scale: scaled.scale, inWords: false }
    : null;
}

function readScale(tokens: Tokens, index: number): { scale: number; next: number } {
  const token = tokens.at(index);
  const word = own(WORD_SCALES, token.lower);
  if (token.kind === 'word' && word !== null) return { scale: word, next: index + 1 };
  const letter = own(LETTER_SCALES, token.text);
  // "500 B" are bytes and "20 mm" a length: a letter apart from its number is a scale only where nothing else can be meant.
  if (letter !== null && (!token.spaced || ['k', 'K', 'M'].includes(token.text)))
    return { scale: letter, next: index + 1 };
  return { scale: 1, next: index };
}

/** "two", "thirty", "half a million", "a billion", "two hundred thousand". */
function readWords(tokens: Tokens, index: number): ReadNumber | null {
  const token = tokens.at(index);
  if (token.kind !== 'word' || (!token.spaced && index > 0 && tokens.at(index - 1).text === '-')) return null;
  let value: number | null = null;
  let next = index + 1;
  if (token.lower === 'half' && ['a', 'an'].includes(tokens.at(next).lower)) {
    value = 0.5;
    next += 1;
  } else if (token.lower === 'a' || token.lower === 'an') value = 1;
  else value = own(WORD_VALUES, token.lower);
  if (value === null) return null;
  const units = tokens.at(next).text === '-' ? own(WORD_VALUES, tokens.at(next + 1).lower) : null;
  if (units !== null && units < 10 && value >= 20) {
    value += units;
    next += 2;
  }
  let scale = 1;
  for (let step = 0; step < 2; step += 1) {
    const more = own(WORD_SCALES, tokens.at(next).lower);
    if (more === null) break;
    scale *= more;
    next += 1;
  }
  const needsScale = token.lower === 'half' || token.lower === 'a' || token.lower === 'an';
  return needsScale && scale === 1 ? null : { value: value * scale, first: index, next, scale, inWords: true };
}

/** Reads the number that begins at a token; null when none does. Looks at no more than a few tokens on either side. */
export function readNumber(tokens: Tokens, index: number): ReadNumber | null {
  return readDigits(tokens, index) ?? readWords(tokens, index);
}
