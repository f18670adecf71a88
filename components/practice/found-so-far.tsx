'use client';

import { passagesOfSide } from '@/components/feedback/answer-findings';
import { ContradictingWords } from '@/components/feedback/contradicting-words';
import { findingCounts } from '@/components/feedback/finding-counts';
import { FindingLines } from '@/components/feedback/finding-lines';
import { FindingsProblemLine, LookingLine } from '@/components/feedback/looking-line';
import { MatchingNote } from '@/components/feedback/matching-note';
import { whereItStands } from '@/components/feedback/where-it-stands';
import { Button } from '@/components/ui/button';
import { STEPS, type StepId } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import { useDraft } from '../saving/use-draft-saver';
import type { FoundSoFar as Found } from './use-found-so-far';

/**
 * What was found of the expectations of a step, on request. Those that were not found stay a number: what they say would give the
 * answer away.
 */
export default function FoundSoFar({ found, step, saver }: { found: Found; step: StepId; saver: AnswerSaver }) {
  const { findings, looked, unsaved, saving, look } = found;
  const { draft } = useDraft(saver, step);
  const feedback = findings.steps.get(step);
  const isBusy = saving || findings.looking.length > 0;
  const isOld = feedback !== undefined && looked.get(step) !== draft;
  const contradictions = findings.contradictions.filter(({ quotes, terms }) =>
    [...quotes, ...terms].some((quote) => 'slot' in quote && quote.slot === step),
  );

  return (
    <section aria-labelledby="found-heading">
      <h2 id="found-heading" className="label-text">
        What was found so far
      </h2>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          size="small"
          busy={isBusy}
          aria-label={`${feedback ? 'Look again' : 'Look through this step'}: ${STEPS[step].title}`}
          onClick={() => void look(step)}
        >
          {isBusy ? 'Looking' : feedback ? 'Look again' : 'Look through this step'}
        </Button>
        {isOld && <span className="text-small text-muted">The answer has changed since.</span>}
      </p>
      <div className="mt-2 space-y-2">
        <LookingLine findings={findings} />
        <FindingsProblemLine findings={findings} step={step} onAgain={() => void look(step)} />
        {unsaved && !findings.problem && !isBusy && (
          <p className="text-small text-muted">Not everything is saved yet; what is saved was looked through.</p>
        )}
        <p role="status" className="tabular-nums empty:hidden">
          {feedback && `${findingCounts(feedback)} yet`}
        </p>
      </div>
      <div>
        {feedback && (
          <>
            {feedback.results.length > 0 && (
              <ul className="mt-2 divide-y divide-rule border-y border-rule">
                {feedback.results.map((finding) => (
                  <li key={finding.expectationId} className="py-2">
                    <p className="mb-1 text-muted">{finding.statement}</p>
                    <FindingLines
                      finding={finding}
                      name={finding.statement ?? finding.expectationId}
                      onSay={(said) => void findings.say(step, finding.expectationId, said)}
                    />
                    <FindingsProblemLine findings={findings} step={step} expectationId={finding.expectationId} />
                  </li>
                ))}
              </ul>
            )}
            {contradictions.map((contradiction) => (
              <div key={contradiction.why} className="mt-3">
                <p className="font-medium">
                  <span aria-hidden="true">≠</span> {contradiction.why}
                </p>
                {([0, 1] as const).map((side) => (
                  <div key={side} className="mt-1">
                    <p className="text-small text-muted">{whereItStands(contradiction.quotes[side])}</p>
                    {passagesOfSide(contradiction, side).map((quote) => (
                      <ContradictingWords
                        key={'fact' in quote ? quote.fact : `${quote.path} ${quote.start}`}
                        quote={quote}
                        className="line-clamp-3"
                      />
                    ))}
                  </div>
                ))}
              </div>
            ))}
            <div className="mt-2">
              <MatchingNote feedback={feedback} />
            </div>
          </>
        )}
      </div>
    </section>
  );
}
