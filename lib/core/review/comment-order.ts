import { type Answer, isPage } from '../answer';
import { PAGE_SLOT } from '../attempt';
import type { Quote } from '../quote';
import { STEPS, type StepId } from '../steps';
import type { PassagesBySlot } from './evidence';

interface Anchored {
  readonly step: StepId;
  readonly quote: Quote;
}

/** Comments in the order in which the answer is read: by step, passage and place. */
export function inAnswerOrder<Comment extends Anchored>(
  comments: readonly Comment[],
  passages: PassagesBySlot,
): Comment[] {
  const placeOf = ({ quote }: Anchored) => passages[quote.slot]?.findIndex(({ path }) => path === quote.path) ?? -1;
  return [...comments].sort(
    (a, b) =>
      STEPS[a.step].number - STEPS[b.step].number ||
      placeOf(a) - placeOf(b) ||
      a.quote.start - b.quote.start ||
      a.quote.end - b.quote.end,
  );
}

/**
 * The step that a comment on these words is about: the step whose answer they stand in; on a blank page the step that they are
 * tagged with, else the one that is being read.
 */
export function stepOfQuote(quote: Quote, page: Answer | undefined, reading: StepId): StepId {
  if (quote.slot !== PAGE_SLOT) return quote.slot;
  if (!page || !isPage(page) || quote.path !== 'text') return reading;
  const tags = page.tags.filter((tag) => tag.start < quote.end && tag.end > quote.start);
  const isReading = tags.some((tag) => tag.step === reading);
  return isReading ? reading : (tags[0]?.step ?? reading);
}
