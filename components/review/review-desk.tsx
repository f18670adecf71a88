'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import { LitMark } from '@/components/answers/answer-marks';
import { QuotePicker } from '@/components/answers/quote-picker';
import { useSelectedQuote } from '@/components/answers/use-selected-quote';
import { inAnswerOrder } from '@/lib/core/review/comment-order';
import type { ReviewDetail, SavedReplyView } from '@/lib/core/review/review-api';
import type { SaveProblem } from '@/lib/core/saving/draft-state';
import { STEPS } from '@/lib/core/steps';
import { SaveStatusLine } from '../saving/save-status';
import { useDraftSaver } from '../saving/use-draft-saver';
import { usePersonWhoTypes } from '../saving/use-unsent-text';
import { useHydrated } from '../ui/use-hydrated';
import { openLearnerNotes } from './about-learner';
import { DeskBoard } from './desk-board';
import { type DeskContent, sectionsOf } from './desk-content';
import type { Desk } from './desk-context';
import { DeskFoot, SelectionBar } from './desk-foot';
import { commentItem, itemElementId } from './desk-items';
import { PublishDialog } from './publish-dialog';
import { ReviewConflict } from './review-conflict';
import { createReviewSaver, REVIEW_SLOT } from './review-saver';
import { SavedRepliesDialog } from './saved-replies-dialog';
import { DeskShortcutsDialog } from './shortcuts-dialog';
import { useDeskActions } from './use-desk-actions';
import { useDeskKeys } from './use-desk-keys';
import { useDeskMoves } from './use-desk-moves';
import { useDeskPlace } from './use-desk-place';
import { useReview } from './use-review';
import { useSingleKeys } from './use-single-keys';
import { useSuggestions } from './use-suggestions';

const PROBLEM_TEXTS: Readonly<Record<SaveProblem['kind'], string>> = {
  frozen:
    'This review was published elsewhere. What is written here since is not part of it; copy what you want to keep.',
  gone: 'This attempt is no longer yours to review. Copy what you want to keep.',
  'signed-out': 'The session has ended. Open the review in a signed-in tab; what is written waits here.',
  'too-large': 'This is longer than the 512 kB that a review may have. Shorten it to save it.',
  invalid: 'The server could not take this.',
};

/** Puts a text where the caret is in the comment's box, else at its end. */
function inserted(commentId: string, before: string, text: string): string {
  const box = document.querySelector<HTMLTextAreaElement>(`#${itemElementId(commentItem(commentId))} textarea`);
  const at = box ? box.selectionStart : before.length;
  const end = box ? box.selectionEnd : before.length;
  return before.slice(0, at) + text + before.slice(end);
}

/** A coach's desk while the review is being written. */
export function ReviewDesk({
  content,
  review: stored,
  savedReplies,
}: {
  content: DeskContent;
  review: ReviewDetail;
  savedReplies: readonly SavedReplyView[];
}) {
  const { candidate, caseTitle, level, expectations, passages, dimensions, steps, page } = content;
  const { suggestions, suggesting } = useSuggestions(content.attemptId, content.suggestions, content.unsuggested);
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const personId = usePersonWhoTypes();
  const saver = useDraftSaver(() =>
    createReviewSaver(stored.id, stored, { personId, title: `${candidate.name}: ${caseTitle}` }),
  );
  // Until the scripts are there nobody would hear what is typed, so nothing can be.
  const hydrated = useHydrated();
  const inHand = useReview(saver, dimensions);
  const { review } = inHand;
  const [lit] = useState(() => new LitMark());
  const [replies, setReplies] = useState(savedReplies);
  const [dialog, setDialog] = useState<'shortcuts' | 'publish' | null>(null);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const sections = useMemo(() => sectionsOf(steps), [steps]);
  const place = useDeskPlace(sections, dimensions, review.comments);
  const { selected, clear, select, selectedNow } = useSelectedQuote(root, passages);
  const reading = place.section === 'whole' ? (steps[0]?.step ?? 'clarify') : place.section;
  const { actions, picking, stopPicking, repliesFor, closeReplies } = useDeskActions({
    inHand,
    expectations,
    suggestions,
    page,
    reading,
    firstSlot: page ? 'page' : reading,
    selectedNow,
    clearSelected: clear,
    goTo: place.goTo,
  });
  const comments = useMemo(
    () => inAnswerOrder(review.comments, passages).map((one, index) => ({ ...one, number: index + 1, thread: null })),
    [review.comments, passages],
  );

  const desk: Desk = {
    attemptId: content.attemptId,
    candidateName: candidate.name,
    caseTitle,
    level,
    expectations,
    passages,
    dimensions,
    suggestions,
    suggesting,
    review,
    comments,
    actions: inHand.isLocked ? null : actions,
    selected,
    lit,
    current: place.current,
    setCurrent: place.setCurrent,
    goTo: place.goTo,
    showWords: place.showWords,
  };

  const moves = useDeskMoves({ place, sections, withEarlier: content.earlierCount > 0 });
  const [choosing, setChoosing] = useState(false);
  useDeskKeys({
    current: place.current,
    actions: desk.actions,
    singleKeys,
    say: inHand.say,
    ...moves,
    chooseWords: () => setChoosing(true),
    openNotes: openLearnerNotes,
    undo: inHand.undo,
    redo: inHand.redo,
    saveNow: () => void saver.flush(),
    list: () => setDialog('shortcuts'),
  });

  const commentForReply = comments.find(({ id }) => id === repliesFor);
  return (
    <>
      <ReviewConflict saver={saver} expectations={expectations} />
      <DeskBoard
        desk={desk}
        place={place}
        root={root}
        inert={!hydrated}
        steps={steps}
        sections={sections}
        isPage={page !== undefined}
        withEarlier={content.earlierCount > 0}
        otherReviews={content.otherReviews}
        pace={content.pace}
      >
        <div className="desk-foot" inert={!hydrated}>
          <SelectionBar onClear={clear} />
          <DeskFoot
            status={<SaveStatusLine saver={saver} slot={REVIEW_SLOT} problemTexts={PROBLEM_TEXTS} />}
            message={inHand.message}
            canUndo={inHand.canUndo}
            canRedo={inHand.canRedo}
            onUndo={inHand.undo}
            onRedo={inHand.redo}
            onChooseWords={() => setChoosing(true)}
            onShortcuts={() => setDialog('shortcuts')}
            onPublish={inHand.isClosed ? null : () => setDialog('publish')}
          />
        </div>
      </DeskBoard>
      {picking && (
        <QuotePicker
          title={picking.title}
          description={picking.description}
          useLabel={picking.useLabel}
          startIn={picking.startIn}
          passages={passages}
          onClose={stopPicking}
          onPick={picking.use}
        />
      )}
      {choosing && (
        <QuotePicker
          title="Choose words"
          description="They stay chosen until you use them or choose others."
          useLabel="Choose these words"
          startIn={page ? 'page' : reading}
          passages={passages}
          onClose={() => setChoosing(false)}
          onPick={(quote) => {
            setChoosing(false);
            select(quote);
          }}
        />
      )}
      {commentForReply && (
        <SavedRepliesDialog
          replies={replies}
          values={{
            name: candidate.name,
            case: caseTitle,
            step: STEPS[commentForReply.step].title,
            quote: commentForReply.quote.text,
          }}
          onReplies={setReplies}
          onInsert={(text) => {
            actions.typeComment(commentForReply.id, inserted(commentForReply.id, commentForReply.text, text));
            closeReplies();
            place.goTo(commentItem(commentForReply.id), { write: true });
          }}
          onClose={closeReplies}
        />
      )}
      <DeskShortcutsDialog
        open={dialog === 'shortcuts'}
        onClose={() => setDialog(null)}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
      <PublishDialog
        open={dialog === 'publish'}
        onClose={() => setDialog(null)}
        onPublished={() => {
          setDialog(null);
          router.refresh();
        }}
        goTo={place.goTo}
        reviewId={stored.id}
        saver={saver}
        review={review}
        dimensions={dimensions}
        candidateName={candidate.name}
      />
    </>
  );
}
