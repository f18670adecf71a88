import { contentWords } from './clause-words';
import { findQuantities } from './find-quantities';
import type { Qualifier, Quantity, UnitKind } from './quantity';
import { namesRateOfOne } from './rate-of-one';
import { Tokens } from './tokens';
import { SECONDS_PER_DAY } from './unit-words';

interface TypedColumn {
  readonly unit: UnitKind;
  /** What the number one is in the base unit, when no unit is typed. */
  readonly factor: number;
  readonly noun: string | null;
  readonly qualifiers: readonly Qualifier[];
  /** What the number is called where its row has no name in words. */
  readonly label: string;
}

const typed = (
  unit: UnitKind,
  factor = 1,
  noun: string | null = null,
  qualifiers: readonly Qualifier[] = [],
  label = '',
): TypedColumn => ({ unit, factor, noun, qualifiers, label });

/** The columns whose heading says the unit, by `field.column`. */
const TYPED: Readonly<Record<string, TypedColumn>> = {
  'slo.p99': typed('seconds', 1e-3, null, ['p99']),
  'slo.availability': typed('ratio', 0.01, null, [], 'availability'),
  'latency_budget.ms': typed('seconds', 1e-3),
  'experiment.n_per_arm': typed('count', 1, null, ['perArm']),
  'experiment.days': typed('seconds', 86_400),
  'capacity.qps': typed('requestsPerSecond', 1, 'request'),
  'capacity.replicas': typed('instances', 1, 'replica'),
};

/** Columns of numbers that say their unit in the cell beside them. */
const WITH_UNIT = new Set(['scale.value']);

/** Units that a cell of the column may be typed in besides its own, and what they then mean. */
const agrees = (column: TypedColumn, unit: UnitKind) =>
  unit === column.unit || (column.unit === 'count' && ['users', 'items', 'requests'].includes(unit));

const PEAK_FACTOR = /\bpeak\b.*\b(?:factor|ratio|multipl\w*|over|to)\b/i;

/** What the name of a row says about its number, where the number has no unit that would. */
function asNamed(read: Quantity, name: string, unit: string): Quantity {
  const both = `${name} ${unit}`;
  const isBare = ['count', 'items', 'requests', 'itemsPerSecond', 'requestsPerSecond'].includes(read.unit);
  if (isBare && namesRateOfOne(both)) {
    const high = read.value === 0 ? 0 : (read.written * read.high) / read.value;
    return {
      ...read,
      value: read.written / SECONDS_PER_DAY,
      high: high / SECONDS_PER_DAY,
      unit: 'requestsPerSecond',
      noun: 'request',
      per: 'user',
      qualifiers: ['daily'],
    };
  }
  const isFactor = read.unit === 'count' && (PEAK_FACTOR.test(name) || /^(?:x|×|times)$/i.test(unit));
  return isFactor ? { ...read, unit: 'factor' } : read;
}

/**
 * Reads a table cell that is meant to hold one number: the column says the unit, unless the cell does.
 *
 * @returns the quantity with offsets into the cell (its unit's cell not counted); null for a column of words, and for a cell
 *   that holds no number or one of another unit.
 */
export function quantityInCell(cell: {
  readonly fieldId: string;
  readonly columnId: string;
  readonly text: string;
  readonly unit: string;
  /** What stands in the first column of the row. */
  readonly name: string;
}): Quantity | null {
  const key = `${cell.fieldId}.${cell.columnId}`;
  const column = Object.hasOwn(TYPED, key) ? TYPED[key] : undefined;
  if (!column && !WITH_UNIT.has(key)) return null;
  const subject = contentWords(wordsOf(cell.name), 8);
  const label = /\p{L}/u.test(cell.name) ? cell.name.slice(0, 60) : (column?.label ?? '');
  if (!column) {
    const [read, second] = findQuantities(`${cell.text} ${cell.unit}`);
    if (!read || second || read.start > 1) return null;
    // "peak requests · 35k · per second": the name of the row says what is counted, when the unit does not.
    const [named] = findQuantities(`${cell.name.slice(0, 80)}: ${cell.text} ${cell.unit}`).slice(-1);
    const better = named && (read.unit === 'count' || read.noun === null) ? named : read;
    const best = asNamed(better, cell.name, cell.unit);
    return {
      ...best,
      start: 0,
      end: cell.text.length,
      text: cell.text,
      qualifiers: withWords(best.qualifiers, cell.name),
      label,
      subject,
    };
  }
  const [read, second] = findQuantities(cell.text);
  if (!read || second) return null;
  const own = agrees(column, read.unit);
  if (!own && read.unit !== 'count') return null;
  const factor = read.unit === 'count' ? column.factor : 1;
  return {
    ...read,
    value: read.value * factor,
    high: read.high * factor,
    unit: read.unit === 'count' ? column.unit : read.unit,
    noun: read.noun ?? column.noun,
    qualifiers: [...new Set([...read.qualifiers, ...column.qualifiers])].sort(),
    label,
    subject,
  };
}

function wordsOf(text: string) {
  const tokens = new Tokens(text.slice(0, 400));
  return Array.from({ length: tokens.length }, (_, index) => tokens.at(index));
}

/** The name of a row qualifies its number: "peak requests". */
function withWords(qualifiers: readonly Qualifier[], words: string): Qualifier[] {
  const found = new Set(qualifiers);
  if (/\bpeak\b/i.test(words)) found.add('peak');
  if (/\b(?:average|avg|mean)\b/i.test(words)) found.add('average');
  if (/\b(?:daily|dau)\b|\b(?:a|per) day\b/i.test(words)) found.add('daily');
  return [...found].sort();
}
