'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { correctedStep } from '@/lib/core/feedback/corrected-step';
import type { Contradiction, CorrectionVerdict, StepFeedback } from '@/lib/core/feedback/feedback-api';
import type { Passage } from '@/lib/core/passages';
import type { Quote } from '@/lib/core/quote';
import type { StepId } from '@/lib/core/steps';
import { LOOK_TIMEOUT_MS, lookThrough, readFeedback, reveal, sendCorrection } from './call-feedback';

/** Why a look was given up: it was asked for, so it is no problem. */
const STOPPED = 'stopped';

/** What the candidate says of a finding; null takes it back. */
export type Said = { readonly verdict: CorrectionVerdict; readonly quote: Quote } | null;

/** Where it was asked for: there it is said how it goes. */
type AskedIn = 'step' | 'summary';

/** What could not be done, to be said where it was asked for, and offered again. */
export interface FindingsProblem {
  readonly step: StepId;
  /** Whose correction was not kept; null when a step could not be looked through. */
  readonly expectationId: string | null;
  readonly text: string;
  again(): void;
}

export interface Findings {
  /** The steps whose findings are shown. */
  readonly steps: ReadonlyMap<StepId, StepFeedback>;
  readonly contradictions: readonly Contradiction[];
  /** The steps that are being looked through, or wait for it. */
  readonly looking: readonly StepId[];
  readonly askedIn: AskedIn;
  readonly problem: FindingsProblem | null;
  /** Looks through steps, one after the other, and shows what was found in each as soon as it is there. False when some were not. */
  look(steps: readonly StepId[], askedIn?: AskedIn): Promise<boolean>;
  /** Gives up what is being looked through; what was found before it stays. */
  stop(): void;
  say(step: StepId, expectationId: string, said: Said): Promise<void>;
}

/** Looks through one step. Gives what was found or what went wrong; null for both when it was given up. */
async function lookOnce(attemptId: string, step: StepId, reveals: boolean, abort: AbortController) {
  const timer = setTimeout(() => abort.abort(), LOOK_TIMEOUT_MS);
  const { value, problem } = await lookThrough(attemptId, step, abort.signal);
  clearTimeout(timer);
  if (abort.signal.reason === STOPPED) return { feedback: null, problem: null };
  if (value === null) return { feedback: null, problem };
  const kept = reveals ? await reveal(attemptId, step) : null;
  return kept?.problem ? { feedback: null, problem: kept.problem } : { feedback: value.feedback, problem: null };
}

/**
 * The findings of an attempt on the screen.
 *
 * @param options.reveals the attempt is submitted: what is shown once stays shown
 */
export function useFindings(
  attemptId: string,
  saved: { readonly steps: readonly StepFeedback[]; readonly contradictions: readonly Contradiction[] },
  {
    reveals,
    passagesOf,
  }: { readonly reveals: boolean; readonly passagesOf: (slot: Quote['slot']) => readonly Passage[] },
): Findings {
  const [steps, setSteps] = useState<ReadonlyMap<StepId, StepFeedback>>(
    () => new Map(saved.steps.map((one) => [one.step, one])),
  );
  const [contradictions, setContradictions] = useState(saved.contradictions);
  const [looking, setLooking] = useState<readonly StepId[]>([]);
  const [askedIn, setAskedIn] = useState<AskedIn>('step');
  const [problem, setProblem] = useState<FindingsProblem | null>(null);
  const running = useRef<AbortController | null>(null);

  const look = useCallback(
    async (wanted: readonly StepId[], place: AskedIn = 'step'): Promise<boolean> => {
      if (running.current) return false;
      const abort = new AbortController();
      running.current = abort;
      setAskedIn(place);
      setProblem(null);
      let done = 0;
      for (const [index, step] of wanted.entries()) {
        const left = wanted.slice(index);
        setLooking(left);
        const { feedback, problem: text } = await lookOnce(attemptId, step, reveals, abort);
        if (text !== null) setProblem({ step, expectationId: null, text, again: () => void look(left, place) });
        if (feedback === null) break;
        setSteps((before) => new Map(before).set(step, feedback));
        done += 1;
      }
      setLooking([]);
      running.current = null;
      const all = await readFeedback(attemptId);
      if (all.value) setContradictions(all.value.contradictions);
      return done === wanted.length;
    },
    [attemptId, reveals],
  );

  const stop = useCallback(() => running.current?.abort(STOPPED), []);

  const say = useCallback(
    async (step: StepId, expectationId: string, said: Said): Promise<void> => {
      setProblem(null);
      const { problem: text } = await sendCorrection(attemptId, step, expectationId, said);
      if (text !== null) {
        setProblem({ step, expectationId, text, again: () => void say(step, expectationId, said) });
        return;
      }
      const correctedAt = new Date().toISOString();
      setSteps((before) => {
        const feedback = before.get(step);
        if (!feedback) return before;
        return new Map(before).set(
          step,
          correctedStep(feedback, expectationId, said && { ...said, correctedAt }, passagesOf),
        );
      });
    },
    [attemptId, passagesOf],
  );

  return useMemo(
    () => ({ steps, contradictions, looking, askedIn, problem, look, stop, say }),
    [steps, contradictions, looking, askedIn, problem, look, stop, say],
  );
}
