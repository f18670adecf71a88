'use client';

import { matchMarkId } from '@/components/feedback/answer-findings';
import { FindingLines } from '@/components/feedback/finding-lines';
import { FindingsProblemLine } from '@/components/feedback/looking-line';
import { Button } from '@/components/ui/button';
import { type BoardExpectation, useBoard } from './board-context';
import { TryStep } from './try-step';

/**
 * To the part of the worked answer that covers an expectation.
 *
 * @param props.quiet in a long list, where it must not shout
 */
export function WorkedPartLink({ expectation, quiet = false }: { expectation: BoardExpectation; quiet?: boolean }) {
  const { showWorked } = useBoard();
  const { coveredBy, step, number } = expectation;
  if (!coveredBy) return null;
  const text = `Worked answer: ${coveredBy.heading}`;
  const about = { 'aria-label': `${text}, for ${number}`, onClick: () => showWorked(step, coveredBy.id) };
  return quiet ? (
    <button type="button" className="text-link min-h-6 text-left text-small" {...about}>
      {text}
    </button>
  ) : (
    <Button size="small" className="min-w-0" {...about}>
      <span className="truncate">{text}</span>
    </Button>
  );
}

/** What the matcher found of an expectation, under what the candidate said of it. */
export function ExpectationFinding({ expectation }: { expectation: BoardExpectation }) {
  const { findings, marks, lit, showQuote } = useBoard();
  const { key, step, id, number } = expectation;
  const finding = findings.steps.get(step)?.results.find((one) => one.expectationId === id);
  if (!finding) return null;
  const verdict = marks.get(key)?.verdict ?? null;
  const ownQuote = verdict?.found ? verdict.quote : null;
  const isMissed = finding.shown.state === 'not found';
  const differs = verdict !== null && verdict.found === isMissed;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only lights the words; every way to them is a button.
    <div
      className="mt-2 border-t border-rule pt-2"
      onMouseEnter={() => lit.light(matchMarkId(key))}
      onMouseLeave={() => lit.light(key)}
    >
      {differs && (
        <p className="label-text mb-1">
          <span aria-hidden="true">≠</span> Not as you marked it
        </p>
      )}
      <FindingLines
        finding={finding}
        name={number}
        ownQuote={ownQuote}
        onSay={(said) => void findings.say(step, id, said)}
        onShow={() => showQuote(matchMarkId(key))}
      >
        {isMissed && !verdict?.found && (
          <>
            <WorkedPartLink expectation={expectation} />
            <TryStep step={step} about={number} />
          </>
        )}
      </FindingLines>
      <FindingsProblemLine findings={findings} step={step} expectationId={id} />
    </div>
  );
}
