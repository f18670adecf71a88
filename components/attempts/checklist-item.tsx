'use client';

import { useEffect, useRef } from 'react';
import { useIsLit } from '@/components/answers/answer-marks';
import { matchMarkId } from '@/components/feedback/answer-findings';
import { Button } from '@/components/ui/button';
import { ReadingText } from '@/components/ui/reading-text';
import { STEPS } from '@/lib/core/steps';
import { type BoardExpectation, expectationElementId, useBoard } from './board-context';
import { ExpectationFinding } from './expectation-finding';
import type { MarkState, Verdict } from './mark-keeper';

function SaveProblem({ expectation, mark }: { expectation: BoardExpectation; mark: MarkState }) {
  const { keeper } = useBoard();
  if (mark.status === 'unsent') {
    return (
      <div role="alert" className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-danger">
        <span>On this device only: the server could not be reached.</span>
        <Button size="small" onClick={() => void keeper.retry(expectation.key)}>
          Send again
        </Button>
      </div>
    );
  }
  if (mark.status !== 'refused') return null;
  return (
    <div role="alert" className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-danger">
      <span>Not saved. {mark.message}</span>
      <Button size="small" onClick={() => void keeper.retry(expectation.key)}>
        Send again
      </Button>
      <Button size="small" variant="plain" onClick={() => keeper.giveUp(expectation.key)}>
        Put back what is saved
      </Button>
    </div>
  );
}

function VerdictLine({ expectation, verdict }: { expectation: BoardExpectation; verdict: NonNullable<Verdict> }) {
  const { passages } = useBoard();
  if (!verdict.found) {
    return (
      <p className="mt-2">
        <span aria-hidden="true">–</span> <span className="font-medium">Not in my answer</span>
      </p>
    );
  }
  const { quote } = verdict;
  const label = passages[quote.slot]?.find((passage) => passage.path === quote.path)?.label;
  const elsewhere = quote.slot !== expectation.step && quote.slot !== 'page' ? ` in ${STEPS[quote.slot].title}` : '';
  return (
    <>
      <p className="mt-2">
        <span aria-hidden="true">✓</span> <span className="font-medium">Found</span>
        <span className="text-muted">
          {label && label !== 'Answer' ? ` in ${label}` : ' in your words'}
          {elsewhere}
        </span>
      </p>
      <blockquote className="own-words mt-1 line-clamp-4 print:line-clamp-none" dir="auto">
        <mark className="found-mark">{quote.text}</mark>
      </blockquote>
    </>
  );
}

/** One expectation: what it asks for, and what the candidate says of it. */
export function ChecklistItem({ expectation }: { expectation: BoardExpectation }) {
  const { keeper, marks, selected, clearSelected, lit, choose, showQuote, findings } = useBoard();
  const isLit = useIsLit(lit, [expectation.key, matchMarkId(expectation.key)]);
  const mark = marks.get(expectation.key);
  const verdict = mark?.verdict ?? null;
  const isMatched = findings.steps.has(expectation.step);
  const actions = useRef<HTMLDivElement>(null);
  const before = useRef(verdict);
  const acted = useRef(false);

  // The button that was pressed goes with the change: focus stays in its place, on the way back.
  useEffect(() => {
    if (before.current === verdict) return;
    before.current = verdict;
    if (!acted.current) return;
    acted.current = false;
    actions.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [verdict]);

  function set(next: Verdict) {
    acted.current = true;
    void keeper.set(expectation.key, next);
  }

  return (
    <li
      id={expectationElementId(expectation.key)}
      tabIndex={-1}
      data-lit={isLit}
      data-verdict={verdict ? (verdict.found ? 'found' : 'absent') : isMatched ? 'matched' : 'none'}
      className="checklist-item"
      onMouseEnter={() => lit.light(expectation.key)}
      onMouseLeave={() => lit.light(null)}
      onFocus={() => lit.light(expectation.key)}
      onBlur={() => lit.light(null)}
    >
      <span className="pt-0.5 text-small text-muted tabular-nums">{expectation.number}</span>
      <div className="min-w-0">
        <ReadingText html={expectation.statementHtml} className="reading-small" />
        {verdict && <VerdictLine expectation={expectation} verdict={verdict} />}
        <div ref={actions} className="no-print mt-2 flex flex-wrap items-center gap-2">
          {verdict ? (
            <>
              {verdict.found && (
                <Button size="small" onClick={() => showQuote(expectation.key)}>
                  Show in my answer
                </Button>
              )}
              <Button size="small" onClick={() => set(null)} aria-label={`Undo the mark of ${expectation.number}`}>
                Undo
              </Button>
            </>
          ) : (
            <>
              {selected ? (
                <Button
                  size="small"
                  variant="primary"
                  onClick={() => {
                    set({ found: true, quote: selected });
                    clearSelected();
                  }}
                >
                  Mark as found with this quote
                </Button>
              ) : (
                <Button size="small" onClick={() => choose(expectation)}>
                  Find it in my answer
                </Button>
              )}
              <Button size="small" onClick={() => set({ found: false })}>
                Mark as not in my answer
              </Button>
            </>
          )}
          {mark?.status === 'sending' && <span className="text-small text-muted">Saving</span>}
        </div>
        {mark && <SaveProblem expectation={expectation} mark={mark} />}
        <ExpectationFinding expectation={expectation} />
        <details className="no-print mt-1">
          <summary className="inline-block py-1 text-small text-muted hover:text-ink">
            What counts, and what does not
          </summary>
          <div className="reading reading-small pb-2">
            <p className="font-interface text-small text-muted">Weight {expectation.weight} of 3 in this step.</p>
            <p className="label-text font-interface">Counts</p>
            <ul>
              {expectation.counts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <p className="label-text font-interface">Does not count</p>
            <ul>
              {expectation.doesNotCount.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        </details>
      </div>
    </li>
  );
}
