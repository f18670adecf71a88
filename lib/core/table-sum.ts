import type { TableRow } from './answer';
import { parseNumberText } from './number-text';

export interface ColumnSum {
  /** In the unit of the column. */
  readonly total: number;
  /** How many cells held a number. */
  readonly counted: number;
  /** How many cells held something else. */
  readonly unread: number;
}

/** Adds up the numbers of one column; empty cells count as nothing. */
export function sumColumn(rows: readonly TableRow[], columnId: string): ColumnSum {
  let total = 0;
  let counted = 0;
  let unread = 0;
  for (const row of rows) {
    const cell = (row[columnId] ?? '').trim();
    if (cell === '') continue;
    const value = parseNumberText(cell);
    if (value === null) unread += 1;
    else {
      total += value;
      counted += 1;
    }
  }
  // Milliseconds typed with decimals must not show as 0.30000000000000004.
  return { total: Number(total.toPrecision(12)), counted, unread };
}

export type BudgetVerdict =
  | { readonly kind: 'no-target' }
  | { readonly kind: 'fits'; readonly slack: number }
  | { readonly kind: 'over'; readonly by: number };

/** Holds a latency budget against the SLO. Both in ms; a planning bound, since stage p99s do not add up to a p99. */
export function compareWithTarget(total: number, target: number | null): BudgetVerdict {
  if (target === null) return { kind: 'no-target' };
  const slack = Number((target - total).toPrecision(12));
  return slack >= 0 ? { kind: 'fits', slack } : { kind: 'over', by: -slack };
}
