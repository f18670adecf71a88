'use client';

import { useEffect, useRef, useState } from 'react';
import { ChangedText } from '@/components/answers/changed-text';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { Answer } from '@/lib/core/answer';
import type { HistoryItem } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';
import { compareAnswers } from '@/lib/core/compare-answers';
import { isSameBody } from '@/lib/core/saving/same-body';

/** One earlier save, with what the text on the screen has since gained and lost. */
export function EarlierSave({
  slot,
  item,
  current,
  onBack,
  onRestore,
}: {
  slot: AnswerSlot;
  item: HistoryItem;
  current: Answer;
  onBack: () => void;
  onRestore: () => void;
}) {
  const [withChanges, setWithChanges] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isCurrent = isSameBody(item.answer, current);
  const changes = compareAnswers(slot, item.answer, current).filter((change) => withChanges || change.before);
  return (
    <section aria-labelledby="earlier-save" className="flex min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule px-5 py-3">
        <Button size="small" className="md:hidden" onClick={onBack}>
          Back to the list
        </Button>
        <h3 id="earlier-save" ref={heading} tabIndex={-1} className="font-medium outline-none">
          Saved <LocalTime iso={item.savedAt} show="second" />
        </h3>
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={withChanges} onChange={(event) => setWithChanges(event.target.checked)} />
          Show what changed since
        </label>
      </div>
      <section
        aria-label="Text of this save"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must scroll by keyboard too.
        tabIndex={0}
        className="min-h-0 flex-1 space-y-4 overflow-y-auto px-5 py-4"
      >
        {withChanges && !isCurrent && (
          <p className="text-small text-muted">
            <del className="decoration-danger decoration-2">Struck</del>: in this save and gone now.{' '}
            <ins className="decoration-accent decoration-2 underline-offset-3">Underlined</ins>: written since.
          </p>
        )}
        {changes.map((change) => (
          <div key={`${change.before?.path}→${change.after?.path}`}>
            {change.label !== 'Answer' && <p className="label-text mb-1">{change.label}</p>}
            <p className="own-words">
              {withChanges ? (
                <ChangedText segments={change.segments} show="both" />
              ) : (
                <span className="block whitespace-pre-wrap [unicode-bidi:plaintext]">{change.before?.text}</span>
              )}
            </p>
          </div>
        ))}
        {changes.length === 0 && <p className="text-muted">This save is empty.</p>}
      </section>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule px-5 py-3">
        <Button variant="primary" disabled={isCurrent} onClick={onRestore}>
          Restore this text
        </Button>
        <span className="text-muted">
          {isCurrent ? 'This is the text on the screen.' : 'The text on the screen stays among the earlier saves.'}
        </span>
      </div>
    </section>
  );
}
