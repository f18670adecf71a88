import { BAND_NAMES, DIMENSIONS } from './dimensions';
import type { CommentDraft, DimensionMark, ReviewBody, ReviewMark } from './review-body';
import { COMMENT_KIND_NAMES, EXPECTATION_MARK_NAMES, VERDICT_NAMES } from './review-words';

/** One thing that two versions of a review say differently; null where it is not there. */
export interface ReviewChange {
  readonly key: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

const quoted = (text: string) => `“${text}”`;
const lines = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n');

function markText(mark: ReviewMark | undefined): string | null {
  if (!mark) return null;
  return lines(EXPECTATION_MARK_NAMES[mark.mark], mark.quote ? quoted(mark.quote.text) : '');
}

function dimensionText(mark: DimensionMark | undefined): string | null {
  if (!mark) return null;
  return lines(
    `${mark.band}: ${BAND_NAMES[mark.band]}`,
    mark.absent ? 'Nothing to quote' : '',
    ...mark.quotes.map(({ text }) => quoted(text)),
    mark.note,
  );
}

function commentText(comment: CommentDraft | undefined): string | null {
  if (!comment) return null;
  return lines(`${COMMENT_KIND_NAMES[comment.kind]} at ${quoted(comment.quote.text)}`, comment.text);
}

function verdictText({ verdict }: ReviewBody): string | null {
  return verdict && lines(VERDICT_NAMES[verdict.verdict], verdict.reason);
}

/**
 * What differs between two versions of a review, in words: dimensions, expectations, comments, verdict, summary.
 *
 * @param nameOf how an expectation is called on the screen, by its key.
 */
export function compareReviews(
  before: ReviewBody,
  after: ReviewBody,
  nameOf: (expectationKey: string) => string,
): ReviewChange[] {
  const keys = [...new Set([...Object.keys(before.expectations), ...Object.keys(after.expectations)])].sort();
  const comments = [...new Set([...before.comments, ...after.comments].map(({ id }) => id))];
  const commentIn = (review: ReviewBody, id: string) => commentText(review.comments.find((one) => one.id === id));
  return [
    ...DIMENSIONS.map(({ id, title }) => ({
      key: `dimension:${id}`,
      label: title,
      before: dimensionText(before.dimensions[id]),
      after: dimensionText(after.dimensions[id]),
    })),
    ...keys.map((key) => ({
      key: `expectation:${key}`,
      label: nameOf(key),
      before: markText(before.expectations[key]),
      after: markText(after.expectations[key]),
    })),
    ...comments.map((id) => ({
      key: `comment:${id}`,
      label: 'Comment',
      before: commentIn(before, id),
      after: commentIn(after, id),
    })),
    { key: 'verdict', label: 'Verdict', before: verdictText(before), after: verdictText(after) },
    { key: 'summary', label: 'Summary', before: before.summary || null, after: after.summary || null },
  ].filter((change) => change.before !== change.after);
}
