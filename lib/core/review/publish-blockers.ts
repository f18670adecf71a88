import type { Dimension, DimensionId } from './dimensions';
import { type MissingEvidence, missingEvidence, WHY_A_QUOTE } from './evidence';
import type { ReviewBody } from './review-body';

/** Something that keeps a review from being published, and where on the desk it is mended. */
export type PublishBlocker =
  | { readonly kind: MissingEvidence; readonly dimension: DimensionId; readonly text: string }
  | { readonly kind: 'verdict'; readonly text: string }
  | { readonly kind: 'comment'; readonly id: string; readonly text: string };

const MAX_QUOTE = 60;

/** Cut between two code points, so that no emoji is halved. */
function shortened(text: string): string {
  const points = [...text.slice(0, 2 * MAX_QUOTE)];
  return points.length > MAX_QUOTE ? `${points.slice(0, MAX_QUOTE).join('').trimEnd()}…` : text;
}

/** What is missing before a review can be published, in the order of the desk. Empty when nothing is. */
export function publishBlockers(review: ReviewBody, dimensions: readonly Dimension[]): PublishBlocker[] {
  const missing = missingEvidence(review, dimensions).map(({ dimension, missing: kind }): PublishBlocker => {
    const title = dimensions.find(({ id }) => id === dimension)?.title ?? dimension;
    const texts: Readonly<Record<MissingEvidence, string>> = {
      band: `${title} has no band.`,
      quote: `${title} has a band and no quote, nor “nothing to quote”.`,
      words: `${title} has no quote. ${WHY_A_QUOTE}`,
    };
    return { kind, dimension, text: texts[kind] };
  });
  const empty = review.comments
    .filter(({ text }) => text.trim() === '')
    .map(
      ({ id, quote }): PublishBlocker => ({
        kind: 'comment',
        id,
        text: `The comment at “${shortened(quote.text)}” has no words.`,
      }),
    );
  const verdict: PublishBlocker[] =
    review.verdict === null && missing.length === 0 ? [{ kind: 'verdict', text: 'There is no verdict.' }] : [];
  return [...missing, ...empty, ...verdict];
}
