import { readNumber } from './feedback/numbers/read-number';
import { Tokens } from './feedback/numbers/tokens';
import { periodOf } from './feedback/numbers/unit-words';

/** A cell that holds one time is shorter than this. */
const LONGEST_TEXT = 60;
/** What may stand before the number without changing it: "~", "≤", "p99:". */
const LEAD = /^(?:p\d{2,3}(?:\.\d+)?\s*:?\s+|[~≈≤<]\s*)*/;
/** One comma with digits on both sides, and no other mark between digits. */
const ONE_COMMA = /^(\d+),(\d+)(?![\d.,'’_])/;

/** A number alone may be a year, and "429s" the answers of a server, until its unit says that it is a time. */
const withUnit = (text: string) => text.replace(/\dk?$/, '$& ms').replace(/(\d)s$/, '$1 s');

/** A comma that cannot part thousands stands before decimals: "1,5", "0,250", "1234,567". */
function withDecimalPoint(text: string): string {
  return text.replace(ONE_COMMA, (both, whole: string, decimals: string) => {
    const partsThousands = decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0');
    return partsThousands ? both : `${whole}.${decimals}`;
  });
}

/**
 * Reads a cell that is meant to hold one time, in milliseconds unless it says its unit: `25`, `40 ms`, `0.2 s`, `~1,500`,
 * `1,5` (a decimal comma), `2k`, `300 µs`. The cell is read as a whole or not at all: of a range, a sum, a fraction, two
 * numbers, a negative one or a unit that is no time, a part would be a wrong number that looks like a right one.
 *
 * @returns milliseconds, 0 or more; null when the text is anything but one time.
 */
export function parseMilliseconds(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TEXT) return null;
  // A phone begins a cell with a capital, and a million milliseconds is never meant: "10 M" is as unclear as "10 m".
  const cell = trimmed.toLowerCase().replace(LEAD, '').replace(/\.$/, '');
  const tokens = new Tokens(withUnit(withDecimalPoint(cell)));
  const number = readNumber(tokens, 0);
  if (!number) return null;
  const unit = tokens.at(number.next);
  const seconds = unit.kind === 'word' ? periodOf(unit.text) : null;
  if (seconds === null || number.next + 1 < tokens.length) return null;
  // 0.3 s must not become 299.99999999999994 ms.
  const milliseconds = Number((number.value * seconds * 1000).toPrecision(12));
  return Number.isFinite(milliseconds) ? milliseconds : null;
}
