import type { Issue } from '../app-error';
import type { AnswerSlot } from '../attempt';
import type { Passage } from '../passages';
import type { Quote } from '../quote';
import type { StepId } from '../steps';
import { DIMENSIONS, type Dimension, type DimensionId } from './dimensions';
import type { DimensionMark, ReviewBody } from './review-body';

/** The passages of every slot of an attempt. */
export type PassagesBySlot = Partial<Record<AnswerSlot, readonly Passage[]>>;

/**
 * What a review of an attempt gives bands to: everything, or what one step shows when the attempt is about that step only.
 */
export function ratedDimensions(onlyStep: StepId | null): readonly Dimension[] {
  return onlyStep === null ? DIMENSIONS : DIMENSIONS.filter((dimension) => dimension.step === onlyStep);
}

/** What a dimension still lacks before a verdict may stand on it. */
export type MissingEvidence = 'band' | 'quote';

/** What evidence is asked of: a coach's bands, and the candidate's own. */
type Evidence = Pick<DimensionMark, 'quotes' | 'absent'>;
interface HasEvidence {
  readonly dimensions: Readonly<Partial<Record<DimensionId, Evidence | undefined>>>;
}

function missingOf(mark: Evidence | undefined): MissingEvidence | null {
  if (mark === undefined) return 'band';
  return mark.absent || mark.quotes.some(({ text }) => text.trim() !== '') ? null : 'quote';
}

/**
 * The dimensions that keep a verdict from being saved: each needs a band, and a quote or the word that there is nothing to
 * quote.
 */
export function missingEvidence(
  review: HasEvidence,
  dimensions: readonly Dimension[],
): { readonly dimension: DimensionId; readonly missing: MissingEvidence }[] {
  return dimensions.flatMap(({ id }) => {
    const missing = missingOf(review.dimensions[id]);
    return missing === null ? [] : [{ dimension: id, missing }];
  });
}

/** The same in words, each under the path of its dimension in the review. */
export function evidenceIssues(review: HasEvidence, dimensions: readonly Dimension[]): Issue[] {
  return missingEvidence(review, dimensions).map(({ dimension, missing }) => {
    const title = dimensions.find(({ id }) => id === dimension)?.title ?? dimension;
    const message =
      missing === 'band'
        ? `${title} has no band yet.`
        : `${title} needs a quote, or the mark that there is nothing to quote.`;
    return { path: `dimensions.${dimension}`, message };
  });
}

/** Every quote of a review, with its path in the review. */
export function quotesOf(review: ReviewBody): { readonly path: string; readonly quote: Quote }[] {
  const ofExpectations = Object.entries(review.expectations).flatMap(([key, { quote }]) =>
    quote === null ? [] : [{ path: `expectations.${key}.quote`, quote }],
  );
  const ofDimensions = Object.entries(review.dimensions).flatMap(([id, mark]) =>
    (mark?.quotes ?? []).map((quote, index) => ({ path: `dimensions.${id}.quotes.${index}`, quote })),
  );
  const ofComments = review.comments.map(({ quote }, index) => ({ path: `comments.${index}.quote`, quote }));
  return [...ofExpectations, ...ofDimensions, ...ofComments];
}

/** The quotes that do not stand in the answers at exactly their place. */
export function quoteIssues(quotes: readonly { path: string; quote: Quote }[], passages: PassagesBySlot): Issue[] {
  return quotes
    .filter(({ quote }) => {
      const passage = passages[quote.slot]?.find((one) => one.path === quote.path);
      return passage === undefined || passage.text.slice(quote.start, quote.end) !== quote.text;
    })
    .map(({ path }) => ({ path, message: 'These words do not stand at that place of the answer.' }));
}
