'use client';

import { Button } from '@/components/ui/button';
import type { AnswerSlot } from '@/lib/core/attempt';
import { clockText } from '@/lib/core/duration-text';
import type { AnswerSaver } from '../saving/answer-saver';
import { AnswerStatusLine } from './save-status';
import type { StepClock } from './step-clock';
import { useTick } from './use-step-clock';

function TotalTime({ clock, slots, minutes }: { clock: StepClock; slots: readonly AnswerSlot[]; minutes: number }) {
  useTick(clock);
  const totalMs = slots.reduce((sum, slot) => sum + clock.activeMs(slot), 0);
  return (
    <span className="whitespace-nowrap tabular-nums" title="Time worked, paused while this tab is hidden">
      <span className="sr-only">Time worked: </span>
      <span suppressHydrationWarning>{clockText(totalMs)}</span>
      <span className="text-muted">
        <span className="hidden sm:inline"> of</span>
        <span className="sm:hidden"> /</span> {minutes} min
      </span>
    </span>
  );
}

/** The line at the bottom: where the text is, the clock, and the ways on. */
export function StatusBar({
  saver,
  slot,
  slots,
  clock,
  minutes,
  onShortcuts,
  onHistory,
  onSubmit,
}: {
  saver: AnswerSaver;
  slot: AnswerSlot;
  slots: readonly AnswerSlot[];
  clock: StepClock;
  /** How long the whole should take. */
  minutes: number;
  onShortcuts: () => void;
  onHistory: () => void;
  onSubmit: () => void;
}) {
  return (
    <div className="border-t border-rule">
      <div className="site-frame flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
        <AnswerStatusLine saver={saver} slot={slot} />
        <div className="ml-auto flex items-center gap-x-3">
          <TotalTime clock={clock} slots={slots} minutes={minutes} />
          <span className="hidden gap-x-1 sm:flex">
            <Button size="small" variant="plain" onClick={onHistory}>
              Earlier saves
            </Button>
            <Button size="small" variant="plain" onClick={onShortcuts}>
              Shortcuts
            </Button>
          </span>
          <Button size="small" variant="primary" onClick={onSubmit}>
            Submit
          </Button>
        </div>
      </div>
    </div>
  );
}
