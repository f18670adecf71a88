import { type Answer, isGuided, type TableRow } from './answer';
import { parseNumberText } from './number-text';

/** The p99 that the candidate agreed on in Clarify, in ms; null when there is none to read. */
export function latencySloMs(clarify: Answer): number | null {
  if (!isGuided(clarify)) return null;
  const rows = clarify.fields.slo as TableRow[] | undefined;
  const first = rows?.find((row) => (row.p99 ?? '').trim() !== '');
  return first?.p99 === undefined ? null : parseNumberText(first.p99);
}
