'use client';

import { useMemo, useRef, useState } from 'react';
import { LitMark } from '@/components/answers/answer-marks';
import { inAnswerOrder } from '@/lib/core/review/comment-order';
import type { ReviewDetail } from '@/lib/core/review/review-api';
import { type CommentDraft, EMPTY_REVIEW } from '@/lib/core/review/review-body';
import { openLearnerNotes } from './about-learner';
import { DeskBoard } from './desk-board';
import { type DeskContent, sectionsOf } from './desk-content';
import type { Desk } from './desk-context';
import { DeskShortcutsDialog } from './shortcuts-dialog';
import { useDeskKeys } from './use-desk-keys';
import { useDeskMoves } from './use-desk-moves';
import { useDeskPlace } from './use-desk-place';
import { useSingleKeys } from './use-single-keys';

const NO_COMMENTS: readonly CommentDraft[] = [];

/** The desk to read: before a review is begun, and once it is published. */
export function StillDesk({ content, review: shown }: { content: DeskContent; review: ReviewDetail | null }) {
  const { candidate, caseTitle, level, expectations, passages, dimensions, steps, page } = content;
  const root = useRef<HTMLDivElement>(null);
  const [lit] = useState(() => new LitMark());
  const [isListed, setListed] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const sections = useMemo(() => sectionsOf(steps), [steps]);
  const review = shown?.review ?? EMPTY_REVIEW;
  const drafts = shown?.review.comments ?? NO_COMMENTS;
  const place = useDeskPlace(sections, dimensions, drafts);
  const comments = useMemo(
    () =>
      inAnswerOrder(drafts, passages).map((one, index) => ({
        ...one,
        number: index + 1,
        // The server's id of a comment holds its review's.
        thread: shown?.comments.find(({ id }) => id === `${shown.id}.${one.id}`) ?? null,
      })),
    [drafts, passages, shown],
  );
  const desk: Desk = {
    attemptId: content.attemptId,
    candidateName: candidate.name,
    caseTitle,
    level,
    expectations,
    passages,
    dimensions,
    suggestions: {},
    suggesting: null,
    review,
    comments,
    actions: null,
    selected: null,
    lit,
    current: place.current,
    setCurrent: place.setCurrent,
    goTo: place.goTo,
    showWords: place.showWords,
  };
  const withEarlier = content.earlierCount > 0;
  const moves = useDeskMoves({ place, sections, withEarlier });
  const nothing = () => {};
  useDeskKeys({
    current: place.current,
    actions: null,
    singleKeys,
    say: nothing,
    ...moves,
    chooseWords: nothing,
    openNotes: openLearnerNotes,
    undo: nothing,
    redo: nothing,
    saveNow: nothing,
    list: () => setListed(true),
  });
  return (
    <>
      <DeskBoard
        desk={desk}
        place={place}
        root={root}
        steps={steps}
        sections={sections}
        isPage={page !== undefined}
        withEarlier={withEarlier}
        ownBands={content.ownBands}
        otherReviews={content.otherReviews}
        pace={content.pace}
      />
      <DeskShortcutsDialog
        open={isListed}
        onClose={() => setListed(false)}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </>
  );
}
