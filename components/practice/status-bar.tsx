'use client';

import { Button } from '@/components/ui/button';
import type { AnswerSlot } from '@/lib/core/attempt';
import { clockText } from '@/lib/core/duration-text';
import { INTERVIEW_MINUTES } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';
import { SaveStatusLine } from './save-status';
import type { StepClock } from './step-clock';
import { useTick } from './use-step-clock';

function TotalTime({ clock, slots }: { clock: StepClock; slots: readonly AnswerSlot[] }) {
  useTick(clock);
  const totalMs = slots.reduce((sum, slot) => sum + clock.activeMs(slot), 0);
  return (
    <span className="whitespace-nowrap tabular-nums" title="Time worked, paused while this tab is hidden">
      <span className="sr-only">Time worked: </span>
      <span suppressHydrationWarning>{clockText(totalMs)}</span>
      <span className="text-muted"> of {INTERVIEW_MINUTES} min</span>
    </span>
  );
}

/** The line at the bottom: where the text is, the clock, and the ways on. */
export function StatusBar({
  saver,
  slot,
  slots,
  clock,
  onShortcuts,
  onHistory,
  onSubmit,
}: {
  saver: AnswerSaver;
  slot: AnswerSlot;
  slots: readonly AnswerSlot[];
  clock: StepClock;
  onShortcuts: () => void;
  onHistory: () => void;
  onSubmit: () => void;
}) {
  return (
    <div className="sticky bottom-0 z-20 border-t border-rule bg-paper">
      <div className="mx-auto flex min-h-12 max-w-[1440px] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 sm:px-6">
        <SaveStatusLine saver={saver} slot={slot} />
        <div className="ml-auto flex flex-wrap items-center gap-x-3">
          <TotalTime clock={clock} slots={slots} />
          <Button size="small" variant="plain" onClick={onHistory}>
            Earlier saves
          </Button>
          <Button size="small" variant="plain" className="hidden sm:inline-flex" onClick={onShortcuts}>
            Shortcuts
          </Button>
          <Button size="small" variant="primary" onClick={onSubmit}>
            Submit
          </Button>
        </div>
      </div>
    </div>
  );
}
