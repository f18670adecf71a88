'use client';

import { ReadingText } from '@/components/ui/reading-text';
import type { StepId } from '@/lib/core/steps';
import { Hints, type OpenedHint } from './hints';

/** What stands beside the sheet: the prompt and, in guided mode, the hints. */
export function SidePanel({
  attemptId,
  promptHtml,
  step,
  opened,
  onOpened,
}: {
  attemptId: string;
  promptHtml: string;
  /** Null when this mode gives no hints. */
  step: StepId | null;
  opened: readonly OpenedHint[];
  onOpened: (hint: OpenedHint) => void;
}) {
  return (
    <div className="space-y-8">
      <section aria-labelledby="prompt-heading">
        <h2 id="prompt-heading" className="label-text">
          The interviewer said
        </h2>
        <ReadingText html={promptHtml} className="reading-small mt-2" />
      </section>
      {step && <Hints attemptId={attemptId} step={step} opened={opened} onOpened={onOpened} />}
    </div>
  );
}
