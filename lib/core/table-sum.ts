import type { TableRow } from './answer';
import type { LatencyTarget } from './latency-slo';
import { parseMilliseconds } from './milliseconds-text';

export interface ColumnSum {
  /** In ms. */
  readonly total: number;
  /** How many cells held a time. */
  readonly counted: number;
  /** How many cells held something else. */
  readonly unread: number;
}

/** Adds up the times of one column; empty cells count as nothing. */
export function sumColumn(rows: readonly TableRow[], columnId: string): ColumnSum {
  let total = 0;
  let counted = 0;
  let unread = 0;
  for (const row of rows) {
    const cell = (row[columnId] ?? '').trim();
    if (cell === '') continue;
    const value = parseMilliseconds(cell);
    if (value === null) unread += 1;
    else {
      total += value;
      counted += 1;
    }
  }
  // Milliseconds typed with decimals must not show as 0.30000000000000004.
  return { total: Number(total.toPrecision(12)), counted, unread };
}

/** How many cells a sum had to leave out, in words; empty when none. */
export function unreadText(unread: number): string {
  if (unread === 0) return '';
  return unread === 1 ? 'one cell has no number to add' : `${unread} cells have no number to add`;
}

export type BudgetVerdict =
  | { readonly kind: 'no-target' }
  | { readonly kind: 'unread-target' }
  /** Fits as far as it could be read: what a cell without a number takes is not known. */
  | { readonly kind: 'incomplete'; readonly target: number }
  | { readonly kind: 'fits'; readonly target: number; readonly slack: number }
  | { readonly kind: 'over'; readonly target: number; readonly by: number };

/** Holds a latency budget against the SLO. Both in ms; a planning bound, since stage p99s do not add up to a p99. */
export function compareWithTarget({ total, unread }: ColumnSum, target: LatencyTarget): BudgetVerdict {
  if (target === 'unset') return { kind: 'no-target' };
  if (target === 'unread') return { kind: 'unread-target' };
  const slack = Number((target - total).toPrecision(12));
  if (slack < 0) return { kind: 'over', target, by: -slack };
  return unread > 0 ? { kind: 'incomplete', target } : { kind: 'fits', target, slack };
}
