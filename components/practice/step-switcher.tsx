'use client';

import { Button } from '@/components/ui/button';
import { clockText } from '@/lib/core/duration-text';
import { STEPS, type StepId } from '@/lib/core/steps';
import type { StepClock } from './step-clock';
import { useTick } from './use-step-clock';

/** The step rail of a phone: under the thumb, one step at a time. */
export function StepSwitcher({
  steps,
  current,
  clock,
  onSelect,
}: {
  steps: readonly StepId[];
  current: StepId;
  clock: StepClock;
  onSelect: (step: StepId) => void;
}) {
  useTick(clock);
  const { budgetMinutes } = STEPS[current];
  const place = steps.indexOf(current);
  const previous = steps[place - 1];
  const next = steps[place + 1];
  return (
    <nav aria-label="Steps" className="flex items-center gap-2 lg:hidden">
      <Button
        size="small"
        disabled={!previous}
        aria-label="Previous step"
        onClick={() => previous && onSelect(previous)}
      >
        ‹
      </Button>
      <select
        aria-label="Step"
        className="field-box h-8 w-auto min-w-0 flex-1 py-1"
        value={current}
        onChange={(event) => onSelect(event.target.value as StepId)}
      >
        {steps.map((step) => (
          <option key={step} value={step}>
            {STEPS[step].number} {STEPS[step].title}
          </option>
        ))}
      </select>
      <span className="text-small text-muted tabular-nums" suppressHydrationWarning>
        {clockText(clock.activeMs(current))} of {budgetMinutes} min
      </span>
      <Button size="small" disabled={!next} aria-label="Next step" onClick={() => next && onSelect(next)}>
        ›
      </Button>
    </nav>
  );
}
