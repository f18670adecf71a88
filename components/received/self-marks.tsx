'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { type AnswerMarks, AnswerMarksContext, groupByPassage, LitMark } from '@/components/answers/answer-marks';
import { QuotePicker } from '@/components/answers/quote-picker';
import { StepAnswer } from '@/components/answers/step-answer';
import { useSelectedQuote } from '@/components/answers/use-selected-quote';
import { callApi } from '@/components/review/call-api';
import { type Desk, DeskContext } from '@/components/review/desk-context';
import { dimensionItem, type ItemId } from '@/components/review/desk-items';
import { deskMarks } from '@/components/review/desk-marks';
import { DimensionItem } from '@/components/review/dimension-item';
import { useDeskKeys } from '@/components/review/use-desk-keys';
import { useSingleKeys } from '@/components/review/use-single-keys';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { StepText } from '@/lib/core/answer-blocks';
import type { Level } from '@/lib/core/attempt';
import type { Dimension } from '@/lib/core/review/dimensions';
import { missingEvidence, type PassagesBySlot, WHY_A_QUOTE } from '@/lib/core/review/evidence';
import type { SelfReviewBands } from '@/lib/core/review/review-api';
import { STEPS, type StepId } from '@/lib/core/steps';
import { KeysDialog, MARKING_KEYS } from './keys-dialog';
import { goToItem, goToNextItem, showWordsOf } from './move-between-items';
import { SelfMarksFoot } from './self-marks-foot';
import { useSelfMarks } from './use-self-marks';

/** A step of one's own answer, as the server lays it out. */
export interface OwnStep {
  readonly step: StepId;
  readonly text: StepText;
  /** Hints taken. */
  readonly hints: ReactNode;
}

function StepToMark({ own: { step, text, hints }, isPage }: { own: OwnStep; isPage: boolean }) {
  return (
    <div data-column="answer">
      <h3 className="board-part-title">
        My answer<span className="sr-only">: {STEPS[step].title}</span>
      </h3>
      <StepAnswer
        text={text}
        emptyText={isPage ? 'No words of your page are tagged with this step.' : 'You left this step empty.'}
        restTitle="The rest of your page, without a step"
      />
      {hints}
    </div>
  );
}

const itemOfMark = (id: string) => (id.split('#')[0] ?? id) as ItemId;

/** The candidate's own bands, each with the words that show it, given before the coach's can be seen. */
export function SelfMarks({
  attemptId,
  level,
  caseTitle,
  isPage,
  steps,
  passages,
  dimensions,
  stored,
  savedAt,
}: {
  attemptId: string;
  level: Level;
  caseTitle: string;
  isPage: boolean;
  steps: readonly OwnStep[];
  passages: PassagesBySlot;
  dimensions: readonly Dimension[];
  /** What was kept before; it can change until a review can be seen. */
  stored: SelfReviewBands;
  savedAt: string | null;
}) {
  const router = useRouter();
  // Until the scripts are there nobody would hear what is marked, so nothing can be.
  const hydrated = useHydrated();
  const root = useRef<HTMLDivElement>(null);
  const [lit] = useState(() => new LitMark());
  const [current, setCurrent] = useState<ItemId | null>(null);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [isListed, setListed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { selected, clear } = useSelectedQuote(root, passages);
  const marks = useSelfMarks({
    attemptId,
    stored,
    dimensions,
    firstSlot: isPage ? 'page' : null,
    selected,
    clearSelected: clear,
  });
  const { review, actions } = marks;
  const missing = missingEvidence(review, dimensions);

  const desk: Desk = {
    attemptId,
    candidateName: '',
    caseTitle,
    level,
    expectations: [],
    passages,
    dimensions,
    suggestions: {},
    suggesting: null,
    review,
    comments: [],
    actions,
    selected,
    lit,
    current,
    setCurrent,
    goTo: goToItem,
    showWords: showWordsOf,
  };
  const answerMarks = useMemo<AnswerMarks>(
    () => ({
      byPassage: groupByPassage(deskMarks(review, [], [])),
      lit,
      show: (id) => goToItem(itemOfMark(id)),
    }),
    [review, lit],
  );

  async function keep() {
    const [first] = missing;
    if (first) {
      goToItem(dimensionItem(first.dimension));
      marks.say(
        first.missing === 'words'
          ? WHY_A_QUOTE
          : 'Every dimension needs a band and a quote; at 1 or 2, “nothing to quote” will do.',
      );
      return;
    }
    setBusy(true);
    const outcome = await callApi('PUT', `/api/attempts/${attemptId}/self-review`, {
      bands: marks.bands(),
      skipped: false,
    });
    setBusy(false);
    setProblem(outcome.problem);
    if (outcome.problem !== null) return;
    marks.kept();
    router.refresh();
  }

  useDeskKeys({
    current,
    actions,
    singleKeys,
    say: marks.say,
    move: (direction) => goToNextItem(current, direction),
    showPart: () => {},
    chooseWords: () => {},
    openNotes: () => {},
    chooseVerdict: () => {},
    undo: marks.undo,
    redo: marks.redo,
    saveNow: () => void keep(),
    list: () => setListed(true),
  });

  const wholeAnswer = dimensions.filter(({ step }) => step === null);
  return (
    <DeskContext value={desk}>
      <AnswerMarksContext value={answerMarks}>
        <div ref={root} className="board desk" data-part="both" data-view="all" inert={!hydrated}>
          {steps.map((own) => (
            <section key={own.step} aria-labelledby={`mark-${own.step}`} data-step={own.step} className="board-section">
              <h2 id={`mark-${own.step}`} className="board-title">
                <span className="mr-2 text-muted tabular-nums">{STEPS[own.step].number}</span> {STEPS[own.step].title}
              </h2>
              <div className="board-columns desk-whole">
                <StepToMark own={own} isPage={isPage} />
                <div data-column="rubric">
                  {dimensions
                    .filter(({ step }) => step === own.step)
                    .map((dimension) => (
                      <DimensionItem key={dimension.id} dimension={dimension} />
                    ))}
                </div>
              </div>
            </section>
          ))}
          {wholeAnswer.length > 0 && (
            <section aria-labelledby="mark-whole" data-step="whole" className="board-section">
              <h2 id="mark-whole" className="board-title">
                The whole answer
              </h2>
              <div className="max-w-[620px]">
                <h3 className="sr-only">Marks of the whole answer</h3>
                {wholeAnswer.map((dimension) => (
                  <DimensionItem key={dimension.id} dimension={dimension} />
                ))}
              </div>
            </section>
          )}
        </div>
        <SelfMarksFoot
          place={marks.place}
          savedAt={savedAt}
          message={marks.message}
          problem={problem}
          missing={missing}
          dimensions={dimensions}
          selected={selected}
          onClearSelected={clear}
          busy={busy}
          onKeep={() => void keep()}
          onUndo={marks.undo}
          onShortcuts={() => setListed(true)}
        />
      </AnswerMarksContext>
      {marks.picking && (
        <QuotePicker
          title={marks.picking.title}
          useLabel={marks.picking.useLabel}
          startIn={marks.picking.startIn}
          answerName="your answer"
          passages={passages}
          onClose={marks.stopPicking}
          onPick={marks.picking.use}
        />
      )}
      <KeysDialog
        keys={MARKING_KEYS}
        open={isListed}
        onClose={() => setListed(false)}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </DeskContext>
  );
}
