'use client';

import { ChangedText } from '@/components/answers/changed-text';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import type { AnswerSlot } from '@/lib/core/attempt';
import { compareAnswers } from '@/lib/core/compare-answers';
import type { AnswerSaver } from '../saving/answer-saver';
import { useDraft } from '../saving/use-answer-saver';

/**
 * The same answer was saved in another tab or on another device since this tab last knew. Both stand side by side with
 * their differences; whichever is not kept goes into the earlier saves.
 */
export function ConflictChoice({ saver, slot }: { saver: AnswerSaver; slot: AnswerSlot }) {
  const state = useDraft(saver, slot);
  const { conflict } = state;
  if (!conflict) return null;
  const changes = compareAnswers(slot, conflict.answer, state.draft).filter((change) => change.kind !== 'same');
  return (
    <section
      role="alertdialog"
      aria-labelledby="conflict-heading"
      aria-describedby="conflict-text"
      className="mb-8 border-y-2 border-ink py-4"
    >
      <h2 id="conflict-heading" className="font-reading text-title font-semibold">
        This answer was saved somewhere else
      </h2>
      <p id="conflict-text" className="mt-1 max-w-[66ch] text-muted">
        Another tab or device saved it {conflict.savedAt && <LocalTime iso={conflict.savedAt} />}, after this tab last
        knew. Choose which text to go on with. The other one is kept among the earlier saves.
      </p>
      <div className="mt-4 grid gap-x-8 gap-y-4 md:grid-cols-2">
        <h3 className="label-text hidden md:block">Saved elsewhere</h3>
        <h3 className="label-text hidden md:block">In this tab</h3>
        {changes.map((change) => (
          <div key={`${change.before?.path}→${change.after?.path}`} className="contents">
            <div className="min-w-0 border-t border-rule pt-2">
              <p className="text-small text-muted">
                {change.label}
                <span className="md:hidden"> (saved elsewhere)</span>
              </p>
              {change.before ? (
                <ChangedText segments={change.segments} show="before" />
              ) : (
                <p className="text-muted">Not there</p>
              )}
            </div>
            <div className="min-w-0 border-t border-rule pt-2">
              <p className="text-small text-muted">
                {change.label}
                <span className="md:hidden"> (in this tab)</span>
              </p>
              {change.after ? (
                <ChangedText segments={change.segments} show="after" />
              ) : (
                <p className="text-muted">Not there</p>
              )}
            </div>
          </div>
        ))}
      </div>
      {changes.length === 0 && <p className="mt-3 text-muted">The words are the same; only their tags differ.</p>}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button variant="primary" onClick={() => saver.choose(slot, 'mine')}>
          Keep the text in this tab
        </Button>
        <Button onClick={() => saver.choose(slot, 'theirs')}>Keep the text saved elsewhere</Button>
      </div>
    </section>
  );
}
