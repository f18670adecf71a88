'use client';

import { useEffect, useMemo, useRef } from 'react';
import { FindingsProblemLine, LookingLine } from '@/components/feedback/looking-line';
import { Button } from '@/components/ui/button';
import { ReadingText } from '@/components/ui/reading-text';
import { LEVEL_NAMES } from '@/lib/core/attempt';
import type { StepId } from '@/lib/core/steps';
import { useBoard } from './board-context';
import { ContradictionList } from './contradiction-list';
import { WorkedPartLink } from './expectation-finding';
import { findingsByLevel, type LevelEntry, type LevelGroup } from './findings-by-level';
import { TryStep } from './try-step';

const BY = { both: 'by you and the matcher', you: 'by you', matcher: 'by the matcher' } as const;

function Entry({ entry }: { entry: LevelEntry }) {
  const { showExpectation } = useBoard();
  const { expectation, foundBy } = entry;
  const isMissed = foundBy === null && entry.finding.shown.state === 'not found';
  return (
    <li className="grid grid-cols-[36px_minmax(0,1fr)] py-2">
      <button
        type="button"
        className="text-link min-h-6 self-start text-left text-small tabular-nums"
        aria-label={`${expectation.number}: show it in the checklist`}
        onClick={() => showExpectation(expectation.key)}
      >
        {expectation.number}
      </button>
      <div className="min-w-0">
        <ReadingText html={expectation.statementHtml} className="reading-small" />
        {foundBy && <p className="text-small text-muted">{BY[foundBy]}</p>}
        {isMissed && (
          <div className="no-print mt-0.5 flex flex-wrap items-baseline gap-x-4">
            <WorkedPartLink quiet expectation={expectation} />
            <TryStep quiet step={expectation.step} about={expectation.number} />
          </div>
        )}
      </div>
    </li>
  );
}

function Entries({ sign, title, entries }: { sign: string; title: string; entries: readonly LevelEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <div className="min-w-0">
      <h4 className="label-text">
        <span aria-hidden="true">{sign}</span> {title} <span className="tabular-nums">({entries.length})</span>
      </h4>
      <ul className="mt-1 divide-y divide-rule border-y border-rule">
        {entries.map((entry) => (
          <Entry key={entry.expectation.key} entry={entry} />
        ))}
      </ul>
    </div>
  );
}

function LevelPart({ group }: { group: LevelGroup }) {
  return (
    <section aria-labelledby={`level-${group.level}`} className="mt-6">
      <h3 id={`level-${group.level}`} className="text-large font-medium">
        {LEVEL_NAMES[group.level]}
      </h3>
      <div className="mt-2 grid gap-x-10 gap-y-4 lg:grid-cols-2">
        <div className="space-y-4">
          <Entries sign="–" title="Missed" entries={group.missed} />
          <Entries sign="?" title="Unclear" entries={group.unclear} />
        </div>
        <Entries sign="✓" title="Found" entries={group.found} />
      </div>
    </section>
  );
}

/** What the candidate said against the matcher, as lines for the author of the case. */
function Corrections() {
  const { attemptId, findings } = useBoard();
  const count = [...findings.steps.values()].reduce(
    (sum, { results }) => sum + results.filter(({ correction }) => correction !== null).length,
    0,
  );
  if (count === 0) return null;
  return (
    <p className="no-print mt-10 text-muted">
      You corrected {count === 1 ? 'one finding' : `${count} findings`}.{' '}
      <a href={`/api/attempts/${attemptId}/feedback/corrections?format=md`} download className="text-link">
        Save them as example sentences
      </a>{' '}
      for the author of the case: then the next answer is read better.
    </p>
  );
}

/** What was found over all steps: missed and found by level, and contradictions. */
export function FindingsSummary({ steps }: { steps: readonly StepId[] }) {
  const { expectations, findings, marks, hasCase } = useBoard();
  const groups = useMemo(
    () => findingsByLevel(expectations, findings.steps, (key) => marks.get(key)?.verdict?.found === true),
    [expectations, findings.steps, marks],
  );
  const hidden = steps.filter((step) => !findings.steps.has(step));
  const unmarked = expectations.filter(({ key, step }) => hidden.includes(step) && !marks.get(key)?.verdict).length;
  const isLooking = findings.looking.length > 0;
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useRef(false);
  const isDone = hidden.length === 0;
  // The button that was pressed goes with the last step: the focus goes on to what has come.
  useEffect(() => {
    if (!isDone || !asked.current) return;
    asked.current = false;
    // Unless somebody has gone on meanwhile.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [isDone]);
  if (!hasCase) return null;
  const contradictions = findings.steps.size > 0 && <ContradictionList contradictions={findings.contradictions} />;
  // Two passages that cannot both hold are few, and the first to be looked at.
  const hasContradictions = findings.contradictions.length > 0;
  return (
    <section aria-labelledby="what-was-found" className="findings-summary">
      <h2
        ref={heading}
        id="what-was-found"
        tabIndex={-1}
        className="scroll-mt-20 outline-none font-reading text-title font-semibold"
      >
        What was found
      </h2>
      {hidden.length > 0 && (
        <div className="no-print mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button
            variant={unmarked === 0 ? 'primary' : 'quiet'}
            size="small"
            busy={isLooking}
            onClick={() => {
              asked.current = true;
              void findings.look(hidden, 'summary');
            }}
          >
            {unmarked === 0 ? 'Show what was found' : 'Show without marking the rest'}
            {steps.length > 1 && ` in ${hidden.length === steps.length ? 'all steps' : `${hidden.length} more`}`}
          </Button>
          {!isLooking && (
            <span className="text-muted">
              {unmarked > 0 && `Mark yourself first: ${unmarked} to go. `}
              Your marks stay as they are; both are shown where they differ.
            </span>
          )}
        </div>
      )}
      <div className="no-print mt-2 space-y-2">
        {findings.askedIn === 'summary' && <LookingLine findings={findings} />}
        <FindingsProblemLine findings={findings} step={null} />
      </div>
      {hasContradictions && contradictions}
      {groups.map((group) => (
        <LevelPart key={group.level} group={group} />
      ))}
      {!hasContradictions && contradictions}
      <Corrections />
    </section>
  );
}
