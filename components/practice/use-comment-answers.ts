'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CarriedComment } from '@/lib/core/review/review-api';

const TIMEOUT_MS = 15_000;

/** What is said of a comment, and whether the server has it. */
export interface CommentAnswerState {
  readonly answered: boolean;
  readonly status: 'saved' | 'sending' | 'unsent' | 'refused';
}

async function send(attemptId: string, commentId: string, answered: boolean): Promise<CommentAnswerState['status']> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}/comment-answers/${encodeURIComponent(commentId)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answered }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return 'saved';
    return response.status === 429 || response.status >= 500 ? 'unsent' : 'refused';
  } catch {
    return 'unsent';
  }
}

/** Which comments an attempt says it answers: shown at once, sent, and sent again when the network is back. */
export function useCommentAnswers(attemptId: string, comments: readonly CarriedComment[]) {
  const [states, setStates] = useState<ReadonlyMap<string, CommentAnswerState>>(
    () =>
      new Map(comments.map(({ comment, answered }) => [comment.id, { answered: answered === true, status: 'saved' }])),
  );
  const latest = useRef(states);

  const put = useCallback((commentId: string, state: CommentAnswerState) => {
    latest.current = new Map(latest.current).set(commentId, state);
    setStates(latest.current);
  }, []);

  const answer = useCallback(
    async (commentId: string, answered: boolean) => {
      put(commentId, { answered, status: 'sending' });
      const status = await send(attemptId, commentId, answered);
      // Ticked otherwise in the meantime: that word goes out by itself, and it counts.
      if (latest.current.get(commentId)?.answered === answered) put(commentId, { answered, status });
    },
    [attemptId, put],
  );

  useEffect(() => {
    function sendAgain() {
      for (const [id, { answered, status }] of latest.current) if (status === 'unsent') void answer(id, answered);
    }
    window.addEventListener('online', sendAgain);
    return () => window.removeEventListener('online', sendAgain);
  }, [answer]);

  return { states, answer };
}

export type CommentAnswers = ReturnType<typeof useCommentAnswers>;
