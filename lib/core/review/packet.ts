import { z } from 'zod';
import { canonicalJson } from '../canonical-json';
import { DIMENSIONS, type Dimension } from './dimensions';
import { missingEvidence, WHY_A_QUOTE } from './evidence';
import { MAX_COMMENTS, type ReviewBody, reviewBodySchema } from './review-body';

/** Goes up when an older reader could misread a newer packet. */
export const PACKET_VERSION = 1;

/** Longest name that a packet may be signed with. */
export const MAX_COACH_NAME = 80;

/** What a packet knows of the attempt that it was made from, and what comes back with the review. */
export const packetStamp = z.strictObject({
  warmstartPacket: z.int(),
  attemptId: z.string().min(1).max(64),
  /** SHA-256 over the frozen answers, in hex. */
  answersHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PacketStamp = z.infer<typeof packetStamp>;

/** What "Save review" writes to a file. */
export const packetReview = packetStamp.extend({
  /** Made once for each browser that opens a packet, so that a file saved again is known to be the same review. */
  packetId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  coachName: z.string().trim().min(1, 'The review is not signed.').max(MAX_COACH_NAME),
  /** By the clock of whoever wrote it. */
  savedAt: z.iso.datetime(),
  review: reviewBodySchema,
});
export type PacketReview = z.infer<typeof packetReview>;

/** Why a packet does not belong to an attempt; null when it does. */
export function packetMisfit(packet: PacketStamp, attempt: PacketStamp): string | null {
  if (packet.warmstartPacket !== attempt.warmstartPacket) {
    return `This packet has the version ${packet.warmstartPacket}; this server reads version ${attempt.warmstartPacket}.`;
  }
  if (packet.attemptId !== attempt.attemptId) return 'This packet is about another attempt.';
  if (packet.answersHash !== attempt.answersHash)
    return 'The answers in this packet are not the answers of this attempt.';
  return null;
}

/**
 * A review that a packet saved before strong bands needed a quote, as it can be taken in now: without its verdict. Whoever has the file cannot
 * mend it, and all else in it holds. A verdict that never had its evidence is left where it is, to be refused.
 *
 * @returns the review, and why its verdict is left out; null when it is not.
 */
export function leaveOutUnquoted(
  review: ReviewBody,
  dimensions: readonly Dimension[],
): { readonly review: ReviewBody; readonly verdictLeftOut: string | null } {
  const missing = missingEvidence(review, dimensions);
  const stoodThen = missing.every(
    (one) => one.missing === 'words' && review.dimensions[one.dimension]?.absent === true,
  );
  if (review.verdict === null || missing.length === 0 || !stoodThen) return { review, verdictLeftOut: null };
  const titles = missing.map(({ dimension }) => DIMENSIONS.find(({ id }) => id === dimension)?.title ?? dimension);
  return {
    review: { ...review, verdict: null },
    verdictLeftOut: `Its verdict was left out. ${WHY_A_QUOTE} There is none for: ${titles.join(', ')}.`,
  };
}

/** True when the verdicts of two reviews are the same and stand on the same marks. */
export function isSameVerdict(a: ReviewBody, b: ReviewBody): boolean {
  const ground = ({ verdict, dimensions, expectations }: ReviewBody) =>
    canonicalJson({ verdict, dimensions, expectations });
  return ground(a) === ground(b);
}

/** True when two reviews hold the same content, whatever the order of their keys. */
export function isSameReview(a: ReviewBody, b: ReviewBody): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

type Named<Value> = Readonly<Record<string, Value | undefined>>;

function mergeNamed<Value>(stored: Named<Value>, incoming: Named<Value>, incomingWins: boolean) {
  return incomingWins ? { ...stored, ...incoming } : { ...incoming, ...stored };
}

/**
 * Merges two versions of a review by what is stable in them: the ids of comments, the keys of expectations, the dimensions. Where both
 * have something, the newer one wins; what only one has stays. Merging the same again changes nothing.
 *
 * @param incomingIsNewer whether `incoming` was written after `stored`.
 * @returns null when there would be more comments than a review can hold.
 */
export function mergeReviews(stored: ReviewBody, incoming: ReviewBody, incomingIsNewer: boolean): ReviewBody | null {
  const [older, newer] = incomingIsNewer ? [stored, incoming] : [incoming, stored];
  const known = new Set(stored.comments.map(({ id }) => id));
  const byId = new Map(newer.comments.map((comment) => [comment.id, comment]));
  const comments = [
    ...stored.comments.map((comment) => byId.get(comment.id) ?? comment),
    ...incoming.comments.filter(({ id }) => !known.has(id)),
  ];
  if (comments.length > MAX_COMMENTS) return null;
  return {
    expectations: mergeNamed(stored.expectations, incoming.expectations, incomingIsNewer) as ReviewBody['expectations'],
    dimensions: mergeNamed(stored.dimensions, incoming.dimensions, incomingIsNewer) as ReviewBody['dimensions'],
    suggestions: mergeNamed(stored.suggestions, incoming.suggestions, incomingIsNewer) as ReviewBody['suggestions'],
    comments,
    verdict: newer.verdict ?? older.verdict,
    summary: newer.summary === '' ? older.summary : newer.summary,
  };
}
