import { clauseAfter, clauseBefore, contentWords } from './clause-words';
import { withName } from './name-before';
import { qualifiersOf } from './qualifiers';
import type { Qualifier, Quantity } from './quantity';
import { type ReadNumber, readNumber } from './read-number';
import { type ReadUnit, readUnit } from './read-unit';
import { type Token, Tokens } from './tokens';
import { NUMBER_FORMATS, nounUnit, own } from './unit-words';

const CURRENCY = new Set(['$', '€', '£']);
const MINUS = new Set(['-', '−']);
const DASHES = new Set(['-', '–', '—', '−']);
const MAX_SUBJECT_WORDS = 6;
const LABEL_WORDS = 3;

interface Read {
  readonly number: ReadNumber;
  readonly unit: ReadUnit;
  readonly value: number;
  readonly high: number;
  readonly firstToken: number;
  /** Where it is not the value over its unit. */
  readonly written?: number;
}

/** "fp16", "int8". */
function readFormat(tokens: Tokens, index: number): { bytes: number; next: number } | null {
  const word = tokens.at(index);
  if (word.kind !== 'word') return null;
  const digits = tokens.joined(index + 1);
  if (digits.kind !== 'digits') return null;
  const bytes = own(NUMBER_FORMATS, `${word.lower}${digits.text}`);
  return bytes === null ? null : { bytes, next: index + 2 };
}

/** "one in a hundred", "8 in 10,000", "one impression in a hundred". */
function readShare(tokens: Tokens, number: ReadNumber): Read | null {
  if (number.value > 10 || number.value < 1) return null;
  const skipped = nounUnit(tokens.at(number.next).lower) ? 1 : 0;
  if (tokens.at(number.next + skipped).lower !== 'in') return null;
  const whole = readNumber(tokens, number.next + skipped + 1);
  if (!whole || whole.value < 10 || whole.value % 5 !== 0 || whole.value <= number.value) return null;
  const unit = readUnit(tokens, whole.next, whole.value, whole.scale > 1);
  if (!unit || !['count', 'items', 'users', 'requests'].includes(unit.unit)) return null;
  const share = number.value / whole.value;
  return { number, unit: { ...unit, unit: 'ratio', factor: 1 }, value: share, high: share, firstToken: number.first };
}

/** The upper end of "100-200 ms" and "1 to 2 million"; null when no range follows. */
function readUpper(tokens: Tokens, low: ReadNumber): ReadNumber | null {
  const dash = tokens.at(low.next);
  const isDash = DASHES.has(dash.text) && (!dash.spaced || dash.text !== '-');
  if (!isDash && dash.lower !== 'to') return null;
  const high = readNumber(tokens, low.next + 1);
  if (!high || high.inWords !== low.inWords) return null;
  const lends = low.scale === 1 && high.scale > 1 && low.value * high.scale < high.value;
  return (lends ? low.value * high.scale : low.value) < high.value ? high : null;
}

function readPlain(tokens: Tokens, number: ReadNumber): Read | null {
  const upper = readUpper(tokens, number);
  const last = upper ?? number;
  const unit = readUnit(tokens, last.next, last.value, last.scale > 1);
  if (!unit) return null;
  const lends = upper !== null && number.scale === 1 && upper.scale > 1 && number.value * upper.scale < upper.value;
  const low = lends ? number.value * upper.scale : number.value;
  return { number, unit, value: low * unit.factor, high: last.value * unit.factor, firstToken: number.first };
}

/** A number in words counts only where a unit or a scale shows that a quantity is meant: "one" is mostly a pronoun. */
const isMeant = ({ number, unit }: Read) => !number.inWords || number.scale > 1 || unit.unit !== 'count';

/** The sign before a number: at the start of a word, so that "3-5" and "mid-5" are not negative. */
function hasMinus(tokens: Tokens, index: number): boolean {
  const sign = tokens.at(index - 1);
  return MINUS.has(sign.text) && !tokens.at(index).spaced && sign.spaced && tokens.at(index - 2).kind !== 'digits';
}

/** Turns "$0.50", "$ 3" and "\$3" into money; the text then begins at the sign. */
function asMoney(tokens: Tokens, read: Read): Read {
  const before = tokens.at(read.firstToken - 1);
  if (
    !CURRENCY.has(before.text) ||
    !['count', 'items', 'itemsPerSecond', 'requests', 'requestsPerSecond'].includes(read.unit.unit)
  )
    return read;
  // "$2,880 a day": the rate belongs to the money.
  const rateWord = tokens.at(read.unit.next - 1).lower;
  const isRate = read.unit.unit.endsWith('PerSecond') && read.unit.noun === null;
  const factor = isRate ? read.unit.factor : 1;
  const next = read.unit.noun === null ? read.unit.next : read.number.next;
  const per = isRate ? rateWord : read.unit.per;
  return {
    ...read,
    firstToken: read.firstToken - 1,
    value: read.value / factor,
    written: read.value / factor,
    high: read.high / factor,
    unit: { ...read.unit, unit: 'money', noun: null, per, daily: false, next },
  };
}

/** "×3" and "x3" name a factor, where "200M × 3" is a product. */
function asFactor(tokens: Tokens, read: Read): Read {
  const sign = tokens.at(read.firstToken - 1);
  const isFactor =
    read.unit.unit === 'count' && (sign.text === '×' || sign.lower === 'x') && !tokens.at(read.firstToken).spaced;
  return isFactor && sign.spaced ? { ...read, unit: { ...read.unit, unit: 'factor' } } : read;
}

/** What is counted, in its own words; for a time, a share or a size the words before it, or else those behind. */
function labelOf(
  unit: ReadUnit,
  tokens: Tokens,
  read: Read,
  before: readonly Token[],
  after: readonly Token[],
): string {
  const last = tokens.at(unit.next - 1);
  const isCounted = ['users', 'items', 'requests', 'instances'].includes(unit.unit) && unit.next > read.number.next;
  if (isCounted && !unit.perArm) {
    const counted = contentWords(clauseAfter(tokens, read.number.next, unit.next - read.number.next), LABEL_WORDS + 1);
    if (counted.length > 0 && last.kind === 'word') return counted.join(' ');
  }
  const said = contentWords(before, LABEL_WORDS).reverse();
  return (said.length > 0 ? said : contentWords(after, LABEL_WORDS)).join(' ');
}

function finish(tokens: Tokens, read: Read): Quantity {
  const negative = hasMinus(tokens, read.firstToken);
  const first = negative ? read.firstToken - 1 : read.firstToken;
  const before = clauseBefore(tokens, first);
  const after = clauseAfter(tokens, read.unit.next);
  const unit = withName(read.unit, before);
  const start = tokens.at(first).start;
  const end = tokens.at(unit.next - 1).end;
  const sign = (negative ? -1 : 1) * (unit.factor / read.unit.factor);
  const qualifiers = new Set<Qualifier>(qualifiersOf(before, after, unit.unit === 'seconds'));
  const within = unit.next - read.number.next;
  for (const [isSaid, qualifier] of [
    [unit.daily, 'daily'],
    [unit.peak, 'peak'],
    [unit.perArm, 'perArm'],
    [unit.perInstance, 'perInstance'],
  ] as const) {
    if (isSaid) qualifiers.add(qualifier);
  }
  const inside = contentWords(clauseAfter(tokens, read.number.next, within), MAX_SUBJECT_WORDS);
  const label = labelOf(unit, tokens, read, before, after);
  const subject = [...inside, ...contentWords(before, MAX_SUBJECT_WORDS), ...contentWords(after, 3)];
  return {
    start,
    end,
    text: tokens.text.slice(start, end),
    value: sign * read.value,
    high: sign * read.high,
    written: (negative ? -1 : 1) * (read.written ?? read.value / read.unit.factor),
    unit: unit.unit,
    noun: unit.noun,
    per: unit.per,
    qualifiers: [...qualifiers].sort(),
    label,
    subject: [...new Set(subject)].slice(0, 2 * MAX_SUBJECT_WORDS),
  };
}

/** Reads the quantities out of tokens; see `findQuantities`. */
export function quantitiesIn(tokens: Tokens): Quantity[] {
  const found: Quantity[] = [];
  let index = 0;
  while (index < tokens.length) {
    const format = readFormat(tokens, index);
    if (format) {
      const start = tokens.at(index).start;
      const end = tokens.at(format.next - 1).end;
      const bytes = format.bytes;
      const text = tokens.text.slice(start, end);
      found.push({
        start,
        end,
        text,
        value: bytes,
        high: bytes,
        written: bytes,
        unit: 'bytesPerNumber',
        noun: null,
        per: null,
        qualifiers: [],
        label: 'number format',
        subject: [],
      });
      index = format.next;
      continue;
    }
    const number = readNumber(tokens, index);
    const read = number && (readShare(tokens, number) ?? readPlain(tokens, number));
    if (!number || !read || !isMeant(read) || !Number.isFinite(read.value) || !Number.isFinite(read.high)) {
      index = number && !number.inWords ? number.next : index + 1;
      continue;
    }
    const money = asFactor(tokens, asMoney(tokens, read));
    found.push(finish(tokens, money));
    index = Math.max(money.unit.next, number.next);
  }
  return found;
}

/**
 * Finds numbers with their units in a text, as people write them in a design: "200M DAU", "p99 120 ms", "512-dim fp16",
 * "1.2k QPS", "10B viewable impressions a day", "two weeks", "$0.50 per 1,000". Names and dates ("GPT-4", "NDCG@20", "10:30")
 * are passed over, and so is what can mean two things ("5m"). Reads each place a bounded number of times.
 *
 * @returns them in the order of the text; none overlaps another.
 */
export function findQuantities(text: string): Quantity[] {
  return quantitiesIn(new Tokens(text));
}
