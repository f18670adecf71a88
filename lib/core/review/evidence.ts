import type { Issue } from '../app-error';
import type { AnswerSlot } from '../attempt';
import type { Passage } from '../passages';
import type { Quote } from '../quote';
import type { StepId } from '../steps';
import { type Band, DIMENSIONS, type Dimension, type DimensionId } from './dimensions';
import type { DimensionMark, ReviewBody } from './review-body';

/** The passages of every slot of an attempt. */
export type PassagesBySlot = Partial<Record<AnswerSlot, readonly Passage[]>>;

/**
 * What a review of an attempt gives bands to: everything, or what one step shows when the attempt is about that step only.
 */
export function ratedDimensions(onlyStep: StepId | null): readonly Dimension[] {
  return onlyStep === null ? DIMENSIONS : DIMENSIONS.filter((dimension) => dimension.step === onlyStep);
}

/**
 * What a dimension still lacks before a verdict may stand on it: a band; a quote, or the word that there is nothing to quote; or a
 * quote and nothing else, because the band says that the answer shows it.
 */
export type MissingEvidence = 'band' | 'quote' | 'words';

/**
 * The bands from here on say that the answer shows something, so they stand on its words: "nothing to quote" is evidence that it
 * is not there, which is what 1 and 2 say. See docs/decisions/0075-a-strong-band-needs-a-quote.md.
 */
const QUOTED_FROM: Band = 3;

export const needsQuote = (band: Band): boolean => band >= QUOTED_FROM;

/** Why a band needs a quote, for whoever wants to give it without. */
export const WHY_A_QUOTE = `A band of ${QUOTED_FROM} or 4 says that it is in the answer, so it needs a quote.`;

/** What evidence is asked of: a coach's bands, and the candidate's own. */
type Evidence = Pick<DimensionMark, 'band' | 'quotes' | 'absent'>;
interface HasEvidence {
  readonly dimensions: Readonly<Partial<Record<DimensionId, Evidence | undefined>>>;
}

function missingOf(mark: Evidence | undefined): MissingEvidence | null {
  if (mark === undefined) return 'band';
  if (mark.quotes.some(({ text }) => text.trim() !== '')) return null;
  if (needsQuote(mark.band)) return 'words';
  return mark.absent ? null : 'quote';
}

/**
 * The dimensions that keep a verdict from being saved: each needs a band, and a quote; a band of 1 or 2 may have the word that
 * there is nothing to quote instead.
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
    const messages: Readonly<Record<MissingEvidence, string>> = {
      band: `${title} has no band yet.`,
      quote: `${title} needs a quote, or the mark that there is nothing to quote.`,
      words: `${title} has nothing to stand on. ${WHY_A_QUOTE}`,
    };
    return { path: `dimensions.${dimension}`, message: messages[missing] };
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
