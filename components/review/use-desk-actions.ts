'use client';

import { useMemo, useState } from 'react';
import type { BoardExpectation } from '@/components/attempts/board-context';
import { randomId } from '@/components/saving/random-id';
import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot } from '@/lib/core/attempt';
import type { Quote } from '@/lib/core/quote';
import { stepOfQuote } from '@/lib/core/review/comment-order';
import { BAND_NAMES, DIMENSIONS, type DimensionId } from '@/lib/core/review/dimensions';
import * as edit from '@/lib/core/review/edit-review';
import { needsQuote, WHY_A_QUOTE } from '@/lib/core/review/evidence';
import { MAX_COMMENTS } from '@/lib/core/review/review-body';
import { COMMENT_KIND_NAMES, EXPECTATION_MARK_NAMES, VERDICT_NAMES } from '@/lib/core/review/review-words';
import type { StepId } from '@/lib/core/steps';
import type { DeskActions, DeskSuggestions } from './desk-context';
import { commentItem, type ItemId } from './desk-items';
import type { ReviewInHand } from './use-review';

/** Words that are asked for, because none are selected. */
export interface Picking {
  readonly title: string;
  readonly description: string;
  readonly useLabel: string;
  readonly startIn: AnswerSlot;
  readonly use: (quote: Quote) => void;
}

const titleOf = (id: DimensionId) => DIMENSIONS.find((one) => one.id === id)?.title ?? id;

/** What a coach does on the desk, each as an act that can be undone and is said aloud. */
export function useDeskActions({
  inHand,
  expectations,
  suggestions,
  page,
  reading,
  firstSlot,
  selectedNow,
  clearSelected,
  goTo,
}: {
  inHand: ReviewInHand;
  expectations: readonly BoardExpectation[];
  suggestions: DeskSuggestions;
  /** The answer of a blank page, whose tags say what a comment is about. */
  page: Answer | undefined;
  /** The step that is being read. */
  reading: StepId;
  /** Where words are looked for that belong to no step. */
  firstSlot: AnswerSlot;
  selectedNow: () => Quote | null;
  clearSelected: () => void;
  goTo: (item: ItemId, how?: { write?: boolean; section?: StepId; atOnce?: boolean }) => void;
}) {
  const [picking, setPicking] = useState<Picking | null>(null);
  const [repliesFor, setRepliesFor] = useState<string | null>(null);
  const { act, type, say, review } = inHand;

  const actions = useMemo<DeskActions>(() => {
    const numberOf = (key: string) => expectations.find((one) => one.key === key)?.number ?? key;

    /** Goes on with the selected words, or asks for some in a dialog. */
    function withWords(ask: Omit<Picking, 'use'>, use: (quote: Quote, wereSelected: boolean) => void) {
      const selected = selectedNow();
      if (selected) {
        clearSelected();
        use(selected, true);
      } else {
        setPicking({
          ...ask,
          use: (quote) => {
            setPicking(null);
            use(quote, false);
          },
        });
      }
    }

    return {
      comment(kind) {
        if (review.comments.length >= MAX_COMMENTS) {
          say(`A review holds ${MAX_COMMENTS} comments. Take one away first.`);
          return;
        }
        const name = COMMENT_KIND_NAMES[kind];
        const ask = {
          title: `${name}: which words is it about?`,
          description: '',
          useLabel: 'Comment on these words',
          startIn: firstSlot,
        };
        withWords(ask, (quote, wereSelected) => {
          const id = randomId();
          const comment = { id, kind, step: stepOfQuote(quote, page, reading), quote, text: '' };
          act(`${name} added`, [{ kind: 'comment', id }], (before) => edit.addComment(before, comment));
          // The screen does not know it yet, so it is told where it stands.
          goTo(commentItem(id), { write: true, section: comment.step, atOnce: wereSelected });
        });
      },
      typeComment: (id, text) => type((before) => edit.changeComment(before, id, { text })),
      changeKind: (id, kind) =>
        act(`Comment is now a ${COMMENT_KIND_NAMES[kind].toLowerCase()}`, [{ kind: 'comment', id }], (before) =>
          edit.changeComment(before, id, { kind }),
        ),
      removeComment: (id) =>
        act('Comment taken away', [{ kind: 'comment', id }], (before) => edit.removeComment(before, id)),
      mark(key, mark) {
        const parts = [{ kind: 'expectation', key }] as const;
        const before = review.expectations[key];
        const selected = selectedNow();
        const number = numberOf(key);
        if (before?.mark === mark && !(selected && mark !== 'absent')) {
          act(`Mark of ${number} taken away`, parts, (one) => edit.markExpectation(one, key, null));
          return;
        }
        const name = EXPECTATION_MARK_NAMES[mark];
        if (mark === 'absent') {
          act(`${number}: ${name.toLowerCase()}`, parts, (one) =>
            edit.markExpectation(one, key, { mark, quote: null }),
          );
          return;
        }
        const put = (quote: Quote) =>
          act(`${number}: ${name.toLowerCase()}`, parts, (one) => edit.markExpectation(one, key, { mark, quote }));
        // Found, now or after a nudge: the words that earned it stay.
        if (before?.quote && !selected) {
          put(before.quote);
          return;
        }
        const expectation = expectations.find((one) => one.key === key);
        const ask = {
          title: `Which words say ${number}?`,
          description: expectation?.statementText ?? '',
          useLabel: `Mark as ${name.toLowerCase()} with this quote`,
          startIn: firstSlot === 'page' ? firstSlot : (expectation?.step ?? firstSlot),
        };
        withWords(ask, put);
      },
      decide(key, accepted) {
        const quote = suggestions[key]?.quote;
        if (!quote) return;
        act(
          `Suggestion for ${numberOf(key)} ${accepted ? 'accepted' : 'rejected'}`,
          [{ kind: 'expectation', key }],
          (before) => edit.decideSuggestion(before, key, accepted, quote),
        );
      },
      band(id, band) {
        const selected = selectedNow();
        act(
          `${titleOf(id)}: ${band}, ${BAND_NAMES[band].toLowerCase()}${selected ? ', with the selected words' : ''}`,
          [{ kind: 'dimension', id }],
          (before) => edit.giveBand(before, id, band, selected),
        );
        clearSelected();
      },
      addEvidence(id) {
        if (!review.dimensions[id]) {
          say('Give it a band first: 1 to 4.');
          return;
        }
        const dimension = DIMENSIONS.find((one) => one.id === id);
        const ask = {
          title: `Which words show ${titleOf(id)}?`,
          description: '',
          useLabel: 'Add this quote',
          startIn: firstSlot === 'page' ? firstSlot : (dimension?.step ?? firstSlot),
        };
        withWords(ask, (quote) =>
          act(`Quote added to ${titleOf(id)}`, [{ kind: 'dimension', id }], (before) =>
            edit.addEvidence(before, id, quote),
          ),
        );
      },
      removeEvidence: (id, index) =>
        act(`Quote taken from ${titleOf(id)}`, [{ kind: 'dimension', id }], (before) =>
          edit.removeEvidence(before, id, index),
        ),
      toggleAbsent(id) {
        const mark = review.dimensions[id];
        if (!mark) {
          say('Give it a band first: 1 to 4.');
          return;
        }
        if (needsQuote(mark.band)) {
          say(WHY_A_QUOTE);
          return;
        }
        act(
          mark.absent ? `${titleOf(id)}: there may be something to quote` : `${titleOf(id)}: nothing to quote`,
          [{ kind: 'dimension', id }],
          (before) => edit.sayAbsent(before, id, !mark.absent),
        );
      },
      clearDimension: (id) =>
        act(`Band of ${titleOf(id)} taken away`, [{ kind: 'dimension', id }], (before) =>
          edit.clearDimension(before, id),
        ),
      typeNote: (id, note) => type((before) => edit.noteDimension(before, id, note)),
      verdict: (verdict, reason) =>
        act(`Verdict: ${VERDICT_NAMES[verdict].toLowerCase()}`, [{ kind: 'verdict' }], (before) => ({
          ...before,
          verdict: { verdict, reason },
        })),
      typeReason: (verdict, reason) => type((before) => ({ ...before, verdict: { verdict, reason } })),
      typeSummary: (summary) => type((before) => ({ ...before, summary })),
      openReplies: setRepliesFor,
    };
  }, [review, selectedNow, clearSelected, expectations, suggestions, page, reading, firstSlot, act, type, say, goTo]);

  return { actions, picking, stopPicking: () => setPicking(null), repliesFor, closeReplies: () => setRepliesFor(null) };
}
