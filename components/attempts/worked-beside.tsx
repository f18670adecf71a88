import { MarginNotes } from '@/components/catalogue/margin-note';
import { Questions } from '@/components/catalogue/questions';
import { ReadingText } from '@/components/ui/reading-text';
import type { CaseStep } from '@/lib/core/case-study';
import { STEPS, type StepId } from '@/lib/core/steps';

/** The worked answer of a step in one column, to stand beside the candidate's; notes follow their part. */
export function WorkedBeside({ step, caseStep }: { step: StepId; caseStep: CaseStep }) {
  return (
    <>
      <h3 className="board-part-title">
        Worked answer<span className="sr-only">: {STEPS[step].title}</span>
      </h3>
      {caseStep.workedAnswer.map((part) => (
        <section key={part.id} aria-labelledby={`${step}-${part.id}`} className="mb-8">
          <h4
            id={`${step}-${part.id}`}
            tabIndex={-1}
            className="mb-2 scroll-mt-32 font-reading text-reading font-semibold text-balance"
          >
            {part.heading}
          </h4>
          <ReadingText html={part.body.html} />
          {part.notes.length > 0 && (
            <div className="mt-4 space-y-4 border-l border-rule pl-4">
              <MarginNotes step={caseStep} ids={part.notes} />
            </div>
          )}
        </section>
      ))}
      <section aria-labelledby={`${step}-follow-ups`}>
        <h4 id={`${step}-follow-ups`} className="label-text">
          Follow-up questions<span className="sr-only">: {STEPS[step].title}</span>
        </h4>
        <Questions questions={caseStep.followUps} />
      </section>
    </>
  );
}
