import type { TextSpan } from '../../quote-span';
import { isClose, type Quantity } from './quantity';

type Operator = '×' | '÷' | '+' | '−';

/** A calculation that is written out: "200M × 5 ÷ 86,400 × 3 = 34.7k". */
export interface Equation {
  readonly operands: readonly Quantity[];
  readonly operators: readonly Operator[];
  /** What stands behind the equals sign; null when the calculation ends without one. */
  readonly result: Quantity | null;
  /** From the first operand to the last. Offsets as the quantities have them. */
  readonly span: TextSpan;
  /** It begins where a clause does: "at 50 % / 32 = 80" is the end of a longer calculation. */
  readonly isWhole: boolean;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '×': '×',
  '*': '×',
  '·': '×',
  '÷': '÷',
  '/': '÷',
  '+': '+',
  '−': '−',
};

/** Between two numbers of a calculation stand at most so many characters: its nouns and one operator. */
const MAX_BETWEEN = 40;
const MAX_OPERANDS = 6;
/** Rounded on the way, and GB or GiB: a result may be off by this much. */
const LOOSE = 0.12;

/** What joins two numbers: an operator, an equals sign, or null. */
function joint(between: string): Operator | '=' | null {
  if (between.length > MAX_BETWEEN) return null;
  const words = between
    .replace(/\bdivided by\b/i, '÷')
    .replace(/\btimes\b/i, '×')
    .replace(/ x /g, ' × ');
  const symbols = words.replace(/[\p{L}\s'’-]/gu, '');
  if (symbols === '=' || symbols === '≈') return '=';
  // "5/8" and "A/B" are no divisions; "/ 86,400" and "x / y" are.
  if (symbols === '/' && !/\s\/|\/\s/.test(words)) return null;
  return OPERATORS[symbols] ?? null;
}

/** True when the calculation goes on to the left or the right of what was read, so that the part read proves nothing. */
const goesOn = (character: string) => /[×*·÷/+−=^()[\]{}²³√∑Σ]/u.test(character);

const OPENS = new Set([
  'so',
  'is',
  'are',
  'have',
  'that',
  'then',
  'and',
  'means',
  'gives',
  'as',
  'takes',
  'costs',
  'load',
]);

/** True when what stands before a calculation is no part of it. */
function beginsClause(before: string): boolean {
  const trimmed = before.trimEnd();
  const word = /\p{L}+$/u.exec(trimmed.slice(-24))?.[0];
  return word === undefined || OPENS.has(word.toLowerCase());
}

/**
 * The calculations that a sentence writes out. Brackets and powers of brackets are not read: a sentence with them gives nothing.
 *
 * @param text the sentence. @param at where it begins, in the offsets that the quantities have.
 */
export function equationsIn(text: string, at: number, quantities: readonly Quantity[]): Equation[] {
  const found: Equation[] = [];
  const between = (left: Quantity | undefined, right: Quantity | undefined) =>
    left && right ? joint(text.slice(left.end - at, right.start - at)) : null;
  let index = 0;
  while (index < quantities.length) {
    const operands: Quantity[] = [];
    const operators: Operator[] = [];
    let next = index;
    for (;;) {
      const one = quantities[next];
      if (!one) break;
      operands.push(one);
      const sign = between(one, quantities[next + 1]);
      if (sign === null || sign === '=') break;
      operators.push(sign);
      next += 1;
    }
    const [first] = operands;
    const last = operands.at(-1);
    const result = between(last, quantities[next + 1]) === '=' ? (quantities[next + 1] ?? null) : null;
    const before = first
      ? text
          .slice(0, first.start - at)
          .trimEnd()
          .slice(-1)
      : '';
    const tail = result ?? last;
    const after = tail
      ? text
          .slice(tail.end - at, tail.end - at + 24)
          .replace(/[\p{L}\s'’-]/gu, '')
          .charAt(0)
      : '';
    const isCut = goesOn(before) || (goesOn(after) && after !== ')');
    if (first && last && operators.length > 0 && operands.length <= MAX_OPERANDS && !isCut) {
      const isWhole = beginsClause(text.slice(0, first.start - at));
      found.push({ operands, operators, result, span: { start: first.start, end: last.end }, isWhole });
    }
    index = next + 1;
  }
  return found;
}

/** Products before sums, from the left. */
function evaluate(values: readonly number[], operators: readonly Operator[]): number {
  let sum = 0;
  let product = values[0] ?? 0;
  operators.forEach((operator, index) => {
    const value = values[index + 1] ?? 0;
    if (operator === '×') product *= value;
    else if (operator === '÷') product /= value;
    else {
      sum += product;
      product = operator === '+' ? value : -value;
    }
  });
  return sum + product;
}

/** A number in its base unit, as it is written, and a rate over its day: people reckon with all three. */
function readings(quantity: Quantity): number[] {
  const all = [quantity.value, quantity.written];
  return [...new Set(quantity.unit.endsWith('PerSecond') ? [...all, quantity.value * 86_400] : all)];
}

/** The same digits: "3.0 + 29.7 = 32.7B" leaves the billions to the result, and "200B" may be bytes. */
function sameDigits(a: number, b: number): boolean {
  for (let power = -4; power <= 4; power += 1) if (isClose(a * 1000 ** power, b, LOOSE)) return true;
  return false;
}

/**
 * What the calculation comes to, closest to what it is said to come to over all the ways of reading its units.
 *
 * @returns `holds` when any way of reading them gives the result, rounded.
 */
export function checkEquation({ operands, operators }: Equation, result: Quantity): { holds: boolean; value: number } {
  let ways: number[][] = [[]];
  for (const operand of operands) ways = ways.flatMap((way) => readings(operand).map((value) => [...way, value]));
  const targets = [...readings(result), result.high];
  const values = ways.map((way) => evaluate(way, operators)).filter(Number.isFinite);
  const holds = values.length === 0 || values.some((value) => targets.some((target) => sameDigits(value, target)));
  return { holds, value: values[0] ?? result.value };
}
