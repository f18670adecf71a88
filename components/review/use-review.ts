'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { Dimension } from '@/lib/core/review/dimensions';
import { type ReviewPart, restorePart, settleVerdict } from '@/lib/core/review/edit-review';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { isLocked } from '@/lib/core/saving/draft-state';
import { useDraft } from '../saving/use-draft-saver';
import { REVIEW_SLOT, type ReviewSaver } from './review-saver';

interface Done {
  readonly what: string;
  readonly parts: readonly ReviewPart[];
  /** The review before it was done; for one that was undone, before it was undone. */
  readonly before: ReviewBody;
}

const MAX_STEPS_BACK = 200;
const UNDO = { verb: 'undo', did: 'Undone' } as const;
const REDO = { verb: 'redo', did: 'Done again' } as const;
const VERDICT: ReviewPart = { kind: 'verdict' };

/** A review that is being written, with undo for everything but typing: a text box has an undo of its own. */
export function useReview(saver: ReviewSaver, dimensions: readonly Dimension[]) {
  const state = useDraft(saver, REVIEW_SLOT);
  const done = useRef<Done[]>([]);
  const undone = useRef<Done[]>([]);
  const [steps, setSteps] = useState<{ undo: string | null; redo: string | null }>({ undo: null, redo: null });
  const [message, setMessage] = useState('');

  const noteSteps = useCallback(() => {
    setSteps({ undo: done.current.at(-1)?.what ?? null, redo: undone.current.at(-1)?.what ?? null });
  }, []);

  const write = useCallback(
    (edit: (review: ReviewBody) => ReviewBody): { before: ReviewBody; after: ReviewBody } | null => {
      const now = saver.stateOf(REVIEW_SLOT);
      if (isLocked(now)) return null;
      const before = now.draft;
      const after = settleVerdict(before, edit(before), dimensions);
      saver.edit(REVIEW_SLOT, after);
      return { before, after };
    },
    [saver, dimensions],
  );

  const act = useCallback(
    (what: string, parts: readonly ReviewPart[], edit: (review: ReviewBody) => ReviewBody) => {
      const written = write(edit);
      if (!written) {
        setMessage('Nothing was changed: choose first which review to keep.');
        return;
      }
      const { before, after } = written;
      // A verdict that fell with its ground comes back with it.
      const touched = before.verdict === after.verdict ? parts : [...parts, VERDICT];
      done.current = [...done.current, { what, parts: touched, before }].slice(-MAX_STEPS_BACK);
      undone.current = [];
      setMessage(`${what}.`);
      noteSteps();
    },
    [write, noteSteps],
  );

  const step = useCallback(
    (from: typeof done, to: typeof done, words: { readonly verb: string; readonly did: string }) => {
      const last = from.current.at(-1);
      if (!last) {
        setMessage(`There is nothing to ${words.verb}.`);
        return;
      }
      const written = write((review) =>
        last.parts.reduce((restored, part) => restorePart(restored, last.before, part), review),
      );
      if (!written) return;
      from.current = from.current.slice(0, -1);
      to.current = [...to.current, { ...last, before: written.before }];
      setMessage(`${words.did}: ${last.what}.`);
      noteSteps();
    },
    [write, noteSteps],
  );

  return useMemo(
    () => ({
      review: state.draft,
      isLocked: isLocked(state),
      /** It was taken back, deleted or published elsewhere: nothing can be done with it here any more. */
      isClosed: state.problem?.kind === 'gone' || state.problem?.kind === 'frozen',
      act,
      type: (edit: (review: ReviewBody) => ReviewBody) => void write(edit),
      say: setMessage,
      message,
      undo: () => step(done, undone, UNDO),
      redo: () => step(undone, done, REDO),
      canUndo: steps.undo,
      canRedo: steps.redo,
    }),
    [state, act, write, step, steps, message],
  );
}

export type ReviewInHand = ReturnType<typeof useReview>;
