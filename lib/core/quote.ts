import { z } from 'zod';
import { ANSWER_SLOTS } from './attempt';
import type { Passage } from './passages';

/** The exact span of an answer that a mark, a comment or a finding points at. Offsets are UTF-16 code units. */
export const quoteSchema = z.strictObject({
  slot: z.enum(ANSWER_SLOTS),
  path: z.string().min(1).max(80),
  start: z.int().min(0),
  end: z.int().min(1),
  text: z.string().min(1).max(20_000),
});
export type Quote = z.infer<typeof quoteSchema>;

/** True when the quoted words stand at exactly that place among the passages of the quote's slot. */
export function quoteHolds(quote: Quote, passages: readonly Passage[]): boolean {
  const passage = passages.find((one) => one.path === quote.path);
  return passage !== undefined && passage.text.slice(quote.start, quote.end) === quote.text;
}
