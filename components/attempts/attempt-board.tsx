'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AnswerBlockView } from '@/components/answers/answer-block';
import { type AnswerMarks, AnswerMarksContext, groupByPassage, LitMark } from '@/components/answers/answer-marks';
import { QuotePicker } from '@/components/answers/quote-picker';
import type { PassagesBySlot } from '@/components/answers/selected-quote';
import { StepAnswer } from '@/components/answers/step-answer';
import { useSelectedQuote } from '@/components/answers/use-selected-quote';
import { contradictionMarks, findingMarks } from '@/components/feedback/answer-findings';
import { useFindings } from '@/components/feedback/use-findings';
import { Button } from '@/components/ui/button';
import type { StepText } from '@/lib/core/answer-blocks';
import type { ExpectationMark } from '@/lib/core/api-types';
import type { AnswerSlot, Level } from '@/lib/core/attempt';
import type { AttemptFeedback } from '@/lib/core/feedback/feedback-api';
import { isStepId, STEPS, type StepId } from '@/lib/core/steps';
import { BoardBar } from './board-bar';
import { BoardColumn } from './board-column';
import {
  type Board,
  BoardContext,
  type BoardExpectation,
  type BoardPart,
  contradictionElementId,
  expectationElementId,
} from './board-context';
import { Checklist } from './checklist';
import { FindingsSummary } from './findings-summary';
import { foundMarks, useMarks } from './use-marks';
import { useStepInAddress } from './use-step-in-address';

export interface BoardStep {
  readonly step: StepId;
  readonly text: StepText;
  /** Hints taken, as the server sets them. */
  readonly hints: ReactNode;
  readonly worked: ReactNode;
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
  savedFeedback,
  again,
  steps,
}: {
  attemptId: string;
  level: Level;
  isPage: boolean;
  expectations: readonly BoardExpectation[];
  passages: PassagesBySlot;
  savedMarks: readonly ExpectationMark[];
  /** Of the steps that were revealed; and all contradictions. */
  savedFeedback: Pick<AttemptFeedback, 'steps' | 'contradictions'>;
  again: Board['again'];
  steps: readonly BoardStep[];
}) {
  const root = useRef<HTMLDivElement>(null);
  const { keeper, marks } = useMarks(attemptId, savedMarks);
  const stepIds = useMemo(() => steps.map(({ step }) => step), [steps]);
  const { current, setCurrent } = useStepInAddress(stepIds);
  const passagesOf = useCallback((slot: AnswerSlot) => passages[slot] ?? [], [passages]);
  const findings = useFindings(attemptId, savedFeedback, { reveals: true, passagesOf });
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

  const answerMarks = useMemo<AnswerMarks>(() => {
    const about = (key: string) => {
      const expectation = expectations.find((one) => one.key === key);
      const verdict = marks.get(key)?.verdict;
      const own = verdict?.found ? verdict.quote : null;
      return expectation ? { number: expectation.number, statement: expectation.statementText, own } : null;
    };
    const contradictions = findings.steps.size > 0 ? findings.contradictions : [];
    const all = [
      ...foundMarks(marks, expectations),
      ...findingMarks(findings.steps.values(), about),
      ...contradictionMarks(contradictions),
    ];
    return {
      byPassage: groupByPassage(all),
      lit,
      show(id) {
        const [kind, key = ''] = id.split(/:(.*)/);
        if (kind === 'contradiction') setToReveal(`#${contradictionElementId(Number(key.split(':')[0]))}`);
        else if (kind === 'match') showExpectation(key);
        else showExpectation(id);
      },
    };
  }, [marks, expectations, findings, lit, showExpectation]);

  const showQuote = useCallback(
    (id: string) => {
      const isOwn = marks.get(id)?.verdict?.found === true;
      const all = [...answerMarks.byPassage.values()].flat();
      // The same words may be under the candidate's own mark.
      const mark = all.find((one) => one.id === id) ?? all.find((one) => !isOwn && id === `match:${one.id}`);
      if (!mark) return;
      if (isStepId(mark.slot)) setCurrent(mark.slot);
      // On a wide screen the answer is in sight already, and the checklist may stay beside it.
      if (!window.matchMedia('(min-width: 64rem)').matches) setPart('answer');
      setToReveal(`[data-sign="${mark.id}"]`);
    },
    [marks, answerMarks, setCurrent],
  );

  const showWorked = useCallback(
    (step: StepId, partId: string) => {
      setCurrent(step);
      setPart('worked');
      setToReveal(`[id="${step}-${partId}"]`);
    },
    [setCurrent],
  );

  const board = useMemo<Board>(
    () => ({
      attemptId,
      expectations,
      passages,
      keeper,
      marks,
      selected,
      clearSelected,
      lit,
      findings,
      hasCase: expectations.length > 0,
      again,
      showQuote,
      showExpectation,
      showWorked,
      choose: setChoosing,
    }),
    [
      attemptId,
      expectations,
      passages,
      keeper,
      marks,
      selected,
      clearSelected,
      lit,
      findings,
      again,
      showQuote,
      showExpectation,
      showWorked,
    ],
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
          <BoardBar
            steps={stepIds}
            current={current}
            part={part}
            showAll={showAll}
            onPart={setPart}
            onShowAll={toggleAll}
          />
          <noscript>
            <p className="mt-6">
              Marking yourself and seeing what was found need JavaScript. Switch it on and load the page again; your
              answer, the worked answer and what was expected all stand below.
            </p>
          </noscript>
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
          <FindingsSummary steps={stepIds} />
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
