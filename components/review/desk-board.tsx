'use client';

import { type ReactNode, type RefObject, useMemo, useState } from 'react';
import { type AnswerMarks, AnswerMarksContext, groupByPassage } from '@/components/answers/answer-marks';
import { DeskBar } from './desk-bar';
import { DESK_PARTS, type Desk, DeskContext } from './desk-context';
import type { DeskSection, ItemId } from './desk-items';
import { deskMarks } from './desk-marks';
import { DeskStep, type DeskStepContent } from './desk-step';
import type { DeskPlace } from './use-desk-place';
import { WholeSection } from './whole-section';

/** Keeps a value while it says the same, so that what hangs on it is not drawn again. */
function useSame<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the value.
  return useMemo(() => value, [text]);
}

/** The item that a mark in the answer belongs to: a dimension has several. */
const itemOfMark = (id: string) => (id.split('#')[0] ?? id) as ItemId;

/** The two columns of the desk, step by step, whether they can be written on or not. */
export function DeskBoard({
  desk,
  place,
  root,
  inert = false,
  steps,
  sections,
  isPage,
  withEarlier,
  ownBands = null,
  otherReviews,
  pace,
  children,
}: {
  desk: Desk;
  place: DeskPlace;
  root: RefObject<HTMLDivElement | null>;
  /** Nothing on it can be operated for now. */
  inert?: boolean;
  steps: readonly DeskStepContent[];
  sections: readonly DeskSection[];
  isPage: boolean;
  withEarlier: boolean;
  /** The candidate's own, against this coach's; only beside what is published. */
  ownBands?: ReactNode;
  otherReviews: ReactNode;
  /** How the time went. */
  pace: ReactNode;
  /** What floats under it. */
  children?: ReactNode;
}) {
  const { section, setPart, part } = place;
  const [showAll, setShowAll] = useState(false);
  const { review, comments, expectations, lit, goTo } = desk;
  const marks = useSame(deskMarks(review, comments, expectations));
  const answerMarks = useMemo<AnswerMarks>(
    () => ({ byPassage: groupByPassage(marks), lit, show: (id) => goTo(itemOfMark(id)) }),
    [marks, lit, goTo],
  );
  const parts = DESK_PARTS.filter((one) => one !== 'earlier' || withEarlier);

  function toggleAll(next: boolean) {
    setShowAll(next);
    // The steps before it come and go: stay at the one that is being read.
    requestAnimationFrame(() => document.getElementById(section)?.scrollIntoView());
  }

  return (
    <DeskContext value={desk}>
      <AnswerMarksContext value={answerMarks}>
        <div ref={root} className="board desk" data-part={part} data-view={showAll ? 'all' : 'one'} inert={inert}>
          <DeskBar
            sections={sections}
            current={section}
            parts={parts}
            part={part}
            showAll={showAll}
            onPart={setPart}
            onShowAll={toggleAll}
          />
          {steps.map((content) => (
            <DeskStep
              key={content.step}
              content={content}
              isCurrent={content.step === section}
              isPage={isPage}
              withEarlier={withEarlier}
            />
          ))}
          <WholeSection isCurrent={section === 'whole'} ownBands={ownBands} otherReviews={otherReviews} pace={pace} />
        </div>
        {children}
      </AnswerMarksContext>
    </DeskContext>
  );
}
