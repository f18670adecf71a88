'use client';

import { useCallback, useMemo, useState } from 'react';
import { type Findings, useFindings } from '@/components/feedback/use-findings';
import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot } from '@/lib/core/attempt';
import { passagesOf } from '@/lib/core/passages';
import type { StepId } from '@/lib/core/steps';
import type { AnswerSaver } from '../saving/answer-saver';

const NOTHING = { steps: [], contradictions: [] };

/** The findings while practising; kept beside the sheet, so that a panel may close and open without losing them. */
export interface FoundSoFar {
  readonly findings: Findings;
  /** What each step held when it was looked through. */
  readonly looked: ReadonlyMap<StepId, Answer>;
  /** The last look was at what is saved, and not all is. */
  readonly unsaved: boolean;
  /** The last words are sent before they are looked through. */
  readonly saving: boolean;
  look(step: StepId): Promise<void>;
}

export function useFoundSoFar(attemptId: string, saver: AnswerSaver): FoundSoFar {
  const passages = useCallback((slot: AnswerSlot) => passagesOf(slot, saver.stateOf(slot).draft), [saver]);
  const findings = useFindings(attemptId, NOTHING, { reveals: false, passagesOf: passages });
  const [looked, setLooked] = useState<ReadonlyMap<StepId, Answer>>(new Map());
  const [unsaved, setUnsaved] = useState(false);
  const [saving, setSaving] = useState(false);
  const { look: lookThrough } = findings;
  const look = useCallback(
    async (step: StepId) => {
      const { draft: read } = saver.stateOf(step);
      setSaving(true);
      setUnsaved(!(await saver.flush()));
      setSaving(false);
      if (await lookThrough([step])) setLooked((before) => new Map(before).set(step, read));
    },
    [saver, lookThrough],
  );
  return useMemo(() => ({ findings, looked, unsaved, saving, look }), [findings, looked, unsaved, saving, look]);
}
