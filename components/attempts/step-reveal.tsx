'use client';

import { useEffect, useRef } from 'react';
import { findingCounts } from '@/components/feedback/finding-counts';
import { FindingsProblemLine, LookingLine } from '@/components/feedback/looking-line';
import { MatchingNote } from '@/components/feedback/matching-note';
import { Button } from '@/components/ui/button';
import { STEPS, type StepId } from '@/lib/core/steps';
import { useBoard } from './board-context';

/** Asks for the findings of a step, once its candidate has marked it; then says how they were made. */
export function StepReveal({ step, unmarked }: { step: StepId; unmarked: number }) {
  const { findings, hasCase } = useBoard();
  const feedback = findings.steps.get(step);
  const isLooking = findings.looking.includes(step);
  const isStale = feedback !== undefined && !feedback.isCurrent;
  const isWaiting = !feedback && unmarked > 0;
  const label = feedback ? 'Look again' : isWaiting ? 'Show without marking the rest' : 'Show what was found';
  const note = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  // The button that was pressed goes: the focus goes on to what has come.
  useEffect(() => {
    if (!feedback || !asked.current) return;
    asked.current = false;
    // Unless somebody has gone on meanwhile.
    if (document.activeElement === document.body) note.current?.focus({ preventScroll: true });
  }, [feedback]);
  if (!hasCase && !feedback) return null;
  return (
    <div className="no-print mb-2 space-y-2">
      {(!feedback || isStale) && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {isWaiting && <span className="text-small text-muted">Mark yourself first: {unmarked} to go.</span>}
          <Button
            size="small"
            variant={isWaiting ? 'plain' : feedback ? 'quiet' : 'primary'}
            busy={findings.looking.length > 0}
            aria-label={`${isLooking ? 'Looking' : label}: ${STEPS[step].title}`}
            onClick={() => {
              asked.current = true;
              void findings.look([step]);
            }}
          >
            {isLooking ? 'Looking' : label}
          </Button>
          {!isWaiting && (
            <span className="text-small text-muted">
              {feedback ? 'The case has changed since this was looked through.' : 'Your marks stay as they are.'}
            </span>
          )}
        </div>
      )}
      {isLooking && findings.askedIn === 'step' && <LookingLine findings={findings} />}
      {feedback && (
        <div ref={note} tabIndex={-1} className="outline-none">
          <p className="tabular-nums">{findingCounts(feedback)}</p>
          <MatchingNote feedback={feedback} />
        </div>
      )}
      <FindingsProblemLine findings={findings} step={step} />
    </div>
  );
}
