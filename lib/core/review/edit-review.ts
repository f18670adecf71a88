import type { Quote } from '../quote';
import type { Band, Dimension, DimensionId } from './dimensions';
import { needsQuote } from './evidence';
import type { CommentDraft, ReviewBody, ReviewMark } from './review-body';
import type { Verdict } from './review-words';
import { gateVerdict, verdictIssues } from './verdict';

/*
 * What a coach does to a review, each as a new review. Every one of them leaves a review that can be saved: a verdict that lost
 * its ground goes, one that the gates alone had given follows them.
 */

/** How many quotes a dimension may have. */
export const MAX_EVIDENCE = 20;

const isSameQuote = (a: Quote, b: Quote) =>
  a.slot === b.slot && a.path === b.path && a.start === b.start && a.end === b.end;

/** Says whether an expectation was found and where; null takes the mark away. */
export function markExpectation(review: ReviewBody, key: string, mark: ReviewMark | null): ReviewBody {
  const { [key]: _, ...others } = review.expectations;
  return { ...review, expectations: mark === null ? others : { ...others, [key]: mark } };
}

/** Takes or refuses a finding that was suggested; taken, it is found with the suggested words. */
export function decideSuggestion(review: ReviewBody, key: string, accepted: boolean, quote: Quote): ReviewBody {
  const marked = accepted ? markExpectation(review, key, { mark: 'found', quote }) : review;
  return { ...marked, suggestions: { ...marked.suggestions, [key]: accepted ? 'accepted' : 'rejected' } };
}

/** Gives a band to a dimension and, when there is one, adds the quote that shows it. A strong one takes "nothing to quote" back. */
export function giveBand(review: ReviewBody, id: DimensionId, band: Band, quote: Quote | null): ReviewBody {
  const before = review.dimensions[id] ?? { band, quotes: [], absent: false, note: '' };
  const absent = before.absent && !needsQuote(band);
  const banded = { ...review, dimensions: { ...review.dimensions, [id]: { ...before, band, absent } } };
  return quote === null ? banded : addEvidence(banded, id, quote);
}

/** Adds a quote to a dimension that has a band; the same words count once. */
export function addEvidence(review: ReviewBody, id: DimensionId, quote: Quote): ReviewBody {
  const mark = review.dimensions[id];
  if (!mark) return review;
  const isThere = mark.quotes.some((one) => isSameQuote(one, quote));
  const quotes = isThere || mark.quotes.length >= MAX_EVIDENCE ? mark.quotes : [...mark.quotes, quote];
  return { ...review, dimensions: { ...review.dimensions, [id]: { ...mark, quotes, absent: false } } };
}

export function removeEvidence(review: ReviewBody, id: DimensionId, index: number): ReviewBody {
  const mark = review.dimensions[id];
  if (!mark) return review;
  const quotes = mark.quotes.filter((_, place) => place !== index);
  return { ...review, dimensions: { ...review.dimensions, [id]: { ...mark, quotes } } };
}

/** Says that the answer has nothing to quote for a dimension: then it has no quotes. A strong band needs them, and keeps them. */
export function sayAbsent(review: ReviewBody, id: DimensionId, absent: boolean): ReviewBody {
  const mark = review.dimensions[id];
  if (!mark || (absent && needsQuote(mark.band))) return review;
  const quotes = absent ? [] : mark.quotes;
  return { ...review, dimensions: { ...review.dimensions, [id]: { ...mark, absent, quotes } } };
}

export function noteDimension(review: ReviewBody, id: DimensionId, note: string): ReviewBody {
  const mark = review.dimensions[id];
  return mark ? { ...review, dimensions: { ...review.dimensions, [id]: { ...mark, note } } } : review;
}

/** Takes band, quotes and note of a dimension away. */
export function clearDimension(review: ReviewBody, id: DimensionId): ReviewBody {
  const { [id]: _, ...others } = review.dimensions;
  return { ...review, dimensions: others };
}

export function addComment(review: ReviewBody, comment: CommentDraft): ReviewBody {
  return { ...review, comments: [...review.comments, comment] };
}

export function changeComment(
  review: ReviewBody,
  id: string,
  change: Partial<Pick<CommentDraft, 'kind' | 'text'>>,
): ReviewBody {
  return { ...review, comments: review.comments.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

export function removeComment(review: ReviewBody, id: string): ReviewBody {
  return { ...review, comments: review.comments.filter((one) => one.id !== id) };
}

/** Sets a verdict if it can be saved; else there is none: evidence is missing, or a reason. */
export function giveVerdict(
  review: ReviewBody,
  verdict: { readonly verdict: Verdict; readonly reason: string } | null,
  dimensions: readonly Dimension[],
): ReviewBody {
  const given = { ...review, verdict };
  return verdictIssues(given, dimensions).length === 0 ? given : { ...review, verdict: null };
}

/**
 * Settles the verdict after a change of the marks. One that the gates had led to follows them; one that the coach gave
 * against them, with a reason, stays; without evidence there is none.
 */
export function settleVerdict(before: ReviewBody, after: ReviewBody, dimensions: readonly Dimension[]): ReviewBody {
  if (after.verdict === null) return after;
  const isOwn = after.verdict.reason.trim() !== '' || after.verdict !== before.verdict;
  const gated = gateVerdict(after, dimensions);
  if (!isOwn && gated && gated.verdict !== after.verdict.verdict) {
    return { ...after, verdict: { verdict: gated.verdict, reason: '' } };
  }
  return verdictIssues(after, dimensions).length === 0 ? after : { ...after, verdict: null };
}

/** A piece of a review that is undone by itself. */
export type ReviewPart =
  | { readonly kind: 'expectation'; readonly key: string }
  | { readonly kind: 'dimension'; readonly id: DimensionId }
  | { readonly kind: 'comment'; readonly id: string }
  | { readonly kind: 'verdict' };

function restoreComment(review: ReviewBody, from: ReviewBody, id: string): ReviewBody {
  const index = from.comments.findIndex((one) => one.id === id);
  const old = from.comments[index];
  if (!old) return removeComment(review, id);
  if (review.comments.some((one) => one.id === id)) return changeComment(review, id, { kind: old.kind });
  const comments = [...review.comments];
  comments.splice(Math.min(index, comments.length), 0, old);
  return { ...review, comments };
}

function restoreExpectation(review: ReviewBody, from: ReviewBody, key: string): ReviewBody {
  const restored = markExpectation(review, key, from.expectations[key] ?? null);
  const { [key]: _, ...others } = restored.suggestions;
  const decided = from.suggestions[key];
  return { ...restored, suggestions: decided === undefined ? others : { ...others, [key]: decided } };
}

/**
 * Puts one part of a review back to what it was in another one. Whatever was typed into it since stays: a text box has an undo
 * of its own.
 */
export function restorePart(review: ReviewBody, from: ReviewBody, part: ReviewPart): ReviewBody {
  switch (part.kind) {
    case 'comment':
      return restoreComment(review, from, part.id);
    case 'expectation':
      return restoreExpectation(review, from, part.key);
    case 'dimension': {
      const old = from.dimensions[part.id];
      if (!old) return clearDimension(review, part.id);
      const note = review.dimensions[part.id]?.note ?? old.note;
      return { ...review, dimensions: { ...review.dimensions, [part.id]: { ...old, note } } };
    }
    case 'verdict':
      return { ...review, verdict: from.verdict };
  }
}
