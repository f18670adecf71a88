'use client';

import { useCallback } from 'react';
import { compareReviews } from '@/lib/core/review/compare-reviews';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { type LeftDraft, LeftWords } from '../saving/left-words';
import { listDrafts } from '../saving/outbox';
import { draftsOf } from './review-saver';

/** A review that this coach cannot write on any more. */
export interface ClosedReview {
  readonly id: string;
  /** Whose attempt it is about, and which. */
  readonly title: string;
  /** What was saved of it. */
  readonly saved: ReviewBody;
}

/** The name in a key, which is all that this device has where the case is not at hand. */
const nameOf = (key: string) => `Expectation “${key.replace(/^.*\//, '').replaceAll('-', ' ')}”`;

/** What this device holds of these reviews and the server does not. */
async function findLeft(reviews: readonly ClosedReview[]): Promise<LeftDraft[]> {
  const found = await Promise.all(
    reviews.map(async ({ id, title, saved }) => {
      const entries = await listDrafts(draftsOf(id));
      return entries.map((entry) => {
        // Put there by the desk of this review.
        const changes = compareReviews(saved, entry.body as ReviewBody, nameOf);
        const texts = changes.flatMap(({ key, label, after }) => (after === null ? [] : [{ key, label, text: after }]));
        return { entry, title, texts };
      });
    }),
  );
  return found.flat().filter(({ texts }) => texts.length > 0);
}

/**
 * What a coach wrote on the desk and could not be saved before the desk closed: the attempt was taken back, or the review
 * published in another tab. Only the coach's own reviews may be given: others at this device read nothing of theirs.
 */
export function LeftInReviews({ reviews, explanation }: { reviews: readonly ClosedReview[]; explanation: string }) {
  const find = useCallback(() => findLeft(reviews), [reviews]);
  return <LeftWords explanation={explanation} find={find} />;
}
