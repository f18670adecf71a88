'use client';

import { useCallback } from 'react';
import { compareReviews } from '@/lib/core/review/compare-reviews';
import { EMPTY_REVIEW, type ReviewBody } from '@/lib/core/review/review-body';
import { type LeftDraft, LeftWords } from '../saving/left-words';
import { listDrafts, listDraftsAbout, type OutboxEntry } from '../saving/outbox';
import { draftsOf, reviewOfDrafts } from './review-saver';

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

function inWords(entry: OutboxEntry, title: string, saved: ReviewBody): LeftDraft {
  // Put there by the desk of this review.
  const changes = compareReviews(saved, entry.body as ReviewBody, nameOf);
  const texts = changes.flatMap(({ key, label, after }) => (after === null ? [] : [{ key, label, text: after }]));
  return { entry, title, texts };
}

/** What this device holds of these reviews and the server does not. */
async function findLeft(reviews: readonly ClosedReview[]): Promise<LeftDraft[]> {
  const found = await Promise.all(
    reviews.map(async ({ id, title, saved }) =>
      (await listDrafts(draftsOf(id))).map((entry) => inWords(entry, title, saved)),
    ),
  );
  return found.flat();
}

/** True when the server says that there is no such review; not when it cannot be asked. */
async function isGone(reviewId: string): Promise<boolean> {
  try {
    return (await fetch(`/api/reviews/${reviewId}`)).status === 404;
  } catch {
    return false;
  }
}

/**
 * What this device holds of reviews that went with their attempts: the server names them no more, so it is found by whose words it is.
 *
 * @param known those that the server does name.
 */
async function findOfDeleted(personId: string, known: readonly ClosedReview[]): Promise<LeftDraft[]> {
  const named = new Set(known.map(({ id }) => id));
  const left: LeftDraft[] = [];
  for (const entry of await listDraftsAbout(personId)) {
    const id = reviewOfDrafts(entry.owner);
    if (id === null || named.has(id) || !(await isGone(id))) continue;
    left.push(inWords(entry, entry.about?.title ?? '', EMPTY_REVIEW));
  }
  return left;
}

/**
 * What a coach wrote on the desk and could not be saved before the desk closed: the attempt was taken back or deleted, or the review
 * published in another tab. Only the coach's own reviews may be given: others at this device read nothing of theirs.
 *
 * @param personId the coach, to look also for what belongs to reviews that are deleted.
 */
export function LeftInReviews({
  reviews,
  personId,
  explanation,
}: {
  reviews: readonly ClosedReview[];
  personId?: string;
  explanation: string;
}) {
  const find = useCallback(async () => {
    const left = [
      ...(await findLeft(reviews)),
      ...(personId === undefined ? [] : await findOfDeleted(personId, reviews)),
    ];
    return left.filter(({ texts }) => texts.length > 0);
  }, [reviews, personId]);
  return <LeftWords explanation={explanation} find={find} />;
}
