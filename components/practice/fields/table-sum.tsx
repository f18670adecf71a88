import type { TableRow } from '@/lib/core/answer';
import type { TableField } from '@/lib/core/field';
import type { LatencyTarget } from '@/lib/core/latency-slo';
import { type BudgetVerdict, compareWithTarget, sumColumn, unreadText } from '@/lib/core/table-sum';

function Verdict({ verdict, unit }: { verdict: BudgetVerdict; unit: string }) {
  switch (verdict.kind) {
    case 'fits':
      return (
        <span className="text-muted">
          {' '}
          of {verdict.target} {unit}: {verdict.slack} {unit} to spare
        </span>
      );
    case 'incomplete':
      return (
        <span className="text-muted">
          {' '}
          of {verdict.target} {unit}
        </span>
      );
    case 'over':
      return (
        <span className="text-danger">
          {' '}
          is {verdict.by} {unit} over the {verdict.target} {unit} you set in Clarify
        </span>
      );
    case 'no-target':
      return <span className="text-muted">. Set a p99 in Clarify to hold it against.</span>;
    case 'unread-target':
      return (
        <span className="text-muted">
          . The p99 in Clarify is not one time: write it as 200 or 0.2 s to hold this against it.
        </span>
      );
  }
}

/** The total under a table, and how it stands to the service level that the candidate set. */
export function TableSum({
  sum,
  rows,
  latencyTarget,
}: {
  sum: NonNullable<TableField['sum']>;
  rows: readonly TableRow[];
  latencyTarget: LatencyTarget;
}) {
  const read = sumColumn(rows, sum.column);
  if (read.counted === 0 && read.unread === 0) return null;
  return (
    <p role="status" className="mt-2 tabular-nums">
      <span className="font-medium">
        Sum {read.total} {sum.unit}
      </span>
      {sum.against === 'latency-slo' && <Verdict verdict={compareWithTarget(read, latencyTarget)} unit={sum.unit} />}
      {read.unread > 0 && <span className="text-muted"> ({unreadText(read.unread)})</span>}
    </p>
  );
}
