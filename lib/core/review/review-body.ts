import { z } from 'zod';
import { quoteSchema } from '../quote';
import { STEP_IDS } from '../steps';
import { BANDS, DIMENSION_IDS } from './dimensions';
import { COMMENT_KINDS, EXPECTATION_MARKS, VERDICTS } from './review-words';

/**
 * What a coach writes about an attempt: saved as one body with a revision, like an answer. Limits only keep a request sane.
 */
const LONG_TEXT = 20_000;
export const MAX_COMMENTS = 200;

export const bandSchema = z.literal([...BANDS]);
export const dimensionQuotes = z.array(quoteSchema).max(20);

/** Found, at once or after a nudge, needs the words that earned it; absent has none. */
const reviewMark = z
  .strictObject({ mark: z.enum(EXPECTATION_MARKS), quote: quoteSchema.nullable() })
  .refine(({ mark, quote }) => (mark === 'absent') === (quote === null), {
    error: 'A found expectation needs a quote; an absent one has none.',
    path: ['quote'],
  });

/** `absent` says that the answer has nothing to quote. While neither is there, no verdict can be saved. */
const dimensionMark = z.strictObject({
  band: bandSchema,
  quotes: dimensionQuotes,
  absent: z.boolean(),
  note: z.string().max(LONG_TEXT),
});

/** `id` is made by whoever writes the comment, 8 to 64 characters, and never changes. */
const comment = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  kind: z.enum(COMMENT_KINDS),
  step: z.enum(STEP_IDS),
  quote: quoteSchema,
  text: z.string().max(LONG_TEXT),
});

/** `reason` is needed where the verdict is not the one that the gates lead to. */
const verdict = z.strictObject({ verdict: z.enum(VERDICTS), reason: z.string().max(LONG_TEXT) });

/** `<step>/<expectation id>`. */
const expectationKey = z.string().regex(/^(?:clarify|frame|data|model|evaluate|serve|monitor)\/[a-z0-9-]{1,80}$/);

export const reviewBodySchema = z.strictObject({
  expectations: z.record(expectationKey, reviewMark),
  dimensions: z.partialRecord(z.enum(DIMENSION_IDS), dimensionMark),
  comments: z
    .array(comment)
    .max(MAX_COMMENTS)
    .refine((comments) => new Set(comments.map(({ id }) => id)).size === comments.length, {
      error: 'Every comment has an id of its own.',
    }),
  verdict: verdict.nullable(),
  summary: z.string().max(LONG_TEXT),
  /** What the coach said of the findings that were suggested. */
  suggestions: z.record(expectationKey, z.enum(['accepted', 'rejected'])),
});
export type ReviewBody = z.infer<typeof reviewBodySchema>;
export type ReviewMark = z.infer<typeof reviewMark>;
export type DimensionMark = z.infer<typeof dimensionMark>;
export type CommentDraft = z.infer<typeof comment>;

/** A review in which nothing is written yet. */
export const EMPTY_REVIEW: ReviewBody = {
  expectations: {},
  dimensions: {},
  comments: [],
  verdict: null,
  summary: '',
  suggestions: {},
};
