'use client';

import { ReadingText } from '@/components/ui/reading-text';
import type { CarryOver } from '@/lib/core/review/review-api';
import type { StepId } from '@/lib/core/steps';
import { CommentsToAnswer } from './comments-to-answer';
import { Hints, type OpenedHint } from './hints';
import type { CommentAnswers } from './use-comment-answers';

/** What stands beside the sheet: comments on the attempt before this one, the prompt and, in guided mode, the hints. */
export function SidePanel({
  attemptId,
  promptHtml,
  step,
  opened,
  onOpened,
  carryOver,
  commentStep,
  answers,
}: {
  attemptId: string;
  promptHtml: string;
  /** Null when this mode gives no hints. */
  step: StepId | null;
  opened: readonly OpenedHint[];
  onOpened: (hint: OpenedHint) => void;
  /** Null when this attempt follows none. */
  carryOver: CarryOver | null;
  /** The step in hand; null on a blank page. */
  commentStep: StepId | null;
  answers: CommentAnswers;
}) {
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
    </div>
  );
}
