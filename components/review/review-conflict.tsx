'use client';

import { ChangedText } from '@/components/answers/changed-text';
import type { BoardExpectation } from '@/components/attempts/board-context';
import { LocalTime } from '@/components/ui/local-time';
import { compareText } from '@/lib/core/compare-text';
import { compareReviews } from '@/lib/core/review/compare-reviews';
import { ConflictFrame } from '../saving/conflict-frame';
import { useDraft } from '../saving/use-draft-saver';
import { REVIEW_SLOT, type ReviewSaver } from './review-saver';

/** The same review was saved in another tab or on another device: both side by side, and the choice. */
export function ReviewConflict({
  saver,
  expectations,
}: {
  saver: ReviewSaver;
  expectations: readonly BoardExpectation[];
}) {
  const state = useDraft(saver, REVIEW_SLOT);
  const { conflict } = state;
  if (!conflict) return null;
  const nameOf = (key: string) => `Expectation ${expectations.find((one) => one.key === key)?.number ?? key}`;
  const changes = compareReviews(conflict.body, state.draft, nameOf);
  return (
    <ConflictFrame
      title="This review was saved somewhere else"
      explanation={
        <>
          Another tab or device saved it {conflict.savedAt && <LocalTime iso={conflict.savedAt} />}, after this tab last
          knew. Choose which to go on with.
        </>
      }
      rows={changes.map(({ key, label, before, after }) => {
        const segments = compareText(before ?? '', after ?? '');
        return {
          key,
          label,
          theirs: before === null ? null : <ChangedText segments={segments} show="before" />,
          mine: after === null ? null : <ChangedText segments={segments} show="after" />,
        };
      })}
      withoutRows="The marks and words are the same; only the order differs."
      mineLabel="Keep the review in this tab"
      theirsLabel="Keep the review saved elsewhere"
      onChoose={(choice) => saver.choose(REVIEW_SLOT, choice)}
    />
  );
}
