import type { ReviewDetail, ReviewState } from '@/lib/core/review/review-api';
import type { ReviewBody } from '@/lib/core/review/review-body';
import type { Stored } from '@/lib/core/saving/draft-state';
import { DraftSaver } from '../saving/draft-saver';
import type { DraftAbout } from '../saving/outbox';
import { fetchStored, sendSave } from '../saving/save-transport';

export const REVIEW_SLOT = 'review';
type ReviewSlot = typeof REVIEW_SLOT;

/** Keeps one review safe, as an answer is kept. */
export type ReviewSaver = DraftSaver<ReviewSlot, ReviewBody>;

/** Under which this device keeps the drafts of a review. */
export const draftsOf = (reviewId: string) => `review:${reviewId}`;

/** The review that drafts under this owner are of; null when they are of something else. */
export const reviewOfDrafts = (owner: string) =>
  owner.startsWith(draftsOf('')) ? owner.slice(draftsOf('').length) : null;

const asStored = ({ revision, savedAt, review }: ReviewState): Stored<ReviewBody> => ({
  revision,
  savedAt,
  body: review,
});

export function createReviewSaver(reviewId: string, stored: ReviewState, about: DraftAbout): ReviewSaver {
  const address = `/api/reviews/${reviewId}`;
  return new DraftSaver<ReviewSlot, ReviewBody>(
    draftsOf(reviewId),
    new Map([[REVIEW_SLOT, asStored(stored)]]),
    {
      send: (_, { baseRevision, body }) => sendSave(address, { baseRevision, review: body }, asStored),
      async fetchAll() {
        const current = await fetchStored<ReviewDetail>(address);
        return current && new Map([[REVIEW_SLOT, asStored(current)]]);
      },
    },
    about,
  );
}
