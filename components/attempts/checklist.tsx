'use client';

import { LEVEL_NAMES, LEVELS, type Level } from '@/lib/core/attempt';
import { STEPS, type StepId } from '@/lib/core/steps';
import { useBoard } from './board-context';
import { ChecklistItem } from './checklist-item';
import { StepReveal } from './step-reveal';

const BEYOND: Readonly<Record<Level, readonly Level[]>> = { mid: ['senior', 'staff'], senior: ['staff'], staff: [] };

/** A step's expectations by level, each to be found in the answer or marked as not in it. */
export function Checklist({ step, attemptLevel }: { step: StepId; attemptLevel: Level }) {
  const { expectations, marks } = useBoard();
  const own = expectations.filter((expectation) => expectation.step === step);
  const marked = own.filter((expectation) => marks.get(expectation.key)?.verdict).length;
  return (
    <section aria-labelledby={`checklist-${step}`}>
      <div className="board-part-head">
        <h3 id={`checklist-${step}`} className="board-part-title">
          Checklist<span className="sr-only">: {STEPS[step].title}</span>
        </h3>
        <span className="ml-auto text-muted tabular-nums">
          {marked} of {own.length} marked
        </span>
      </div>
      <StepReveal step={step} unmarked={own.length - marked} />
      {LEVELS.map((level) => {
        const ofLevel = own.filter((expectation) => expectation.level === level);
        if (ofLevel.length === 0) return null;
        return (
          <div key={level} className="mt-4">
            <h4 className="label-text">
              {LEVEL_NAMES[level]}
              {BEYOND[attemptLevel].includes(level) && (
                <span className="font-normal"> · beyond the level you chose</span>
              )}
            </h4>
            <ul className="mt-1 divide-y divide-rule border-y border-rule">
              {ofLevel.map((expectation) => (
                <ChecklistItem key={expectation.key} expectation={expectation} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
