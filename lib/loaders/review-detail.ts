import { ratedDimensions } from '@/lib/core/review/evidence';
import type { ReviewDetail } from '@/lib/core/review/review-api';
import { HELPED, type Helped } from '@/lib/core/review/review-words';
import { gateVerdict } from '@/lib/core/review/verdict';
import type { StepId } from '@/lib/core/steps';
import { findComments } from '@/lib/db/review-comments';
import type { ReviewRow } from '@/lib/db/review-row';
import { findReviewState } from '@/lib/db/reviews';
import type { Reader } from './reader';

const asHelped = (text: string | null): Helped | null => HELPED.find((word) => word === text) ?? null;

/** A review that was found to be readable, with its text, its threads and what the gates make of it. */
export async function readReview(
  { database, userId }: Reader,
  row: ReviewRow,
  { onlyStep }: { readonly onlyStep: StepId | null },
): Promise<ReviewDetail> {
  const [state, comments] = await Promise.all([
    findReviewState(database, row.id),
    row.publishedAt === null ? [] : findComments(database, [row.id], userId),
  ]);
  const gated = gateVerdict(state.review, ratedDimensions(onlyStep));
  return {
    id: row.id,
    attemptId: row.attemptId,
    coachName: row.coachName,
    isMine: row.coachId === userId,
    fromPacket: row.fromPacket,
    createdAt: row.createdAt.toISOString(),
    claimedUntil: row.claimedUntil.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    ...state,
    gated: gated && { ...gated, gates: gated.gates.map((gate) => ({ ...gate, dimensions: [...gate.dimensions] })) },
    comments,
    helped: asHelped(row.helped),
  };
}
