import { StepAnswer } from '@/components/answers/step-answer';
import { answerBlocks } from '@/lib/core/answer-blocks';
import type { AttemptDetail } from '@/lib/core/api-types';
import { answerSlots, PAGE_SLOT } from '@/lib/core/attempt';
import { answerOf } from '@/lib/core/attempt-state';
import { STEPS } from '@/lib/core/steps';

/** What is written so far, to read. The worked answer waits for the submission. */
export function UnsubmittedAnswer({ attempt }: { attempt: AttemptDetail }) {
  return (
    <div className="mt-10 max-w-[760px]">
      <p className="border-l-2 border-ink pl-3">
        This attempt is not submitted. The worked answer and the checklist open here once it is.
      </p>
      {answerSlots(attempt).map((slot) => (
        <section key={slot} aria-labelledby={`written-${slot}`} className="answer-sheet mt-10">
          <h2 id={`written-${slot}`} className="mb-3 font-reading text-title font-semibold">
            {slot === PAGE_SLOT ? (
              'Your page'
            ) : (
              <>
                <span className="mr-2 text-muted tabular-nums">{STEPS[slot].number}</span> {STEPS[slot].title}
              </>
            )}
          </h2>
          <StepAnswer
            text={{ blocks: answerBlocks(slot, answerOf(attempt, slot).answer), rest: [] }}
            emptyText="You left this step empty."
            headingLevel="h3"
          />
        </section>
      ))}
    </div>
  );
}
