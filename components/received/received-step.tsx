'use client';

import { memo, type ReactNode } from 'react';
import { StepAnswer } from '@/components/answers/step-answer';
import { BoardColumn } from '@/components/attempts/board-column';
import { useDesk } from '@/components/review/desk-context';
import { MarginNotes } from '@/components/review/margin-notes';
import type { StepText } from '@/lib/core/answer-blocks';
import type { SelfReviewBands } from '@/lib/core/review/review-api';
import { STEPS, type StepId } from '@/lib/core/steps';
import { ReceivedDimension } from './received-dimension';
import { ReceivedExpectations } from './received-expectations';
import type { CoachMarks } from './received-review';

/** A step as the server lays it out. */
export interface ReceivedStepContent {
  readonly step: StepId;
  readonly text: StepText;
  /** Hints taken. */
  readonly hints: ReactNode;
  readonly worked: ReactNode;
}

/** Apart from what changes with every thread: an answer may be 100 kB long. */
const Words = memo(function Words({ text, hints, isPage }: { text: StepText; hints: ReactNode; isPage: boolean }) {
  return (
    <div className="desk-words">
      <h3 className="board-part-title">My answer</h3>
      <StepAnswer
        text={text}
        emptyText={isPage ? 'No words of your page are tagged with this step.' : 'You left this step empty.'}
        restTitle="The rest of your page, without a step"
      />
      {hints}
    </div>
  );
});

/** A step of the answer, the comments on it in the margin, and beside them every coach's marks or the worked answer. */
export function ReceivedStep({
  content: { step, text, hints, worked },
  isCurrent,
  isPage,
  coaches,
  own,
}: {
  content: ReceivedStepContent;
  isCurrent: boolean;
  isPage: boolean;
  coaches: readonly CoachMarks[];
  own: SelfReviewBands | null;
}) {
  const { dimensions } = useDesk();
  return (
    <section
      id={step}
      aria-labelledby={`title-${step}`}
      data-step={step}
      data-current={isCurrent}
      className="board-section"
    >
      <h2 id={`title-${step}`} className="board-title">
        <span className="mr-2 text-muted tabular-nums">{STEPS[step].number}</span> {STEPS[step].title}
      </h2>
      <div className="board-columns">
        <BoardColumn part="answer">
          <div className="desk-sheet">
            <Words text={text} hints={hints} isPage={isPage} />
            <MarginNotes step={step} />
          </div>
        </BoardColumn>
        <BoardColumn part="rubric">
          <h3 className="board-part-title">
            Marks<span className="sr-only">: {STEPS[step].title}</span>
          </h3>
          {dimensions
            .filter((dimension) => dimension.step === step)
            .map((dimension) => (
              <ReceivedDimension key={dimension.id} dimension={dimension} coaches={coaches} own={own} />
            ))}
          <ReceivedExpectations step={step} coaches={coaches} />
        </BoardColumn>
        <BoardColumn part="worked">{worked}</BoardColumn>
      </div>
    </section>
  );
}

/** What is about the whole answer. */
export function ReceivedWhole({
  isCurrent,
  coaches,
  own,
}: {
  isCurrent: boolean;
  coaches: readonly CoachMarks[];
  own: SelfReviewBands | null;
}) {
  const { dimensions } = useDesk();
  return (
    <section
      id="whole"
      aria-labelledby="title-whole"
      data-step="whole"
      data-current={isCurrent}
      className="board-section"
    >
      <h2 id="title-whole" className="board-title">
        The whole answer
      </h2>
      <div className="mt-4 max-w-[620px]">
        <h3 className="sr-only">Marks of the whole answer</h3>
        {dimensions
          .filter(({ step }) => step === null)
          .map((dimension) => (
            <ReceivedDimension key={dimension.id} dimension={dimension} coaches={coaches} own={own} />
          ))}
      </div>
    </section>
  );
}
