'use client';

import { ChangedText } from '@/components/answers/changed-text';
import { LocalTime } from '@/components/ui/local-time';
import type { AnswerSlot } from '@/lib/core/attempt';
import { compareAnswers } from '@/lib/core/compare-answers';
import type { AnswerSaver } from '../saving/answer-saver';
import { ConflictFrame } from '../saving/conflict-frame';
import { useDraft } from '../saving/use-draft-saver';

/**
 * The same answer was saved in another tab or on another device since this tab last knew. Both stand side by side with
 * their differences; whichever is not kept goes into the earlier saves.
 */
export function ConflictChoice({ saver, slot }: { saver: AnswerSaver; slot: AnswerSlot }) {
  const state = useDraft(saver, slot);
  const { conflict } = state;
  if (!conflict) return null;
  const changes = compareAnswers(slot, conflict.body, state.draft).filter((change) => change.kind !== 'same');
  return (
    <>
      <ConflictFrame
        title="This answer was saved somewhere else"
        explanation={
          <>
            Another tab or device saved it {conflict.savedAt && <LocalTime iso={conflict.savedAt} />}, after this tab
            last knew. Choose which text to go on with. The other one is kept among the earlier saves.
          </>
        }
        rows={changes.map(({ before, after, label, segments }) => ({
          key: `${before?.path}→${after?.path}`,
          label,
          theirs: before && <ChangedText segments={segments} show="before" />,
          mine: after && <ChangedText segments={segments} show="after" />,
        }))}
        withoutRows="The words are the same; only their tags differ."
        mineLabel="Keep the text in this tab"
        theirsLabel="Keep the text saved elsewhere"
        onChoose={(choice) => saver.choose(slot, choice)}
      />
      <div className="mb-6">
        <h2 className="font-reading text-title font-semibold">The text in this tab, whole</h2>
        <p className="mt-1 max-w-[66ch] text-muted">
          What you typed here. Where the text saved elsewhere differs, it stands above. You can write on once you have
          chosen.
        </p>
      </div>
    </>
  );
}
