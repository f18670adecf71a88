import { fromStorableText } from './storable-text';

/** What a review is, without its text. */
export interface ReviewRow {
  readonly id: string;
  readonly attemptId: string;
  /** Null for one that came in a packet, and when its author's account is gone. */
  readonly coachId: string | null;
  readonly coachName: string;
  readonly fromPacket: boolean;
  readonly createdAt: Date;
  readonly claimedUntil: Date;
  readonly publishedAt: Date | null;
  readonly helped: string | null;
  readonly ratedAt: Date | null;
}

export const reviewColumns = {
  id: true,
  attemptId: true,
  coachId: true,
  coachName: true,
  packetId: true,
  createdAt: true,
  claimedUntil: true,
  publishedAt: true,
  helped: true,
  ratedAt: true,
} as const;

/** Reads what `reviewColumns` selects. */
export function toReviewRow({
  packetId,
  coachName,
  ...row
}: Omit<ReviewRow, 'fromPacket'> & { readonly packetId: string | null }): ReviewRow {
  return { ...row, coachName: fromStorableText(coachName), fromPacket: packetId !== null };
}
