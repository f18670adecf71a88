'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DeskActions } from '@/components/review/desk-context';
import type { Picking } from '@/components/review/use-desk-actions';
import type { Quote } from '@/lib/core/quote';
import { BAND_NAMES, type Dimension, type DimensionId } from '@/lib/core/review/dimensions';
import * as edit from '@/lib/core/review/edit-review';
import { needsQuote, WHY_A_QUOTE } from '@/lib/core/review/evidence';
import type { SelfReviewBands } from '@/lib/core/review/review-api';
import { EMPTY_REVIEW, type ReviewBody } from '@/lib/core/review/review-body';
import { readSelfMarks, writeSelfMarks } from './self-marks-draft';

const nothing = () => {};

/** What only a coach does; nothing of one's own marks offers it. */
const NOT_HERE: Omit<
  DeskActions,
  'band' | 'addEvidence' | 'removeEvidence' | 'toggleAbsent' | 'clearDimension' | 'typeNote'
> = {
  comment: nothing,
  typeComment: nothing,
  changeKind: nothing,
  removeComment: nothing,
  mark: nothing,
  decide: nothing,
  verdict: nothing,
  typeReason: nothing,
  typeSummary: nothing,
  openReplies: nothing,
};

/** One's own marks in the shape of a review, so that the same screens show both. */
export function asReview(bands: SelfReviewBands): ReviewBody {
  const dimensions = Object.entries(bands).flatMap(([id, mark]) =>
    mark ? [[id, { ...mark, note: '' }] as const] : [],
  );
  return { ...EMPTY_REVIEW, dimensions: Object.fromEntries(dimensions) };
}

function asBands({ dimensions }: ReviewBody): SelfReviewBands {
  const bands = Object.entries(dimensions).flatMap(([id, mark]) =>
    mark ? [[id, { band: mark.band, quotes: mark.quotes, absent: mark.absent }] as const] : [],
  );
  return Object.fromEntries(bands);
}

/** Where the marks are: nowhere yet, on this device, in this tab alone, or with the server. */
export type SelfMarksPlace = 'none' | 'device' | 'tab' | 'kept';

/** One's own marks in the making: every change is on this device at once, and can be undone. */
export function useSelfMarks({
  attemptId,
  stored,
  dimensions,
  firstSlot,
  selected,
  clearSelected,
}: {
  attemptId: string;
  stored: SelfReviewBands;
  dimensions: readonly Dimension[];
  /** Where words are looked for: null for the step of each dimension. */
  firstSlot: 'page' | null;
  selected: Quote | null;
  clearSelected: () => void;
}) {
  const [review, setReview] = useState<ReviewBody>(() => asReview(stored));
  const [place, setPlace] = useState<SelfMarksPlace>(Object.keys(stored).length > 0 ? 'kept' : 'none');
  const [message, setMessage] = useState('');
  const [picking, setPicking] = useState<Picking | null>(null);
  const latest = useRef(review);
  const done = useRef<ReviewBody[]>([]);
  const undone = useRef<ReviewBody[]>([]);

  const show = useCallback(
    (next: ReviewBody) => {
      latest.current = next;
      setReview(next);
      setPlace(writeSelfMarks(attemptId, asBands(next)) ? 'device' : 'tab');
    },
    [attemptId],
  );

  useEffect(() => {
    const left = readSelfMarks(attemptId);
    if (left) show(asReview(left));
  }, [attemptId, show]);

  const act = useCallback(
    (what: string, change: (before: ReviewBody) => ReviewBody) => {
      const before = latest.current;
      done.current = [...done.current, before];
      undone.current = [];
      show(change(before));
      setMessage(`${what}.`);
    },
    [show],
  );

  const step = useCallback(
    (from: typeof done, to: typeof done, words: string) => {
      const next = from.current.at(-1);
      if (!next) return;
      from.current = from.current.slice(0, -1);
      to.current = [...to.current, latest.current];
      show(next);
      setMessage(words);
    },
    [show],
  );

  const actions = useMemo<DeskActions>(() => {
    const titleOf = (id: DimensionId) => dimensions.find((one) => one.id === id)?.title ?? id;
    const add = (id: DimensionId, quote: Quote) =>
      act(`Quote added to ${titleOf(id)}`, (before) => edit.addEvidence(before, id, quote));
    return {
      ...NOT_HERE,
      typeNote: null,
      band(id, band) {
        act(`${titleOf(id)}: ${band}, ${BAND_NAMES[band].toLowerCase()}`, (before) =>
          edit.giveBand(before, id, band, selected),
        );
        clearSelected();
      },
      addEvidence(id) {
        if (!latest.current.dimensions[id]) {
          setMessage('Give it a band first: 1 to 4.');
          return;
        }
        if (selected) {
          add(id, selected);
          clearSelected();
          return;
        }
        setPicking({
          title: `Which of your words show ${titleOf(id)}?`,
          description: '',
          useLabel: 'Add this quote',
          startIn: firstSlot ?? dimensions.find((one) => one.id === id)?.step ?? 'clarify',
          use(quote) {
            setPicking(null);
            add(id, quote);
          },
        });
      },
      removeEvidence: (id, index) =>
        act(`Quote taken from ${titleOf(id)}`, (before) => edit.removeEvidence(before, id, index)),
      toggleAbsent(id) {
        const mark = latest.current.dimensions[id];
        if (!mark) {
          setMessage('Give it a band first: 1 to 4.');
          return;
        }
        if (needsQuote(mark.band)) {
          setMessage(WHY_A_QUOTE);
          return;
        }
        act(
          mark.absent ? `${titleOf(id)}: there may be something to quote` : `${titleOf(id)}: nothing to quote`,
          (before) => edit.sayAbsent(before, id, !mark.absent),
        );
      },
      clearDimension: (id) => act(`Band of ${titleOf(id)} taken away`, (before) => edit.clearDimension(before, id)),
    };
  }, [act, dimensions, firstSlot, selected, clearSelected]);

  return {
    review,
    bands: () => asBands(latest.current),
    place,
    message,
    say: setMessage,
    actions,
    picking,
    stopPicking: () => setPicking(null),
    undo: () => step(done, undone, 'Undone.'),
    redo: () => step(undone, done, 'Done again.'),
    /** The server has them. */
    kept() {
      writeSelfMarks(attemptId, null);
      setPlace('kept');
    },
  };
}
