'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { BANDS } from '@/lib/core/review/dimensions';
import { COMMENT_KIND_NAMES, COMMENT_KINDS, EXPECTATION_MARK_NAMES } from '@/lib/core/review/review-words';
import { type DeskActions, useDesk } from './desk-context';
import { itemKind } from './desk-items';

const KIND_KEYS = { strength: 'S', gap: 'G', question: 'Q', error: 'E' } as const;

/** What can be done with the selected words for the item in hand. */
function ForItem({ actions }: { actions: DeskActions }) {
  const { current, expectations, dimensions } = useDesk();
  const { kind, id } = itemKind(current);
  const expectation = kind === 'expectation' ? expectations.find((one) => one.key === id) : undefined;
  if (expectation) {
    return (
      <>
        <span className="text-small text-muted">{expectation.number}:</span>
        {(['found', 'after-nudge'] as const).map((mark) => (
          <button key={mark} type="button" className="desk-choice" onClick={() => actions.mark(expectation.key, mark)}>
            {EXPECTATION_MARK_NAMES[mark]} <kbd>{mark === 'found' ? 'F' : 'N'}</kbd>
          </button>
        ))}
      </>
    );
  }
  const dimension = kind === 'dimension' ? dimensions.find((one) => one.id === id) : undefined;
  if (!dimension) return null;
  return (
    <>
      <span className="text-small text-muted">{dimension.title}:</span>
      {BANDS.map((band) => (
        <button
          key={band}
          type="button"
          className="desk-choice tabular-nums"
          aria-label={`Band ${band} for ${dimension.title}, with these words`}
          onClick={() => actions.band(dimension.id, band)}
        >
          {band}
        </button>
      ))}
    </>
  );
}

/** The words that are selected, and every use for them. */
export function SelectionBar({ onClear }: { onClear: () => void }) {
  const { selected, actions } = useDesk();
  if (!selected || !actions) return null;
  return (
    <section aria-label="Selected words" className="desk-selection no-print">
      <p className="min-w-0 basis-60 grow truncate">
        <span className="text-muted">Selected: </span>
        <span dir="auto">{selected.text}</span>
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        {COMMENT_KINDS.map((kind) => (
          <button key={kind} type="button" className="desk-choice" onClick={() => actions.comment(kind)}>
            {COMMENT_KIND_NAMES[kind]} <kbd>{KIND_KEYS[kind]}</kbd>
          </button>
        ))}
        <ForItem actions={actions} />
        <Button size="small" variant="plain" onClick={onClear}>
          Clear
        </Button>
      </div>
    </section>
  );
}

/** The line at the bottom: where the review is, what was done last, and the ways on. */
export function DeskFoot({
  status,
  message,
  canUndo,
  canRedo,
  onUndo,
  onRedo,
  onChooseWords,
  onShortcuts,
  onPublish,
}: {
  status: ReactNode;
  message: string;
  canUndo: string | null;
  canRedo: string | null;
  onUndo: () => void;
  onRedo: () => void;
  onChooseWords: () => void;
  onShortcuts: () => void;
  /** Null where it cannot be published any more. */
  onPublish: (() => void) | null;
}) {
  return (
    <div className="no-print border-t border-rule">
      <div className="site-frame flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
        {status}
        {onPublish && (
          <Button size="small" variant="primary" className="order-1 max-sm:ml-auto sm:order-last" onClick={onPublish}>
            Publish
          </Button>
        )}
        <p
          role="status"
          aria-label="What was done last"
          className="order-1 min-w-0 grow truncate text-muted max-md:sr-only"
        >
          {message}
        </p>
        <div className="order-2 -mx-2.5 flex flex-wrap items-center gap-1 sm:ml-auto">
          <Button size="small" variant="plain" onClick={onChooseWords}>
            Choose words
          </Button>
          <Button size="small" variant="plain" busy={canUndo === null} title={canUndo ?? undefined} onClick={onUndo}>
            Undo
          </Button>
          <Button size="small" variant="plain" busy={canRedo === null} title={canRedo ?? undefined} onClick={onRedo}>
            Redo
          </Button>
          <Button size="small" variant="plain" onClick={onShortcuts}>
            Shortcuts
          </Button>
        </div>
      </div>
    </div>
  );
}
