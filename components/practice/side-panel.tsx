'use client';

import { ReadingText } from '@/components/ui/reading-text';
import type { AttemptShape } from '@/lib/core/attempt';
import type { CarryOver } from '@/lib/core/review/review-api';
import type { StepId } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import { CommentsToAnswer } from './comments-to-answer';
import { Hints, type OpenedHint } from './hints';
import type { CommentAnswers } from './use-comment-answers';
import type { FoundSoFar as Found } from './use-found-so-far';
import { usePart } from './use-part';

// After the sheet: one can write without them.
const loadFoundSoFar = () => import('./found-so-far');
const loadNumbersLedger = () => import('./numbers-ledger');

/**
 * What stands beside the sheet: comments on the attempt before this one, the prompt, the numbers of the answers and, in guided mode,
 * hints and what was found.
 */
export function SidePanel({
  attemptId,
  shape,
  saver,
  found,
  onUseNumber,
  promptHtml,
  step,
  opened,
  onOpened,
  carryOver,
  commentStep,
  answers,
}: {
  attemptId: string;
  shape: AttemptShape;
  saver: AnswerSaver;
  found: Found;
  /** Puts a number of the list where the caret was last; false when there is no such place. */
  onUseNumber: (text: string) => boolean;
  promptHtml: string;
  /** Null when this mode gives no hints. */
  step: StepId | null;
  opened: readonly OpenedHint[];
  onOpened: (hint: OpenedHint) => void;
  /** Null when this attempt follows none that was reviewed. */
  carryOver: CarryOver | null;
  /** The step in hand; null on a blank page. */
  commentStep: StepId | null;
  answers: CommentAnswers;
}) {
  const FoundSoFar = usePart(loadFoundSoFar);
  const NumbersLedger = usePart(loadNumbersLedger);
  return (
    <div className="space-y-8">
      {carryOver && <CommentsToAnswer carryOver={carryOver} step={commentStep} answers={answers} />}
      <section aria-labelledby="prompt-heading">
        <h2 id="prompt-heading" className="label-text">
          The interviewer said
        </h2>
        <ReadingText html={promptHtml} className="reading-small mt-2" />
      </section>
      {step && <Hints attemptId={attemptId} step={step} opened={opened} onOpened={onOpened} />}
      {step && FoundSoFar && <FoundSoFar found={found} step={step} saver={saver} />}
      {NumbersLedger && <NumbersLedger attemptId={attemptId} shape={shape} saver={saver} onUse={onUseNumber} />}
    </div>
  );
}
