'use client';

import { dimensionItem } from '@/components/review/desk-items';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { Quote } from '@/lib/core/quote';
import type { Dimension } from '@/lib/core/review/dimensions';
import type { missingEvidence } from '@/lib/core/review/evidence';
import { goToItem } from './move-between-items';
import type { SelfMarksPlace } from './use-self-marks';

const PLACES: Readonly<Record<SelfMarksPlace, string>> = {
  none: 'Nothing marked yet',
  device: 'On this device until you keep them',
  tab: 'In this tab only: this browser keeps nothing',
  kept: 'Kept',
};

/** The words that are selected; a band or a quote takes them. */
function Selected({ quote, onClear }: { quote: Quote; onClear: () => void }) {
  return (
    <section aria-label="Selected words" className="desk-selection">
      <p className="min-w-0 grow basis-60 truncate">
        <span className="text-muted">Selected: </span>
        <span dir="auto">{quote.text}</span>
      </p>
      <p className="text-small text-muted">A band takes them along as its quote.</p>
      <Button size="small" variant="plain" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}

/** The line at the bottom: how far the marks are, where they are, and the way on. */
export function SelfMarksFoot({
  place,
  savedAt,
  message,
  problem,
  missing,
  dimensions,
  selected,
  onClearSelected,
  busy,
  onKeep,
  onUndo,
  onShortcuts,
}: {
  place: SelfMarksPlace;
  savedAt: string | null;
  message: string;
  problem: string | null;
  missing: ReturnType<typeof missingEvidence>;
  dimensions: readonly Dimension[];
  selected: Quote | null;
  onClearSelected: () => void;
  busy: boolean;
  onKeep: () => void;
  onUndo: () => void;
  onShortcuts: () => void;
}) {
  const marked = dimensions.length - missing.length;
  const [next] = missing;
  return (
    <div className="desk-foot no-print">
      {selected && <Selected quote={selected} onClear={onClearSelected} />}
      <div className="border-t border-rule">
        <div className="site-frame flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
          <p className="tabular-nums">
            {marked} of {dimensions.length}
            <span className="max-xs:sr-only"> marked</span>
          </p>
          <p role="status" aria-label="Where your marks are" className="text-muted max-sm:basis-full max-sm:order-last">
            {PLACES[place]}
            {place === 'kept' && savedAt !== null && (
              <>
                {' '}
                <LocalTime iso={savedAt} />
              </>
            )}
          </p>
          <p role="status" aria-label="What was done last" className="min-w-0 grow truncate text-muted max-md:hidden">
            {message}
          </p>
          <p role="alert" className="text-danger empty:hidden">
            {problem}
          </p>
          <div className="ml-auto flex items-center gap-1">
            <Button size="small" variant="plain" className="max-xs:hidden" onClick={onUndo}>
              Undo
            </Button>
            <Button size="small" variant="plain" className="max-md:hidden" onClick={onShortcuts}>
              Shortcuts
            </Button>
            {next && (
              <Button size="small" onClick={() => goToItem(dimensionItem(next.dimension))}>
                Next to mark
              </Button>
            )}
            <Button size="small" variant="primary" busy={busy || place === 'kept'} onClick={onKeep}>
              Keep my marks
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}
