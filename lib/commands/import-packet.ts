import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/app-error';
import { checkWith, invalid } from '@/lib/core/issues';
import { authorise } from '@/lib/core/review/access';
import { ratedDimensions } from '@/lib/core/review/evidence';
import {
  isSameReview,
  isSameVerdict,
  leaveOutUnquoted,
  mergeReviews,
  type PacketReview,
  packetMisfit,
  packetReview,
  packetStamp,
} from '@/lib/core/review/packet';
import type { ImportedPacket, ReviewState } from '@/lib/core/review/review-api';
import { EMPTY_REVIEW, type ReviewBody } from '@/lib/core/review/review-body';
import { verdictIssues } from '@/lib/core/review/verdict';
import type { StepId } from '@/lib/core/steps';
import type { Attempt } from '@/lib/db/attempts';
import type { DatabaseTransaction } from '@/lib/db/client';
import { findPacketStamp, findPassages } from '@/lib/db/frozen-answers';
import { NO_ATTEMPT } from '@/lib/db/own-attempt';
import { findPacketReview, insertPacketReview, insertPacketSave } from '@/lib/db/packet-reviews';
import { asReadable } from '@/lib/db/readable-attempt';
import { putComments } from '@/lib/db/review-comments';
import { findReviewState } from '@/lib/db/reviews';
import { lockAttemptRow } from '@/lib/db/row-locks';
import { findAttemptStanding, type StandingBeforeAttempt } from '@/lib/db/standing';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from './actor';
import { checkReview, refuseEmptyComments } from './check-review';
import { claimReview } from './claim-review';
import { saveReview } from './save-review';

interface ImportPacket {
  readonly attemptId: string;
  readonly packet: unknown;
}

/** How often a coach's own save may come in between before somebody else should try. */
const TRIES = 3;

/**
 * Takes in a review that was written in a packet. The candidate gets it as a published review, signed with the name that the packet was
 * given; a coach gets it merged into their own draft. The same packet again changes nothing; a later one of the same review is
 * merged by what is stable in it.
 *
 * @throws AppError `invalid` with the reason when the packet is malformed, about something else, or says what does not hold;
 * `frozen` when the coach has published already; `not-submitted`, `not-found`.
 */
export async function importPacket(actor: Actor, { attemptId, packet }: ImportPacket): Promise<ImportedPacket> {
  const before = await findAttemptStanding(actor.database, attemptId, actor.userId, actor.now);
  authorise(before.standing.isOwner ? 'import-packet' : 'claim-review', before.standing, NO_ATTEMPT);
  const checked = await checkPacket(actor, before, packet).catch(async (error: unknown) => {
    // Its answers may have gone while they were read.
    await findAttemptStanding(actor.database, attemptId, actor.userId, actor.now);
    throw error;
  });
  return before.standing.isOwner
    ? importAsCandidate(actor, attemptId, checked)
    : importAsCoach(actor, before.attempt, checked);
}

/** A packet that fits, and why its verdict was left out, when it was. */
type CheckedPacket = PacketReview & Pick<ImportedPacket, 'verdictLeftOut'>;

async function checkPacket(
  { database }: Actor,
  before: StandingBeforeAttempt,
  packet: unknown,
): Promise<CheckedPacket> {
  const attempt = asReadable(before);
  // What it is about comes first: the rest of another version may look quite different.
  const stamp = packetStamp.loose().safeParse(packet);
  if (!stamp.success) throw invalid('packet', 'This is not a review that was saved in a packet.');
  const misfit = packetMisfit(stamp.data, await findPacketStamp(database, attempt));
  if (misfit !== null) throw invalid('packet', misfit);
  const checked = checkWith(packetReview, packet, ['packet']);
  const { review, verdictLeftOut } = leaveOutUnquoted(checked.review, ratedDimensions(attempt.onlyStep));
  return { ...checked, review: checkReview(review, attempt, await findPassages(database, attempt)), verdictLeftOut };
}

async function importAsCandidate(
  { database, userId, now }: Actor,
  attemptId: string,
  packet: CheckedPacket,
): Promise<ImportedPacket> {
  const { verdictLeftOut } = packet;
  refuseEmptyComments(packet.review);
  return inTransaction(database, async (transaction) => {
    if (!(await lockAttemptRow(transaction, attemptId))) throw new AppError('not-found', NO_ATTEMPT);
    const { attempt, standing } = await findAttemptStanding(transaction, attemptId, userId, now);
    authorise('import-packet', standing, NO_ATTEMPT);
    // A clock that is ahead would make this version the newest for ever.
    const savedAt = new Date(Math.min(Date.parse(packet.savedAt), now.getTime()));
    const known = await findPacketReview(transaction, attemptId, packet.packetId);
    const reviewId = known ?? randomUUID();
    if (known === null) {
      const { packetId, coachName } = packet;
      await insertPacketReview(transaction, { id: reviewId, attemptId, packetId, coachName, now });
    }
    const stored = await findReviewState(transaction, reviewId);
    const both = merge(stored, packet.review, savedAt);
    // What is published already keeps the verdict that it was read with, for as long as that is about the same marks.
    const merged = isSameVerdict(both, stored.review) ? both : withoutFallenVerdict(both, attempt.onlyStep);
    if (known !== null && isSameReview(merged, stored.review))
      return { reviewId, outcome: 'unchanged', verdictLeftOut };
    await store(transaction, { reviewId, attemptId, now }, { stored, merged, savedAt });
    return { reviewId, outcome: known === null ? 'created' : 'merged', verdictLeftOut };
  });
}

async function store(
  transaction: DatabaseTransaction,
  at: { readonly reviewId: string; readonly attemptId: string; readonly now: Date },
  { stored, merged, savedAt }: { readonly stored: ReviewState; readonly merged: ReviewBody; readonly savedAt: Date },
): Promise<void> {
  const newest = stored.savedAt === null ? savedAt : new Date(Math.max(Date.parse(stored.savedAt), savedAt.getTime()));
  await insertPacketSave(transaction, {
    reviewId: at.reviewId,
    revision: stored.revision + 1,
    review: merged,
    savedAt: newest,
  });
  await putComments(transaction, { ...at, comments: merged.comments });
}

async function importAsCoach(
  actor: Actor,
  { id: attemptId, onlyStep }: Attempt,
  packet: CheckedPacket,
): Promise<ImportedPacket> {
  const { verdictLeftOut } = packet;
  for (let turn = 1; ; turn += 1) {
    const { review: own } = await claimReview(actor, attemptId);
    const merged = withoutFallenVerdict(merge(own, packet.review, new Date(packet.savedAt)), onlyStep);
    if (isSameReview(merged, own.review)) return { reviewId: own.id, outcome: 'unchanged', verdictLeftOut };
    try {
      await saveReview(actor, { reviewId: own.id, baseRevision: own.revision, review: merged });
      return { reviewId: own.id, outcome: own.revision === 0 ? 'created' : 'merged', verdictLeftOut };
    } catch (error) {
      // Saved in another tab at this very moment: what is stored now is merged instead.
      if (turn === TRIES || !(error instanceof AppError) || error.code !== 'conflict') throw error;
    }
  }
}

/** The two as one. */
function merge(stored: ReviewState, incoming: ReviewBody, savedAt: Date): ReviewBody {
  const isNewer = stored.savedAt === null || savedAt.getTime() > Date.parse(stored.savedAt);
  const base = stored.savedAt === null ? EMPTY_REVIEW : stored.review;
  const merged = mergeReviews(base, incoming, isNewer);
  if (merged === null)
    throw invalid('packet.review.comments', 'Together these are more comments than a review can hold.');
  return merged;
}

/** A verdict that no longer stands on the marks of both is left for somebody to give anew. */
function withoutFallenVerdict(merged: ReviewBody, onlyStep: StepId | null): ReviewBody {
  return verdictIssues(merged, ratedDimensions(onlyStep)).length > 0 ? { ...merged, verdict: null } : merged;
}
