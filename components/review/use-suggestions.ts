'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { LOOK_TIMEOUT_MS } from '@/components/feedback/call-feedback';
import type { Suggestions } from '@/lib/core/feedback/feedback-api';
import type { StepId } from '@/lib/core/steps';
import { callApi } from './call-api';
import type { DeskSuggestions, Suggesting } from './desk-context';
import { deskSuggestions } from './desk-suggestions';

/**
 * What the matcher suggests. Steps that nobody has looked through are, one after the other, while the coach reads.
 *
 * @param known of the steps that were looked through before
 * @param missing the other steps
 */
export function useSuggestions(
  attemptId: string,
  known: DeskSuggestions,
  missing: readonly StepId[],
): { readonly suggestions: DeskSuggestions; readonly suggesting: Suggesting } {
  const [found, setFound] = useState<DeskSuggestions>({});
  const [looking, setLooking] = useState<readonly StepId[]>([]);
  const [failed, setFailed] = useState<{ readonly steps: readonly StepId[]; readonly problem: string } | null>(null);
  const isHere = useRef(true);

  const ask = useCallback(
    async (wanted: readonly StepId[]): Promise<void> => {
      setFailed(null);
      for (const [index, step] of wanted.entries()) {
        const left = wanted.slice(index);
        setLooking(left);
        const address = `/api/attempts/${attemptId}/suggestions`;
        const { value, problem } = await callApi<Suggestions>(
          'POST',
          address,
          { step },
          AbortSignal.timeout(LOOK_TIMEOUT_MS),
        );
        if (!isHere.current) return;
        if (problem !== null) {
          setFailed({ steps: left, problem });
          break;
        }
        setFound((before) => ({ ...before, ...deskSuggestions(value?.suggestions ?? []) }));
      }
      setLooking([]);
    },
    [attemptId],
  );

  // Once: what was missing when the desk was opened.
  const first = useRef(missing);
  useEffect(() => {
    isHere.current = true;
    void ask(first.current);
    return () => {
      isHere.current = false;
    };
  }, [ask]);

  const suggestions = useMemo(() => ({ ...known, ...found }), [known, found]);
  const suggesting = useMemo<Suggesting>(
    () => ({ looking, failed: failed && { ...failed, again: () => void ask(failed.steps) } }),
    [looking, failed, ask],
  );
  return { suggestions, suggesting };
}
