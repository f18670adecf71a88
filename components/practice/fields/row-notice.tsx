'use client';

import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

interface Said<Row> {
  readonly text: string;
  /** The rows that it is said of: with the next edit it is past. */
  readonly of: Row[] | undefined;
  /** What Undo puts back. */
  readonly undo: { readonly rows: Row[]; readonly focus: () => void } | null;
  /** Where the hand was, for the way back. */
  readonly back: () => void;
}

/** What just happened to the rows of a field, until the next edit. */
export interface RowNotice<Row> {
  readonly said: Said<Row> | null;
  readonly line: RefObject<HTMLParagraphElement | null>;
  /** Says that there is no room for another row, and takes the focus: what is typed next must not run into the last one. */
  sayFull(text: string, back: () => void): void;
  /** Changes the rows, says so and offers to undo it. `focus` goes to the place once it is undone. */
  changeWithUndo(after: Row[], text: string, focus: () => void): void;
  undo(): void;
}

export function useRowNotice<Row>(rows: Row[] | undefined, onChange: (rows: Row[]) => void): RowNotice<Row> {
  const [latest, setLatest] = useState<Said<Row> | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const said = latest !== null && latest.of === rows ? latest : null;
  return {
    said,
    line,
    sayFull(text, back) {
      setLatest({ text, of: rows, undo: null, back });
      line.current?.focus();
    },
    changeWithUndo(after, text, focus) {
      onChange(after);
      setLatest({ text, of: after, undo: { rows: rows ?? [], focus }, back: focus });
    },
    undo() {
      if (!said?.undo) return;
      onChange(said.undo.rows);
      setLatest(null);
      said.undo.focus();
    },
  };
}

/** The line beside the rows that says it, to eyes and ears. It is always there, for a reader hears only what changes in it. */
export function RowNoticeLine<Row>({ notice }: { notice: RowNotice<Row> }) {
  const { said, line } = notice;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Backspace' || event.key === 'ArrowUp') {
      event.preventDefault();
      said?.back();
    } else if (event.key === ' ') event.preventDefault();
  }

  return (
    <div
      className={
        // A long table on a phone ends below the window: what undoes stays in it, above the bars at the bottom.
        said
          ? 'sticky bottom-28 z-10 mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 bg-paper py-1 lg:bottom-14'
          : ''
      }
    >
      <p ref={line} role="status" tabIndex={-1} className="text-muted" onKeyDown={onKeyDown}>
        {said?.text}
      </p>
      {said?.undo && (
        <Button size="small" onClick={notice.undo}>
          Undo
        </Button>
      )}
    </div>
  );
}

/** Why Enter gave no new row. */
export function fullText(max: number, what: 'items' | 'rows'): string {
  return `${max} ${what} is the limit, so no other was begun. Change one above, or go on with the next field.`;
}
