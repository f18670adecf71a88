import type { TextSpan } from '../../quote-span';

/**
 * What a number measures. A rate is always per second: "5B requests a day" is a `requestsPerSecond` of 57,870 that carries the
 * qualifier `daily`. `bytesPerNumber` is a number format ("fp16" is 2). `items` are counted things that are neither people
 * nor requests nor machines; their noun says which. A `count` has no unit at all.
 */
export type UnitKind =
  | 'count'
  | 'factor'
  | 'users'
  | 'items'
  | 'requests'
  | 'instances'
  | 'requestsPerSecond'
  | 'itemsPerSecond'
  | 'seconds'
  | 'bytes'
  | 'bytesPerSecond'
  | 'bits'
  | 'bytesPerNumber'
  | 'dimensions'
  | 'ratio'
  | 'money'
  | 'operations';

/** Words beside a number that change what it says. */
export type Qualifier =
  | 'p50'
  | 'p90'
  | 'p95'
  | 'p99'
  | 'p999'
  | 'average'
  | 'peak'
  | 'daily'
  | 'atMost'
  | 'atLeast'
  | 'about'
  | 'perArm'
  | 'perInstance';

/** A number with its unit, where it stands in a text. Offsets are UTF-16 code units, and slice to `text`. */
export interface Quantity extends TextSpan {
  readonly text: string;
  /** In the base unit of `unit`: seconds, bytes, parts of one, per second, dollars or whatever the money is. The lower end of a range. */
  readonly value: number;
  /** The upper end of a range; the same as `value` when it is none. */
  readonly high: number;
  /** The number as it is written, with its "k" or "M" and without its unit: 5 in "5 %". */
  readonly written: number;
  readonly unit: UnitKind;
  /** What is counted, in the singular: "impression" in "10B viewable impressions". Null when nothing is named. */
  readonly noun: string | null;
  /** What a sum of money or a time is for, when that is said: "day", "thousand", "request". */
  readonly per: string | null;
  readonly qualifiers: readonly Qualifier[];
  /** Words to call it by, in the order of the text: "eligible videos", "survey answers". May be empty. */
  readonly label: string;
  /** Content words around it in its clause, lower case and singular, nearest first. */
  readonly subject: readonly string[];
}

/** True when the quantity carries the qualifier. */
export function isQualified(quantity: Quantity, qualifier: Qualifier): boolean {
  return quantity.qualifiers.includes(qualifier);
}

/** How far apart two figures may lie and still be the same one, rounded twice. */
export const ROUNDING = 0.05;

/** True when two values are the same but for rounding; `within` is a share of the greater one. */
export function isClose(a: number, b: number, within = ROUNDING): boolean {
  return Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b));
}
