'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AnswerBlockView } from '@/components/answers/answer-block';
import { type AnswerMarks, AnswerMarksContext, groupByPassage, LitMark } from '@/components/answers/answer-marks';
import { QuotePicker } from '@/components/answers/quote-picker';
import type { PassagesBySlot } from '@/components/answers/selected-quote';
import { StepAnswer } from '@/components/answers/step-answer';
import { useSelectedQuote } from '@/components/answers/use-selected-quote';
import { Button } from '@/components/ui/button';
import type { StepText } from '@/lib/core/answer-blocks';
import type { ExpectationMark } from '@/lib/core/api-types';
import type { Level } from '@/lib/core/attempt';
import { isStepId, STEPS, type StepId } from '@/lib/core/steps';
import { BoardBar } from './board-bar';
import { BoardColumn } from './board-column';
import { type Board, BoardContext, type BoardExpectation, type BoardPart, expectationElementId } from './board-context';
import { Checklist } from './checklist';
import { foundMarks, useMarks } from './use-marks';

export interface BoardStep {
  readonly step: StepId;
  readonly text: StepText;
  /** Hints taken, as the server sets them. */
  readonly hints: ReactNode;
  readonly worked: ReactNode;
}

/** The step that the address names (`#data`), so that going back in the browser goes back a step. */
function useStepInAddress() {
  const [current, setCurrent] = useState<StepId>('clarify');
  useEffect(() => {
    function read() {
      const named = window.location.hash.slice(1);
      if (!isStepId(named)) return;
      setCurrent(named);
      // The step was hidden when the browser looked for it, so it has to be brought into view again.
      requestAnimationFrame(() => document.getElementById(named)?.scrollIntoView());
    }
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return { current, setCurrent };
}

/** Focuses and scrolls to what is in sight of several elements; opens the fold it may lie in. */
function reveal(selector: string): void {
  const elements = [...document.querySelectorAll<HTMLElement>(selector)];
  const target = elements.find((element) => element.closest('[data-step]')?.checkVisibility()) ?? elements[0];
  if (!target) return;
  const fold = target.closest('details');
  if (fold) fold.open = true;
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

/** A submitted attempt beside the worked answer, with the checklist that its candidate marks. */
export function AttemptBoard({
  attemptId,
  level,
  isPage,
  expectations,
  passages,
  savedMarks,
  steps,
}: {
  attemptId: string;
  level: Level;
  isPage: boolean;
  expectations: readonly BoardExpectation[];
  passages: PassagesBySlot;
  savedMarks: readonly ExpectationMark[];
  steps: readonly BoardStep[];
}) {
  const root = useRef<HTMLDivElement>(null);
  const { keeper, marks } = useMarks(attemptId, savedMarks);
  const { current, setCurrent } = useStepInAddress();
  const { selected, clear: clearSelected } = useSelectedQuote(root, passages);
  const [part, setPart] = useState<BoardPart>('answer');
  const [showAll, setShowAll] = useState(false);
  const [lit] = useState(() => new LitMark());
  const [choosing, setChoosing] = useState<BoardExpectation | null>(null);
  const [toReveal, setToReveal] = useState<string | null>(null);

  useEffect(() => {
    if (toReveal === null) return;
    reveal(toReveal);
    setToReveal(null);
  }, [toReveal]);

  const showExpectation = useCallback(
    (key: string) => {
      const expectation = expectations.find((one) => one.key === key);
      if (!expectation) return;
      setCurrent(expectation.step);
      setPart('checklist');
      setToReveal(`#${expectationElementId(key)}`);
    },
    [expectations, setCurrent],
  );

  const showQuote = useCallback(
    (key: string) => {
      const verdict = keeper.snapshot().get(key)?.verdict;
      if (!verdict?.found) return;
      const { slot } = verdict.quote;
      if (isStepId(slot)) setCurrent(slot);
      // On a wide screen the answer is in sight already, and the checklist may stay beside it.
      if (!window.matchMedia('(min-width: 64rem)').matches) setPart('answer');
      setToReveal(`[data-sign="${key}"]`);
    },
    [keeper, setCurrent],
  );

  const board = useMemo<Board>(
    () => ({
      expectations,
      passages,
      keeper,
      marks,
      selected,
      clearSelected,
      lit,
      showQuote,
      choose: setChoosing,
    }),
    [expectations, passages, keeper, marks, selected, clearSelected, lit, showQuote],
  );

  const answerMarks = useMemo<AnswerMarks>(
    () => ({ byPassage: groupByPassage(foundMarks(marks, expectations)), lit, show: showExpectation }),
    [marks, expectations, lit, showExpectation],
  );

  function toggleAll(next: boolean) {
    setShowAll(next);
    // The steps before it come and go: stay at the one that is being read.
    requestAnimationFrame(() => document.getElementById(current)?.scrollIntoView());
  }

  const withoutStep = steps[0]?.text.rest ?? [];
  const marked = expectations.filter((expectation) => marks.get(expectation.key)?.verdict).length;
  return (
    <BoardContext value={board}>
      <AnswerMarksContext value={answerMarks}>
        <div ref={root} className="board" data-part={part} data-view={showAll ? 'all' : 'one'}>
          <BoardBar current={current} part={part} showAll={showAll} onPart={setPart} onShowAll={toggleAll} />
          <p role="status" className="sr-only">
            {marked} of {expectations.length} expectations marked
          </p>
          {steps.map(({ step, text, hints, worked }) => (
            <section
              key={step}
              id={step}
              aria-labelledby={`title-${step}`}
              data-step={step}
              data-current={step === current}
              className="board-section"
            >
              <h2 id={`title-${step}`} className="board-title">
                <span className="mr-2 text-muted tabular-nums">{STEPS[step].number}</span> {STEPS[step].title}
              </h2>
              <div className="board-columns">
                <BoardColumn part="answer">
                  <h3 className="board-part-title">My answer</h3>
                  <StepAnswer
                    text={text}
                    emptyText={
                      isPage ? 'No words of your page are tagged with this step.' : 'You left this step empty.'
                    }
                    restTitle="The rest of your page, without a step"
                  />
                  {hints}
                </BoardColumn>
                <BoardColumn part="worked">{worked}</BoardColumn>
                <BoardColumn part="checklist">
                  <Checklist step={step} attemptLevel={level} />
                </BoardColumn>
              </div>
            </section>
          ))}
          {withoutStep.length > 0 && (
            // On the screen these stand folded under every step; on paper once, at the end.
            <section className="board-section hidden print:block">
              <h2 className="board-title">Without a step</h2>
              <div className="space-y-5">
                {withoutStep.map((block) => (
                  <AnswerBlockView
                    key={block.id}
                    block={block}
                    showLabel={block.kind === 'diagram'}
                    headingLevel="h4"
                  />
                ))}
              </div>
            </section>
          )}
          {selected && (
            <section aria-label="Selected words" className="quote-bar no-print">
              <p className="min-w-0 flex-1 truncate">
                <span className="text-muted">Selected: </span>
                <span dir="auto">{selected.text}</span>
              </p>
              {part !== 'checklist' && (
                <Button size="small" variant="primary" onClick={() => setPart('checklist')}>
                  To the checklist
                </Button>
              )}
              <Button size="small" onClick={clearSelected}>
                Clear
              </Button>
            </section>
          )}
        </div>
      </AnswerMarksContext>
      {choosing && (
        <QuotePicker
          title={`Which of your words say ${choosing.number}?`}
          description={choosing.statementText}
          useLabel="Mark as found with this quote"
          startIn={choosing.step}
          answerName="your answer"
          passages={passages}
          onClose={() => setChoosing(null)}
          onPick={(quote) => {
            void keeper.set(choosing.key, { found: true, quote });
            setChoosing(null);
          }}
        />
      )}
    </BoardContext>
  );
}
