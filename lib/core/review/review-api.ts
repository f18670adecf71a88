import { z } from 'zod';
import { problem } from '../api-types';
import { MODES } from '../attempt';
import { levelSchema } from '../attempt-schemas';
import { quoteSchema } from '../quote';
import { STEP_IDS } from '../steps';
import { DIMENSION_IDS } from './dimensions';
import { bandSchema, dimensionQuotes, reviewBodySchema } from './review-body';
import { COMMENT_KINDS, COMMENT_STATES, HELPED, VERDICTS } from './review-words';

/**
 * What travels over the JSON API of reviews, both ways, and what the loaders give to the pages; docs/api.md describes each
 * call. Times are ISO 8601 in UTC.
 */
const time = z.iso.datetime();

/** Longest body of a save of a review and of a packet, in bytes: a review quotes much of the answer. */
export const MAX_REVIEW_BYTES = 512 * 1024;
/** How long a claim lasts after the last save. */
export const CLAIM_MINUTES = 30;

const reviewerClaim = z.object({
  name: z.string(),
  /** The review came from a file, which whoever gave it could have signed with any name. */
  fromPacket: z.boolean(),
  /** Null once they have published. */
  until: time.nullable(),
  publishedAt: time.nullable(),
});
/** Another coach at the same attempt: who and until when, never what they wrote. */
export type ReviewerClaim = z.infer<typeof reviewerClaim>;

// --- writing a review ---

/** A review as stored. Nothing saved yet: revision 0, no time, an empty review. */
export const reviewState = z.object({
  revision: z.int().min(0),
  savedAt: time.nullable(),
  review: reviewBodySchema,
});
export type ReviewState = z.infer<typeof reviewState>;

export const claimedReview = reviewState.extend({
  id: z.string(),
  claimedUntil: time,
  publishedAt: time.nullable(),
  others: z.array(reviewerClaim),
});
export type ClaimedReview = z.infer<typeof claimedReview>;

/** `review` is checked by `reviewBodySchema` once the review is known. */
export const saveReviewRequest = z.strictObject({ baseRevision: z.int().min(0), review: z.unknown() });

export const savedReview = z.object({ revision: z.int().min(1), savedAt: time, claimedUntil: time });
export type SavedReview = z.infer<typeof savedReview>;

export const publishRequest = z.strictObject({ revision: z.int().min(1).optional() });
export const publishedReview = z.object({ id: z.string(), publishedAt: time });
export type PublishedReview = z.infer<typeof publishedReview>;

// --- what became of it ---

export const commentReply = z.object({
  id: z.string(),
  authorName: z.string(),
  isMine: z.boolean(),
  text: z.string(),
  createdAt: time,
});
export type CommentReplyView = z.infer<typeof commentReply>;

/** A comment of a published review, with its thread. */
export const commentView = z.object({
  id: z.string(),
  reviewId: z.string(),
  kind: z.enum(COMMENT_KINDS),
  step: z.enum(STEP_IDS),
  quote: quoteSchema,
  text: z.string(),
  state: z.enum(COMMENT_STATES),
  changedAt: time,
  replies: z.array(commentReply),
});
export type CommentView = z.infer<typeof commentView>;

const gate = z.object({
  id: z.enum(['after-nudge', 'mean', 'under-three', 'very-weak']),
  dimensions: z.array(z.enum(DIMENSION_IDS)),
  decides: z.boolean(),
  text: z.string(),
});
const gatedVerdict = z.object({
  verdict: z.enum(VERDICTS),
  mean: z.number(),
  counted: z.partialRecord(z.enum(DIMENSION_IDS), bandSchema),
  gates: z.array(gate),
});

export const reviewDetail = reviewState.extend({
  id: z.string(),
  attemptId: z.string(),
  coachName: z.string(),
  /** I wrote it. */
  isMine: z.boolean(),
  /** It came in a packet: the name is what the packet was signed with. */
  fromPacket: z.boolean(),
  createdAt: time,
  claimedUntil: time,
  publishedAt: time.nullable(),
  /** What the gates make of it; null while evidence is missing. */
  gated: gatedVerdict.nullable(),
  /** Empty until it is published: then the comments are here with their threads, and the same ones in `review`. */
  comments: z.array(commentView),
  helped: z.enum(HELPED).nullable(),
});
export type ReviewDetail = z.infer<typeof reviewDetail>;

export const commentStateRequest = z.strictObject({ state: z.enum(COMMENT_STATES) });
export const MAX_REPLY = 5000;
export const MAX_REPLIES = 200;
export const replyRequest = z.strictObject({ text: z.string().trim().min(1, 'Write something first.').max(MAX_REPLY) });
export const rateRequest = z.strictObject({ helped: z.enum(HELPED) });
export const commentAnswerRequest = z.strictObject({ answered: z.boolean() });

// --- the candidate's own marks ---

const ownMark = z.strictObject({ band: bandSchema, quotes: dimensionQuotes, absent: z.boolean() });
export const selfReviewBands = z.partialRecord(z.enum(DIMENSION_IDS), ownMark);
export type SelfReviewBands = z.infer<typeof selfReviewBands>;

export const selfReviewRequest = z.strictObject({ bands: selfReviewBands, skipped: z.boolean().default(false) });
export const selfReview = z.object({ bands: selfReviewBands, skipped: z.boolean(), savedAt: time });
export type SelfReviewView = z.infer<typeof selfReview>;

const gapView = z.object({ dimension: z.enum(DIMENSION_IDS), own: bandSchema, coach: bandSchema, gap: z.int() });

// --- what a coach keeps ---

export const MAX_SAVED_REPLIES = 200;
export const savedReplyRequest = z.strictObject({
  title: z.string().trim().min(1, 'Give it a title.').max(120),
  text: z.string().min(1, 'Write something first.').max(MAX_REPLY),
});
export const savedReply = z.object({ id: z.string(), title: z.string(), text: z.string(), changedAt: time });
export type SavedReplyView = z.infer<typeof savedReply>;
export const savedReplyList = z.object({ savedReplies: z.array(savedReply) });
export type SavedReplyList = z.infer<typeof savedReplyList>;

export const MAX_LEARNER_NOTE = 20_000;
export const learnerNoteRequest = z.strictObject({ text: z.string().max(MAX_LEARNER_NOTE) });
export const learnerNote = z.object({ userId: z.string(), name: z.string(), text: z.string(), changedAt: time });
export type LearnerNoteView = z.infer<typeof learnerNote>;
export const learnerNoteList = z.object({ notes: z.array(learnerNote) });
export type LearnerNoteList = z.infer<typeof learnerNoteList>;

// --- what pages read ---

/** What a candidate learns before marking themselves. */
export const reviewNews = z.object({ id: z.string(), coachName: z.string(), publishedAt: time });
export type ReviewNews = z.infer<typeof reviewNews>;

/** The published reviews of one's own attempt. */
export const receivedReviews = z.object({
  attemptId: z.string(),
  /** `closed`: marks of one's own come first; then `reviews` is empty. */
  state: z.enum(['closed', 'open']),
  news: z.array(reviewNews),
  reviews: z.array(reviewDetail.extend({ gaps: z.array(gapView) })),
  selfReview: selfReview.nullable(),
});
export type ReceivedReviews = z.infer<typeof receivedReviews>;
export type ReceivedReview = ReceivedReviews['reviews'][number];

const passage = z.object({ path: z.string(), label: z.string(), kind: z.enum(['text', 'diagram']), text: z.string() });
const passageChange = z.object({
  kind: z.enum(['same', 'changed', 'added', 'removed']),
  label: z.string(),
  before: passage.nullable(),
  after: passage.nullable(),
  segments: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
});
const commentDiff = z.object({
  kind: z.enum(['near', 'step', 'none']),
  near: z.array(passageChange),
  elsewhere: z.array(passageChange),
});

/** A comment on an attempt that this one follows, and what this one makes of it. */
export const carriedComment = z.object({
  comment: commentView,
  coachName: z.string(),
  /** What the candidate says of it in this attempt; null when nothing yet. */
  answered: z.boolean().nullable(),
});
export type CarriedComment = z.infer<typeof carriedComment>;

export const carryOver = z.object({
  attemptId: z.string(),
  /** Those that this one follows and that have been reviewed, the nearest first. */
  follows: z.array(z.object({ id: z.string(), submittedAt: time.nullable() })),
  /** Step by step. */
  comments: z.array(carriedComment),
});
export type CarryOver = z.infer<typeof carryOver>;

/** An earlier attempt of the same learner that this coach has reviewed. */
export const earlierReview = z.object({
  attempt: z.object({
    id: z.string(),
    caseSlug: z.string(),
    caseTitle: z.string().nullable(),
    mode: z.enum(MODES),
    level: levelSchema,
    submittedAt: time.nullable(),
  }),
  /** The attempt on the desk follows this one, straight or by way of others. */
  isFollowed: z.boolean(),
  review: reviewDetail,
  comments: z.array(
    z.object({
      comment: commentView,
      answered: z.boolean().nullable(),
      /** What differs from the answers then; null for another case, and when that attempt may no longer be read. */
      diff: commentDiff.nullable(),
    }),
  ),
});
export type EarlierReview = z.infer<typeof earlierReview>;

// --- packets ---

export const importedPacket = z.object({
  reviewId: z.string(),
  /** `unchanged`: everything in it was there already. */
  outcome: z.enum(['created', 'merged', 'unchanged']),
  /** Why the verdict in the file was not taken in; null when it was, or when there is none. */
  verdictLeftOut: z.string().nullable(),
});
export type ImportedPacket = z.infer<typeof importedPacket>;

// --- errors ---

/** A problem of a call about a review. */
export const reviewProblem = problem.extend({
  /** With `conflict`: what is stored now. */
  current: reviewState.optional(),
  /** With `mark-yourself-first`: who reviewed it and when, and no more. */
  news: z.array(reviewNews).optional(),
});
