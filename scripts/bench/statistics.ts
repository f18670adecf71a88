/** The middle value; of an even number of values, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that at least `percent` of the values do not exceed ("nearest rank"). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** What several runs measured, kept whole so that a reader can judge the spread. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: readonly number[];
}

export function spread(runs: readonly number[]): Spread {
  return { median: median(runs), min: Math.min(...runs), max: Math.max(...runs), runs };
}

/** `12.3 (11.9–13.0)`, or the one number when all runs gave the same. */
export function shown({ median, min, max }: Spread, digits = 0): string {
  const [middle, low, high] = [median, min, max].map((value) => grouped(value, digits));
  return low === high ? `${middle}` : `${middle} (${low}–${high})`;
}

/** `12,345.6` */
export function grouped(value: number, digits = 0): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
