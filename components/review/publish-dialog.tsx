'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFrame } from '@/components/ui/dialog-frame';
import type { Dimension } from '@/lib/core/review/dimensions';
import { type PublishBlocker, publishBlockers } from '@/lib/core/review/publish-blockers';
import type { PublishedReview } from '@/lib/core/review/review-api';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { VERDICT_NAMES } from '@/lib/core/review/review-words';
import { callApi } from './call-api';
import { commentItem, dimensionItem, type ItemId } from './desk-items';
import { REVIEW_SLOT, type ReviewSaver } from './review-saver';

function itemOf(blocker: PublishBlocker): ItemId {
  if (blocker.kind === 'verdict') return 'verdict';
  return blocker.kind === 'comment' ? commentItem(blocker.id) : dimensionItem(blocker.dimension);
}

async function publish(reviewId: string, saver: ReviewSaver): Promise<string | null> {
  if (!(await saver.flush())) {
    return saver.stateOf(REVIEW_SLOT).conflict
      ? 'This review was saved in two places. Close this, choose which to keep, then publish.'
      : 'Not everything could be saved, so nothing was published. Your review is on this device; try again when the server can be reached.';
  }
  const { revision } = saver.stateOf(REVIEW_SLOT).acknowledged;
  const { problem, status } = await callApi<PublishedReview>('POST', `/api/reviews/${reviewId}/publish`, { revision });
  if (status === 409) {
    await saver.refresh();
    return 'This review was saved somewhere else in the meantime. Close this, look at it, then publish.';
  }
  return problem;
}

/** Says what is missing, each with the way there; else asks once, and publishes. */
export function PublishDialog({
  open,
  onClose,
  onPublished,
  goTo,
  reviewId,
  saver,
  review,
  dimensions,
  candidateName,
}: {
  open: boolean;
  onClose: () => void;
  onPublished: () => void;
  goTo: (item: ItemId) => void;
  reviewId: string;
  saver: ReviewSaver;
  review: ReviewBody;
  dimensions: readonly Dimension[];
  candidateName: string;
}) {
  const [working, setWorking] = useState(false);
  // The question stands until the published review does: the desk behind it would still take changes that nobody keeps.
  const [isShowing, show] = useTransition();
  const busy = working || isShowing;
  const [problem, setProblem] = useState<string | null>(null);
  const blockers = publishBlockers(review, dimensions);
  const isReady = blockers.length === 0;

  async function confirm() {
    setWorking(true);
    const outcome = await publish(reviewId, saver);
    setWorking(false);
    setProblem(outcome);
    if (outcome === null) show(onPublished);
  }

  function close() {
    setProblem(null);
    onClose();
  }

  return (
    <DialogFrame
      open={open}
      onClose={close}
      title={isReady ? 'Publish this review?' : 'Not ready to publish'}
      width="520px"
    >
      <div className="space-y-3 overflow-y-auto px-5 py-4">
        {isReady ? (
          <>
            <p>
              {candidateName} is told and can read it, reply under the comments and mark them resolved. After this
              neither marks nor comments can be changed.
            </p>
            <p>
              Verdict:{' '}
              <strong className="font-medium">{review.verdict && VERDICT_NAMES[review.verdict.verdict]}</strong>, with{' '}
              {review.comments.length === 1 ? '1 comment' : `${review.comments.length} comments`}
              {review.summary.trim() === '' && ' and no summary'}.
            </p>
          </>
        ) : (
          <>
            <p>Before it can be published:</p>
            <ul className="divide-y divide-rule border-y border-rule">
              {blockers.map((blocker) => (
                <li key={blocker.text} className="py-1.5">
                  <button
                    type="button"
                    className="text-link text-left"
                    onClick={() => {
                      close();
                      goTo(itemOf(blocker));
                    }}
                  >
                    {blocker.text}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        <p role="alert" className="text-danger empty:hidden">
          {problem}
        </p>
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button disabled={busy} onClick={close}>
            Keep working
          </Button>
          {isReady && (
            <Button variant="primary" busy={busy} onClick={() => void confirm()}>
              {busy ? 'Publishing' : 'Publish review'}
            </Button>
          )}
        </div>
      </div>
    </DialogFrame>
  );
}
