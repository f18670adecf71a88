'use client';

import { memo, type ReactNode } from 'react';
import { StepAnswer } from '@/components/answers/step-answer';
import { BoardColumn } from '@/components/attempts/board-column';
import type { StepText } from '@/lib/core/answer-blocks';
import { LEVEL_NAMES, LEVELS } from '@/lib/core/attempt';
import { STEPS, type StepId } from '@/lib/core/steps';
import { useDesk } from './desk-context';
import { DimensionItem } from './dimension-item';
import { ExpectationItem } from './expectation-item';
import { MarginNotes } from './margin-notes';
import { SuggestionNote } from './suggestion-note';

/** A step as the server lays it out. */
export interface DeskStepContent {
  readonly step: StepId;
  readonly text: StepText;
  /** Hints taken. */
  readonly hints: ReactNode;
  readonly worked: ReactNode;
  readonly notes: ReactNode;
  readonly earlier: ReactNode;
}

/** Apart from what changes with every stroke of a comment: an answer may be 100 kB long. */
const Words = memo(function Words({ text, hints, isPage }: { text: StepText; hints: ReactNode; isPage: boolean }) {
  return (
    <div className="desk-words">
      <h3 className="board-part-title">Answer</h3>
      <StepAnswer
        text={text}
        emptyText={isPage ? 'No words of the page are tagged with this step.' : 'This step was left empty.'}
        restTitle="The rest of the page, without a step"
      />
      {hints}
    </div>
  );
});

function Rubric({ step }: { step: StepId }) {
  const { dimensions, expectations, review, level } = useDesk();
  const own = expectations.filter((expectation) => expectation.step === step);
  const marked = own.filter(({ key }) => review.expectations[key]).length;
  const beyond = LEVELS.slice(LEVELS.indexOf(level) + 1);
  return (
    <>
      <h3 className="board-part-title">
        Rubric<span className="sr-only">: {STEPS[step].title}</span>
      </h3>
      {dimensions
        .filter((dimension) => dimension.step === step)
        .map((dimension) => (
          <DimensionItem key={dimension.id} dimension={dimension} />
        ))}
      {own.length > 0 && (
        <div className="board-part-head mt-6">
          <h4 className="font-medium">Expectations</h4>
          <span className="ml-auto text-muted tabular-nums">
            {marked} of {own.length} marked
          </span>
        </div>
      )}
      {own.length > 0 && <SuggestionNote step={step} />}
      {LEVELS.map((one) => {
        const ofLevel = own.filter((expectation) => expectation.level === one);
        if (ofLevel.length === 0) return null;
        return (
          <div key={one} className="mt-3">
            <h5 className="label-text">
              {LEVEL_NAMES[one]}
              {beyond.includes(one) && <span className="font-normal"> · beyond the level chosen</span>}
            </h5>
            <ul className="mt-1 divide-y divide-rule border-y border-rule">
              {ofLevel.map((expectation) => (
                <ExpectationItem key={expectation.key} expectation={expectation} />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

/** A step of the answer, its comments in the margin, and beside them what is open of the rubric and the case. */
export function DeskStep({
  content,
  isCurrent,
  isPage,
  withEarlier,
}: {
  content: DeskStepContent;
  isCurrent: boolean;
  isPage: boolean;
  withEarlier: boolean;
}) {
  const { step, text, hints, worked, notes, earlier } = content;
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
          <Rubric step={step} />
        </BoardColumn>
        <BoardColumn part="worked">{worked}</BoardColumn>
        <BoardColumn part="notes">{notes}</BoardColumn>
        {withEarlier && <BoardColumn part="earlier">{earlier}</BoardColumn>}
      </div>
    </section>
  );
}
