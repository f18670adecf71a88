'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

/** One thing that differs, as it stands on either side; null where it is not there. */
export interface ConflictRow {
  readonly key: string;
  readonly label: string;
  readonly theirs: ReactNode | null;
  readonly mine: ReactNode | null;
}

function ConflictSide({ label, where, children }: { label: string; where: string; children: ReactNode | null }) {
  return (
    <div className="min-w-0 border-t border-rule pt-2">
      <p className="text-small text-muted">
        {label}
        <span className="md:hidden"> ({where})</span>
      </p>
      {children ?? <p className="text-muted">Not there</p>}
    </div>
  );
}

/** Two texts that were saved past each other, side by side with what differs, and the choice between them. */
export function ConflictFrame({
  title,
  explanation,
  rows,
  withoutRows,
  mineLabel,
  theirsLabel,
  onChoose,
}: {
  title: string;
  explanation: ReactNode;
  rows: readonly ConflictRow[];
  /** What to say when nothing that can be shown differs. */
  withoutRows: string;
  mineLabel: string;
  theirsLabel: string;
  onChoose: (choice: 'mine' | 'theirs') => void;
}) {
  return (
    <section
      role="alertdialog"
      aria-labelledby="conflict-heading"
      aria-describedby="conflict-text"
      className="mb-8 border-y-2 border-ink py-4"
    >
      <h2 id="conflict-heading" className="font-reading text-title font-semibold">
        {title}
      </h2>
      <p id="conflict-text" className="mt-1 max-w-[66ch] text-muted">
        {explanation}
      </p>
      <div className="mt-4 grid gap-x-8 gap-y-4 md:grid-cols-2">
        <h3 className="label-text hidden md:block">Saved elsewhere</h3>
        <h3 className="label-text hidden md:block">In this tab</h3>
        {rows.map(({ key, label, theirs, mine }) => (
          <div key={key} className="contents">
            <ConflictSide label={label} where="saved elsewhere">
              {theirs}
            </ConflictSide>
            <ConflictSide label={label} where="in this tab">
              {mine}
            </ConflictSide>
          </div>
        ))}
      </div>
      {rows.length === 0 && <p className="mt-3 text-muted">{withoutRows}</p>}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button variant="primary" onClick={() => onChoose('mine')}>
          {mineLabel}
        </Button>
        <Button onClick={() => onChoose('theirs')}>{theirsLabel}</Button>
      </div>
    </section>
  );
}
