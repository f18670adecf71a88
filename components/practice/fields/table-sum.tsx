import type { TableRow } from '@/lib/core/answer';
import type { TableField } from '@/lib/core/field';
import { compareWithTarget, sumColumn } from '@/lib/core/table-sum';

/** The total under a table, and how it stands to the service level that the candidate set. */
export function TableSum({
  sum,
  rows,
  latencySloMs,
}: {
  sum: NonNullable<TableField['sum']>;
  rows: readonly TableRow[];
  latencySloMs: number | null;
}) {
  const { total, counted, unread } = sumColumn(rows, sum.column);
  if (counted === 0 && unread === 0) return null;
  const verdict = compareWithTarget(total, sum.against === 'latency-slo' ? latencySloMs : null);
  return (
    <p role="status" className="mt-2 tabular-nums">
      <span className="font-medium">
        Sum {total} {sum.unit}
      </span>
      {verdict.kind === 'fits' && (
        <span className="text-muted">
          {' '}
          of {latencySloMs} {sum.unit}: {verdict.slack} {sum.unit} to spare
        </span>
      )}
      {verdict.kind === 'over' && (
        <span className="text-danger">
          {' '}
          is {verdict.by} {sum.unit} over the {latencySloMs} {sum.unit} you set in Clarify
        </span>
      )}
      {verdict.kind === 'no-target' && sum.against === 'latency-slo' && (
        <span className="text-muted">. Set a p99 in Clarify to hold it against.</span>
      )}
      {unread > 0 && (
        <span className="text-muted"> ({unread === 1 ? 'one cell has' : `${unread} cells have`} no number)</span>
      )}
    </p>
  );
}
