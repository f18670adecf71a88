import { GotchaNote, TradeOffNote } from '@/components/catalogue/margin-note';
import { Questions } from '@/components/catalogue/questions';
import type { CaseStep } from '@/lib/core/case-study';
import { STEPS, type StepId } from '@/lib/core/steps';

/** What the case's author tells a coach about a step: trade-offs, gotchas, follow-up questions. */
export function CaseNotes({ step, caseStep }: { step: StepId; caseStep: CaseStep }) {
  return (
    <>
      <h3 className="board-part-title">
        Notes on the case<span className="sr-only">: {STEPS[step].title}</span>
      </h3>
      <div className="space-y-5">
        {caseStep.tradeOffs.map((note) => (
          <div key={note.id} className="border-t border-rule pt-3">
            <TradeOffNote note={note} />
          </div>
        ))}
        {caseStep.gotchas.map((note) => (
          <div key={note.id} className="border-t border-rule pt-3">
            <GotchaNote note={note} />
          </div>
        ))}
      </div>
      <h4 className="label-text mt-6">Follow-up questions</h4>
      <Questions questions={caseStep.followUps} />
    </>
  );
}
