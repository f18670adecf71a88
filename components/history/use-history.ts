'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryItem } from '@/lib/core/api-types';
import type { AnswerSlot } from '@/lib/core/attempt';
import { loadHistory } from './load-history';

export interface HistoryState {
  readonly items: readonly HistoryItem[];
  readonly status: 'loading' | 'ready' | 'offline' | 'failed';
  readonly message: string | null;
  /** Null when everything is loaded. */
  readonly nextBefore: number | null;
}

const NOTHING: HistoryState = { items: [], status: 'loading', message: null, nextBefore: null };

/** The earlier saves of an answer, page by page; read anew each time it is opened, and when the network is back. */
export function useHistory(open: boolean, attemptId: string, slot: AnswerSlot) {
  const [state, setState] = useState<HistoryState>(NOTHING);
  const run = useRef(0);

  const load = useCallback(
    async (before: number | null) => {
      const mine = ++run.current;
      setState((old) => ({ ...(before === null ? NOTHING : old), status: 'loading', message: null }));
      const outcome = await loadHistory(attemptId, slot, before);
      // Closed, or asked again in the meantime.
      if (mine !== run.current) return;
      setState((old) => {
        if (outcome.kind === 'loaded') {
          const { history, nextBefore } = outcome.page;
          return {
            items: before === null ? history : [...old.items, ...history],
            status: 'ready',
            message: null,
            nextBefore,
          };
        }
        return {
          ...old,
          nextBefore: before,
          status: outcome.kind,
          message: outcome.kind === 'failed' ? outcome.message : null,
        };
      });
    },
    [attemptId, slot],
  );

  useEffect(() => {
    if (!open) return;
    void load(null);
    return () => {
      run.current += 1;
    };
  }, [open, load]);

  const { status, nextBefore } = state;
  useEffect(() => {
    if (!open || status !== 'offline') return;
    const again = () => void load(nextBefore);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [open, status, nextBefore, load]);

  return { ...state, loadMore: () => load(state.nextBefore) };
}
