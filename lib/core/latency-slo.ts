import { type Answer, isGuided, type TableRow } from './answer';
import { parseMilliseconds } from './milliseconds-text';

/** What a latency budget is held against, in ms: none is set, or one is that cannot be read as a time. */
export type LatencyTarget = number | 'unset' | 'unread';

/** The p99 that the candidate agreed on in Clarify. */
export function latencyTarget(clarify: Answer): LatencyTarget {
  if (!isGuided(clarify)) return 'unset';
  const rows = clarify.fields.slo as TableRow[] | undefined;
  const p99 = rows?.map((row) => row.p99 ?? '').find((cell) => cell.trim() !== '');
  return p99 === undefined ? 'unset' : (parseMilliseconds(p99) ?? 'unread');
}
