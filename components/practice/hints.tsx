'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ReadingText } from '@/components/ui/reading-text';
import type { Problem, TakenHints } from '@/lib/core/api-types';
import { STEPS, type StepId } from '@/lib/core/steps';

/** A hint that was taken, with its text. */
export interface OpenedHint {
  readonly step: StepId;
  readonly number: number;
  readonly html: string;
}

const HINT_COUNT = 3;
const NAMES = ['A nudge', 'A pointer', 'Nearly the answer'] as const;

/** The hints of a step, one at a time. Taking one is recorded with the attempt, so the server gives it out. */
export function Hints({
  attemptId,
  step,
  opened,
  onOpened,
}: {
  attemptId: string;
  step: StepId;
  opened: readonly OpenedHint[];
  onOpened: (hint: OpenedHint) => void;
}) {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const allTaken = useRef<HTMLParagraphElement>(null);
  const own = opened.filter((hint) => hint.step === step);
  const next = own.length + 1;

  async function take() {
    setAsking(true);
    setError(null);
    try {
      const response = await fetch(`/api/attempts/${attemptId}/hints`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ step, number: next }),
      });
      if (response.ok) {
        const { hint } = (await response.json()) as TakenHints;
        onOpened({ step, number: hint.number, html: hint.html });
        // The button goes with the last hint; the focus must not go with it.
        if (hint.number === HINT_COUNT) requestAnimationFrame(() => allTaken.current?.focus());
      } else setError(((await response.json()) as Problem).detail);
    } catch {
      setError('The server cannot be reached, and a hint is recorded when it is taken. Try again later.');
    }
    setAsking(false);
  }

  return (
    <section aria-labelledby="hints-heading">
      <h2 id="hints-heading" className="label-text">
        Hints for {STEPS[step].title.toLowerCase().replace('ml', 'ML')}
      </h2>
      <ol className="mt-2 space-y-3" aria-live="polite">
        {own.map((hint) => (
          <li key={hint.number}>
            <p className="text-muted">{NAMES[hint.number - 1]}</p>
            <ReadingText html={hint.html} className="reading-small" />
          </li>
        ))}
      </ol>
      {next <= HINT_COUNT ? (
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button size="small" busy={asking} onClick={() => void take()}>
            {next === 1 ? 'Take a hint' : 'Take the next hint'}
          </Button>
          <span className="text-small text-muted tabular-nums">
            {own.length} of {HINT_COUNT} taken, and recorded
          </span>
        </p>
      ) : (
        <p ref={allTaken} tabIndex={-1} className="mt-3 text-small text-muted">
          All three are taken.
        </p>
      )}
      <p role="alert" className="mt-2 text-danger empty:hidden">
        {error}
      </p>
    </section>
  );
}
