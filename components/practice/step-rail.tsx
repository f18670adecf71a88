'use client';

import { clockText } from '@/lib/core/duration-text';
import { isBlank } from '@/lib/core/passages';
import { STEPS, type StepId } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import { useDraft } from '../saving/use-draft-saver';
import type { StepClock } from './step-clock';
import { useTick } from './use-step-clock';

function StepTime({ clock, step }: { clock: StepClock; step: StepId }) {
  useTick(clock);
  const spentMs = clock.activeMs(step);
  const { budgetMinutes } = STEPS[step];
  const share = spentMs / (budgetMinutes * 60_000);
  return (
    <span className="mt-1 block">
      <span className="flex justify-between text-small text-muted tabular-nums">
        <span suppressHydrationWarning>{clockText(spentMs)}</span>
        <span>
          <span className="sr-only">of </span>
          {budgetMinutes} min
        </span>
      </span>
      <span aria-hidden="true" className="mt-0.5 block h-0.5 bg-rule">
        <span
          className={`block h-full ${share > 1 ? 'bg-ink' : 'bg-muted'}`}
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </span>
      {share > 1 && <span className="text-small text-muted">over budget</span>}
    </span>
  );
}

function StepButton({
  step,
  current,
  saver,
  clock,
  onSelect,
}: {
  step: StepId;
  current: boolean;
  saver: AnswerSaver;
  clock: StepClock;
  onSelect: (step: StepId) => void;
}) {
  const draft = useDraft(saver, step);
  const { number, title } = STEPS[step];
  return (
    <button
      type="button"
      aria-current={current ? 'step' : undefined}
      onClick={() => onSelect(step)}
      className="group block w-full rounded-control py-2 text-left"
    >
      <span className="flex items-baseline gap-2 text-muted group-hover:text-ink group-aria-[current=step]:font-semibold group-aria-[current=step]:text-ink">
        <span className="w-4 tabular-nums">{number}</span>
        <span className="flex-1">{title}</span>
        {draft.conflict && <span className="text-small text-danger">choose</span>}
        {!draft.conflict && !isBlank(step, draft.draft) && (
          <span className="text-small font-normal text-muted">begun</span>
        )}
      </span>
      <span className="block pl-6">
        <StepTime clock={clock} step={step} />
      </span>
    </button>
  );
}

/** The steps of the attempt with time spent against budget. */
export function StepRail({
  steps,
  current,
  saver,
  clock,
  onSelect,
}: {
  steps: readonly StepId[];
  current: StepId;
  saver: AnswerSaver;
  clock: StepClock;
  onSelect: (step: StepId) => void;
}) {
  return (
    <nav aria-label="Steps" className="hidden lg:block">
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <StepButton step={step} current={step === current} saver={saver} clock={clock} onSelect={onSelect} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
