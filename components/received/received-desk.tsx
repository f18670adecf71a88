'use client';

import { type ReactNode, useMemo, useRef, useState } from 'react';
import { type AnswerMarks, AnswerMarksContext, groupByPassage, LitMark } from '@/components/answers/answer-marks';
import type { BoardExpectation } from '@/components/attempts/board-context';
import { type Desk, DeskContext } from '@/components/review/desk-context';
import type { DeskSection, ItemId } from '@/components/review/desk-items';
import { useDeskKeys } from '@/components/review/use-desk-keys';
import { useDeskMoves } from '@/components/review/use-desk-moves';
import { useDeskPlace } from '@/components/review/use-desk-place';
import { useSingleKeys } from '@/components/review/use-single-keys';
import type { Level } from '@/lib/core/attempt';
import type { Dimension } from '@/lib/core/review/dimensions';
import type { PassagesBySlot } from '@/lib/core/review/evidence';
import type { CommentView, SelfReviewBands } from '@/lib/core/review/review-api';
import { EMPTY_REVIEW } from '@/lib/core/review/review-body';
import { KeysDialog, READING_KEYS } from './keys-dialog';
import { ReceivedBar } from './received-bar';
import { type CoachMarks, itemOfReceivedMark, receivedComments, receivedMarks } from './received-review';
import { ReceivedStep, type ReceivedStepContent, ReceivedWhole } from './received-step';

/** The answer with its coaches' comments in the margin and their marks beside it, step by step. */
export function ReceivedDesk({
  attemptId,
  level,
  caseTitle,
  isPage,
  expectations,
  passages,
  dimensions,
  steps,
  coaches,
  threads: received,
  own,
}: {
  attemptId: string;
  level: Level;
  caseTitle: string;
  isPage: boolean;
  expectations: readonly BoardExpectation[];
  passages: PassagesBySlot;
  dimensions: readonly Dimension[];
  steps: readonly ReceivedStepContent[];
  coaches: readonly CoachMarks[];
  threads: readonly CommentView[];
  /** The candidate's own bands; null when they went without. */
  own: SelfReviewBands | null;
}): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const [lit] = useState(() => new LitMark());
  const [threads, setThreads] = useState(received);
  const [showAll, setShowAll] = useState(false);
  const [isListed, setListed] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const comments = useMemo(() => receivedComments(coaches, threads, passages), [coaches, threads, passages]);
  const marks = useMemo(() => receivedMarks(coaches, comments, expectations), [coaches, comments, expectations]);
  const hasWhole = dimensions.some(({ step }) => step === null);
  const sections = useMemo<DeskSection[]>(
    () => [...steps.map(({ step }) => step), ...(hasWhole ? (['whole'] as const) : [])],
    [steps, hasWhole],
  );
  const place = useDeskPlace(sections, dimensions, comments);
  const { goTo } = place;
  const answerMarks = useMemo<AnswerMarks>(
    () => ({ byPassage: groupByPassage(marks), lit, show: (id) => goTo(itemOfReceivedMark(id) as ItemId) }),
    [marks, lit, goTo],
  );

  const desk: Desk = {
    attemptId,
    candidateName: '',
    caseTitle,
    level,
    expectations,
    passages,
    dimensions,
    suggestions: {},
    suggesting: null,
    review: EMPTY_REVIEW,
    comments,
    actions: null,
    selected: null,
    lit,
    current: place.current,
    setCurrent: place.setCurrent,
    goTo,
    showWords: place.showWords,
    threadChanged: (changed) =>
      setThreads((before) => before.map((thread) => (thread.id === changed.id ? changed : thread))),
  };
  const moves = useDeskMoves({ place, sections, withEarlier: false });
  const nothing = () => {};
  useDeskKeys({
    current: place.current,
    actions: null,
    singleKeys,
    say: nothing,
    move: moves.move,
    showPart: (part) => (part === 'worked' || part === 'rubric') && moves.showPart(part),
    chooseWords: nothing,
    openNotes: nothing,
    chooseVerdict: nothing,
    undo: nothing,
    redo: nothing,
    saveNow: nothing,
    list: () => setListed(true),
  });

  function toggleAll(next: boolean) {
    setShowAll(next);
    // The steps before it come and go: stay at the one that is being read.
    requestAnimationFrame(() => document.getElementById(place.section)?.scrollIntoView());
  }

  return (
    <DeskContext value={desk}>
      <AnswerMarksContext value={answerMarks}>
        <div ref={root} className="board desk" data-part={place.part} data-view={showAll ? 'all' : 'one'}>
          <ReceivedBar
            sections={sections}
            current={place.section}
            part={place.part}
            showAll={showAll}
            onPart={place.setPart}
            onShowAll={toggleAll}
            onShortcuts={() => setListed(true)}
          />
          {steps.map((content) => (
            <ReceivedStep
              key={content.step}
              content={content}
              isCurrent={content.step === place.section}
              isPage={isPage}
              coaches={coaches}
              own={own}
            />
          ))}
          {hasWhole && <ReceivedWhole isCurrent={place.section === 'whole'} coaches={coaches} own={own} />}
        </div>
      </AnswerMarksContext>
      <KeysDialog
        keys={READING_KEYS}
        open={isListed}
        onClose={() => setListed(false)}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </DeskContext>
  );
}
